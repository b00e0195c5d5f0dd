// Honest times of a procedure over the last year, counted from the dossiers and kept for a few minutes.

import { type Calendar, workingDaysBetween } from '@motcua/domain/calendar';
import { type Fate, type ServiceTimes, serviceTimesOf } from '@motcua/domain/service-times';
import { statuses } from '@motcua/domain/status';
import { dateOf, type Instant, type PlainDate, plusDays, plusMinutes } from '@motcua/domain/time';
import { getCalendar, listAgencies } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Database, Tx } from '../platform/database.ts';
import { countFates, type FateRow } from './times-store.ts';

interface Kept {
  times: ServiceTimes;
  until: Instant;
}

const kept = new WeakMap<Database, Map<string, Kept>>();
const keptMinutes = 10;
const mostKept = 2_000;

export async function serviceTimesFor(ctx: Context, tx: Tx, code: string): Promise<ServiceTimes> {
  const now = ctx.clock.now();
  const known = kept.get(ctx.database) ?? new Map<string, Kept>();
  kept.set(ctx.database, known);
  const key = `${tx.tenantId}/${code}`;
  const found = known.get(key);
  // A clock that was set back proves nothing.
  if (found !== undefined && now < found.until && now >= plusMinutes(found.until, -keptMinutes))
    return found.times;
  const times = await countTimes(tx, code, now);
  known.delete(key);
  known.set(key, { times, until: plusMinutes(now, keptMinutes) });
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break;
    known.delete(oldest);
  }
  return times;
}

async function countTimes(tx: Tx, code: string, now: Instant): Promise<ServiceTimes> {
  const today = dateOf(now);
  const [agency] = await listAgencies(tx);
  if (agency === undefined) return serviceTimesOf([]);
  const calendar = await getCalendar(tx, agency.id);
  const rows = await countFates(tx, code, { since: plusDays(now, -365), now });
  return serviceTimesOf(rows.map((row) => fateOf(row, calendar, today)));
}

function fateOf(row: FateRow, calendar: Calendar, today: PlainDate): Fate {
  const ended = statuses[row.status].clock === 'ended';
  return {
    days: workingDaysBetween(calendar, row.received, row.finished ?? today),
    count: row.count,
    end: !ended
      ? 'open'
      : row.status === 'withdrawn'
        ? 'left'
        : row.status === 'stopped' || row.status === 'refused_at_intake'
          ? 'stopped'
          : 'done',
    late: row.late,
  };
}
