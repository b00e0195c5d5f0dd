// A million dossiers in minutes: two real ones, one open and one handed over, copied by SQL under ids and links of their own.

import type { Action } from '@motcua/domain/dossier-action';
import { type Acting } from '@motcua/domain/dossier-guard';
import type { Pool } from 'pg';
import { wardIds, wardTenant } from '../server/src/demo/ward.ts';
import { demoOfficers } from '../server/src/demo/ward-people.ts';
import { act } from '../server/src/dossiers/act.ts';
import { takeIn } from '../server/src/dossiers/intake.ts';
import { linkDigest, linkToken } from '../server/src/dossiers/link-token.ts';
import type { Context } from '../server/src/platform/context.ts';
import type { Secrets } from '../server/src/platform/secrets.ts';
import { givenIntakeBody } from '../server/test/given-intake.ts';

const ids = wardIds();

export type BenchOfficer = Extract<Acting, { kind: 'officer' }>;

export function officerNamed(username: string): BenchOfficer {
  const found = demoOfficers.find((each) => each.username === username);
  const officerId = ids.officers.get(username);
  if (found === undefined || officerId === undefined) throw new Error(`Nobody is called ${username}.`);
  return {
    kind: 'officer',
    officerId,
    agencyId: ids.agencyId,
    unit: found.unit,
    roles: [...found.roles],
    standsInFor: [],
  };
}

/** The id of the n-th copied dossier. */
export function dossierId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The capability printed on its receipt. */
export function tokenOf(secrets: Secrets, n: number): string {
  return linkToken(secrets, wardTenant, dossierId(n), 1);
}

export interface Samples {
  open: string;
  returned: string;
}

/** What every officer of the walk does, from the specialist's desk to the citizen's hand. */
export const wholeWay: readonly (readonly [string, Action])[] = [
  ['hoa', { type: 'claim' }],
  ['hoa', { type: 'pass_on', note: null }],
  ['long', { type: 'approve' }],
  ['van', { type: 'finish', resultNumber: '12/2026/HT' }],
  ['nhung', { type: 'hand_over', collector: 'Người nộp hồ sơ', method: 'counter' }],
];

/** Two dossiers made through the front door: one waits for a specialist, one was handed over. */
export async function makeSamples(ctx: Context): Promise<Samples> {
  const take = () => takeIn(ctx, wardTenant, officerNamed('nhung'), givenIntakeBody(), { key: ctx.newId() });
  const open = await take();
  const returned = await take();
  let { version } = returned;
  for (const [who, action] of wholeWay)
    ({ version } = await act(ctx, wardTenant, officerNamed(who), {
      dossierId: returned.id,
      version,
      action,
      key: ctx.newId(),
    }));
  return { open: open.id, returned: returned.id };
}

const batch = 20_000;

/** Copies `from` to the dossiers numbered `first` … `last`, with their applicants; `ledger` copies the story too. */
export async function copyDossiers(
  ctx: Context,
  pool: Pool,
  from: string,
  range: { first: number; last: number },
  options: { ledger: boolean },
): Promise<void> {
  const firsts: number[] = [];
  for (let first = range.first; first <= range.last; first += batch) firsts.push(first);
  const lane = async (): Promise<void> => {
    for (let first = firsts.shift(); first !== undefined; first = firsts.shift())
      await copyBatch(ctx, pool, from, first, Math.min(first + batch - 1, range.last), options.ledger);
  };
  // One lane makes digests while PostgreSQL works for the other.
  await Promise.all([lane(), lane()]);
}

async function copyBatch(
  ctx: Context,
  pool: Pool,
  from: string,
  first: number,
  last: number,
  ledger: boolean,
): Promise<void> {
  const digests = Array.from({ length: last - first + 1 }, (_, index) =>
    linkDigest(ctx.secrets, tokenOf(ctx.secrets, first + index)),
  );
  const client = await pool.connect();
  try {
    // The rows point at each other rightly by how they are made; a crash only means seeding again.
    await client.query(
      'begin; set local session_replication_role = replica; set local synchronous_commit = off',
    );
    await client.query(applicantsSql, [from, first, last]);
    await client.query(dossiersSql, [from, first, digests]);
    if (ledger) await client.query(ledgerSql, [from, first, last]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const idOf = (n: string) => `('01900000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const personOf = (n: string) => `('01900000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const applicantsSql = `insert into applicant (tenant_id, id, full_name, identity_digest, last_six_digest, phone,
    address, created_at)
  select a.tenant_id, ${personOf('n')}, 'Nguyễn Văn ' || n, md5('i' || n), md5('s' || n), null, a.address, a.created_at
  from dossier d join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id,
    generate_series($2::int, $3::int) n where d.id = $1`;

// Years of work: a dossier every five minutes back from today; what is open was taken in within the last days.
const dossiersSql = `insert into dossier (tenant_id, id, code, agency_id, holding_agency_id, version, state, head_hash, status,
    applicant_id, procedure_code, procedure_name, channel, unit, role, officer_id, due_at, due_soon_at, clock_running,
    ended, submitted_at, received_at, finished_at, timeliness, updated_at, search_key, link_generation, link_digest)
  select tenant_id, ${idOf('n')}, code || '-' || n, agency_id, agency_id, version,
    state || jsonb_build_object('id', ${idOf('n')}, 'code', code || '-' || n, 'applicantId', ${personOf('n')}),
    head_hash, status, ${personOf('n')}, procedure_code, procedure_name, channel, unit, role, officer_id,
    due_at + shift, due_soon_at + shift, clock_running, ended, submitted_at + shift, received_at + shift,
    finished_at + shift, timeliness, updated_at + shift, 'nguyen van ' || n || ' 09' || n, link_generation, digest
  from dossier d, unnest($3::text[]) with ordinality as given (digest, place)
    cross join lateral (select $2::int + place::int - 1 as n) numbered
    cross join lateral (select case when d.ended then n * interval '-5 minutes' else n % 40 * interval '-3 hours' end
      as shift) shifted
  where d.id = $1`;

const ledgerSql = `insert into ledger (tenant_id, dossier_id, seq, at, actor, type, payload, prev_hash, hash)
  select tenant_id, ${idOf('n')}, seq, at, actor, type, payload, prev_hash, hash
  from ledger, generate_series($2::int, $3::int) n where dossier_id = $1`;
