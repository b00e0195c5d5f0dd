// “Hồ sơ tiếp theo”: gives an officer the dossier that is next in line, takes it for them, and keeps why one was left to others.

import { decide } from '@motcua/domain/dossier-decide';
import { takesPart } from '@motcua/domain/dossier-place';
import { skippedUntil, skipText } from '@motcua/domain/next-dossier';
import { dateOf, type Instant, plusDays } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { standingOf } from '../agencies/standing.ts';
import { actorOf } from '../dossiers/act.ts';
import { once } from '../dossiers/command.ts';
import { recordNext } from '../dossiers/record.ts';
import { type LockedDossier, lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { NextAnswer, NextBody, SkipList } from './schema.ts';
import { countSkipped, insertSkip, listSkips, lockNext } from './store.ts';

/** Skips the one at hand, where one is named, and takes the next: all of it or nothing. */
export async function takeNext(
  ctx: Context,
  caller: Caller,
  body: NextBody,
  key: string,
): Promise<NextAnswer> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: body, at: now }, async () => {
      const standing = await standingOf(tx, caller, dateOf(now));
      if (body.skip !== null) await skip(ctx, tx, standing, body.skip, now);
      const id = await lockNext(tx, standing, now);
      const locked = id === undefined ? undefined : await lockDossier(tx, id);
      const skipped = await countSkipped(tx, standing, now);
      if (locked === undefined) return { dossier: null, skipped };
      const { version, code, procedureName } = await record(
        ctx,
        tx,
        locked,
        standing,
        { type: 'claim' },
        now,
      );
      return { dossier: { id: locked.dossier.id, version, code, procedureName }, skipped };
    }),
  );
}

async function skip(
  ctx: Context,
  tx: Tx,
  caller: Caller,
  { dossierId, why }: NonNullable<NextBody['skip']>,
  now: Instant,
): Promise<void> {
  const locked = await lockDossier(tx, dossierId);
  if (locked === undefined || !takesPart(locked.dossier, caller.agencyId))
    throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
  const { dossier } = locked;
  const { officerId, unit } = dossier.holding;
  if (officerId !== caller.officerId)
    throw new Problem(
      'not_possible_now',
      'Anh/Chị không còn giữ hồ sơ này nên không cần bỏ qua. Xin bấm Hồ sơ tiếp theo.',
    );
  const note = why.note === '' ? null : why.note;
  const reason = `Bỏ qua: ${skipText({ reason: why.reason, note })}`;
  await record(ctx, tx, locked, caller, { type: 'release', reason }, now);
  const { calendar } = await getFrame(tx, dossier.agencyId);
  const until = skippedUntil(calendar, now);
  await insertSkip(tx, {
    dossierId,
    officerId: caller.officerId,
    agencyId: caller.agencyId,
    unit,
    reason: why.reason,
    note,
    at: now,
    until,
  });
}

async function record(
  ctx: Context,
  tx: Tx,
  locked: LockedDossier,
  caller: Caller,
  action: { type: 'claim' } | { type: 'release'; reason: string },
  now: Instant,
) {
  const { calendar, agency } = await getFrame(tx, locked.dossier.agencyId);
  const acting = { kind: 'officer', ...caller } as const;
  const facts = { calendar, ...(agency.leaseMinutes === null ? {} : { leaseMinutes: agency.leaseMinutes }) };
  const decision = decide(locked.dossier, action, acting, now, facts);
  if (!decision.ok) throw new Problem(decision.refusal.kind, decision.refusal.why);
  return recordNext(ctx, tx, locked, { events: decision.events, actor: actorOf(acting), now });
}

/** Days that leaders look back on. */
const days = 30;

/** Who skipped what, and why: for the head of a unit their unit, for leaders the whole agency. */
export async function readSkips(ctx: Context, caller: Caller): Promise<SkipList> {
  const wide = caller.roles.includes('approver') || caller.roles.includes('centre_head');
  if (!wide && !caller.roles.includes('dispatcher'))
    throw new Problem(
      'not_allowed',
      'Danh sách này dành cho lãnh đạo đơn vị. Xin nhờ lãnh đạo nếu Anh/Chị cần xem.',
    );
  const since = plusDays(ctx.clock.now(), -days);
  const skips = await ctx.database.tenant(caller.tenantId, (tx) =>
    listSkips(tx, caller.agencyId, wide ? null : caller.unit, since),
  );
  return {
    byOfficer: counted(skips.map(({ officerName }) => officerName)).map(([name, count]) => ({ name, count })),
    byReason: counted(skips.map(({ reason }) => skipText({ reason, note: null }))).map(([text, count]) => ({
      text,
      count,
    })),
    total: skips.length,
    rows: skips.map(({ reason, note, ...row }) => ({ ...row, text: skipText({ reason, note }) })),
  };
}

/** How often each occurs, the most frequent first. */
function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
