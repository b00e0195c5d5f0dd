// Very many dossiers, inserted by SQL: for plans and timings only. What they say is not true of any dossier.

import type { World } from './world.ts';

/**
 * One in twenty is open, as in a ward after some years; each has three ledger rows, a receipt that was printed once, and
 * a notice that was seen in one chat.
 */
export async function givenManyDossiers(world: World, count: number): Promise<void> {
  const { id } = await world.givenIntake();
  const common = [world.tenantId, id, count];
  await world.owner.query(
    `insert into applicant (tenant_id, id, full_name, identity_digest, address, created_at)
      select $1, md5('a' || n)::uuid, 'Nguyễn Văn ' || n, md5('i' || n), 'Số ' || n, now()
      from dossier, generate_series(1, $3) n where id = $2`,
    common,
  );
  await world.owner.query(
    `insert into dossier (tenant_id, id, code, agency_id, holding_agency_id, version, state, head_hash, status, applicant_id,
        procedure_code, procedure_name, channel, unit, role, officer_id, due_at, due_soon_at, clock_running, ended,
        submitted_at, received_at, timeliness, updated_at, search_key, link_digest, attend_at, head_attend_at,
        centre_attend_at, clock_at)
      select $1, md5('d' || n)::uuid, '000.00.27.H53-251207-' || n, agency_id, agency_id, version,
        case when open then state else '{}' end, head_hash, case when open then status else 'returned' end,
        md5('a' || n)::uuid, procedure_code, procedure_name, channel, units.code, role,
        case when n % 3 = 0 and open then officer.id end, due_at + n % 40 * interval '6 hours' - interval '5 days',
        due_soon_at + n % 40 * interval '6 hours' - interval '5 days', open, not open,
        submitted_at - n * interval '10 minutes', received_at - n * interval '10 minutes', 'on_time', updated_at,
        'nguyen van ' || n || ' 09' || n, md5('l' || n),
        case when open then attend_at + n % 40 * interval '6 hours' - interval '5 days' end,
        case when open then head_attend_at + n % 40 * interval '6 hours' - interval '5 days' end,
        case when open then centre_attend_at + n % 40 * interval '6 hours' - interval '5 days' end,
        case when open and n % 100 = 0 then due_at + n % 40 * interval '6 hours' end
      from dossier d, generate_series(1, $3) n
        cross join lateral (select n % 20 = 0 as open) o
        join lateral (select code from agency_unit order by position offset n / 20 % 7 limit 1) units on true
        join lateral (select officer_id as id from officer_post where unit = units.code limit 1) officer on true
      where d.id = $2`,
    common,
  );
  await world.owner.query(
    `insert into ledger (tenant_id, dossier_id, seq, at, actor, type, payload, prev_hash, hash)
      select $1, md5('d' || n)::uuid, s.seq, s.at, s.actor, s.type, '{}', s.prev_hash, s.hash
      from generate_series(1, $3) n, ledger s where s.dossier_id = $2`,
    common,
  );
  await world.owner.query(
    `insert into paper (tenant_id, dossier_id, event_seq, told_until, agency_id, kind, year, number, issued_at, issued_as)
      select $1, md5('d' || n)::uuid, 2, 2, p.agency_id, p.kind, p.year, n + 1, p.issued_at - n * interval '10 minutes',
        p.issued_as
      from generate_series(1, $3) n, paper p where p.dossier_id = $2`,
    common,
  );
  await world.owner.query(
    `insert into paper_print (tenant_id, id, agency_id, dossier_id, kind, event_seq, copy, officer_id, at)
      select p.tenant_id, p.dossier_id, p.agency_id, p.dossier_id, p.kind, 2, 1, o.id, p.issued_at
      from paper p, (select id from officer where tenant_id = $1 and $2::text <> $3::text limit 1) o`,
    common,
  );
  await world.owner.query(
    `insert into notice (tenant_id, id, dossier_id, event_seq, kind, text, no_channel, oa_id, chat_user_id, planned_at,
        message_id)
      select $1, md5('n' || n)::uuid, md5('d' || n)::uuid, 2, 'accepted', '', false, 'oa', 'u' || n, now(),
        md5('n' || n)::uuid
      from dossier, generate_series(1, $3) n where id = $2`,
    common,
  );
  await world.owner.query(
    `insert into chat_person (tenant_id, oa_id, user_id, first_seen_at)
      select tenant_id, oa_id, chat_user_id, planned_at from notice where not no_channel`,
  );
  await world.owner.query(
    `insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, state, message_id, planned_at, due_at)
      select tenant_id, id, oa_id, chat_user_id, 'out', text, 'seen', 'm' || chat_user_id, planned_at, planned_at
      from notice where not no_channel`,
  );
  await world.owner.query(
    `insert into session (tenant_id, token_hash, officer_id, post_id, created_at, last_used_at)
      select $1, md5('s' || n), s.officer_id, s.post_id, now(), now() from session s, generate_series(1, $3 / 10) n
      where $2::text is not null limit $3 / 10`,
    common,
  );
  await world.owner.query('analyze');
}
