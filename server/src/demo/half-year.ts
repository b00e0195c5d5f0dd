// Half a year of dossiers, made by running the real use cases on a virtual clock: nothing is inserted.

import { addWorkingMinutes, type Calendar, isWorkingDay } from '@motcua/domain/calendar';
import { dateOf, dateOfDay, dayNumber, type Instant, instantAt } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import { act } from '../dossiers/act.ts';
import { file, takeIn } from '../dossiers/intake.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import { makeCalls } from './calls.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { filingOf } from './filings.ts';
import { minutesUntilNext, nextMove } from './moves.ts';
import { wardIds, wardTenant } from './ward.ts';
import { demoOfficers } from './ward-people.ts';

export interface Story {
  /** The present: nothing happens after it. */
  until: Instant;
  /** Calendar days to live through. */
  days: number;
  /** Filings on an average working day. */
  perDay: number;
  seed: number;
}

const busyDays = 14;

/** Somebody's next deed: a new filing when there is no dossier yet. */
interface Task {
  at: Instant;
  dossierId: string | null;
}

/** Lives through the days until now; calls back with the share done; gives the number of dossiers. */
export async function liveThrough(
  ctx: Context,
  story: Story,
  onProgress: (share: number) => void,
): Promise<number> {
  const chance = chanceFrom(story.seed);
  const calendar = await ctx.database.tenant(wardTenant, (tx) => getCalendar(tx, wardIds().agencyId));
  const tasks = filingTimes(story, calendar, chance);
  const total = tasks.length;
  let filed = 0;
  while (tasks.length > 0) {
    const task = takeEarliest(tasks);
    if (task.at > story.until) break;
    const dossierId = task.dossierId ?? (await begin(ctx, (filed += 1), chance, task.at));
    if (task.dossierId !== null) await move(ctx, dossierId, chance, task.at);
    else onProgress(filed / total);
    const next = await whenNext(ctx, dossierId, calendar, chance, task.at);
    if (next !== null) insertInOrder(tasks, { at: next, dossierId });
  }
  await makeCalls(ctx, calendar, story.until);
  return filed;
}

function filingTimes(story: Story, calendar: Calendar, chance: Chance): Task[] {
  const last = dayNumber(dateOf(story.until));
  const times: Instant[] = [];
  for (let day = last - story.days; day <= last; day += 1) {
    const date = dateOfDay(day);
    if (!isWorkingDay(calendar, date)) continue;
    // The last weeks are busy, so that the desk has something on it today.
    const perDay = last - day < busyDays ? story.perDay * 4 : story.perDay;
    const count = Math.floor(perDay / 2) + chance.below(perDay + 1);
    for (let n = 0; n < count; n += 1) {
      const morning = chance.happens(0.65);
      times.push(instantAt(date, morning ? 455 + chance.below(230) : 815 + chance.below(195)));
    }
  }
  // Latest first: the earliest is taken from the end.
  return times.sort((a, b) => (a < b ? 1 : -1)).map((at) => ({ at, dossierId: null }));
}

function takeEarliest(tasks: Task[]): Task {
  const task = tasks.pop();
  if (task === undefined) throw new Error('No task is left.');
  return task;
}

function insertInOrder(tasks: Task[], task: Task): void {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.at ?? '') > task.at) low = middle + 1;
    else high = middle;
  }
  tasks.splice(low, 0, task);
}

/** Seven of eight come to the counter; the others file online and wait for the counter's answer. */
async function begin(ctx: Context, index: number, chance: Chance, at: Instant): Promise<string> {
  const body = filingOf(index, chance);
  const ids = wardIds();
  const options = { key: `demo-filing-${index}`, now: at };
  if (chance.happens(0.125)) return (await file(ctx, wardTenant, ids.agencyId, body, 'online', options)).id;
  const clerk = chance.pick(demoOfficers.filter((officer) => officer.roles.includes('clerk_in')));
  const facts = {
    officerId: ids.officers.get(clerk.username) ?? '',
    agencyId: ids.agencyId,
    unit: clerk.unit,
    roles: clerk.roles,
    standsInFor: [],
  };
  return (await takeIn(ctx, wardTenant, facts, body, options)).id;
}

async function move(ctx: Context, dossierId: string, chance: Chance, at: Instant): Promise<void> {
  const dossier = await ctx.database.tenant(wardTenant, (tx) => findDossier(tx, dossierId));
  const next = dossier && nextMove(dossier, chance, at);
  if (!dossier || !next) return;
  const key = `demo-${dossierId}-${dossier.version}`;
  await act(
    ctx,
    wardTenant,
    next.acting,
    { dossierId, version: dossier.version, action: next.action, key },
    at,
  );
}

async function whenNext(
  ctx: Context,
  dossierId: string,
  calendar: Calendar,
  chance: Chance,
  at: Instant,
): Promise<Instant | null> {
  const dossier = await ctx.database.tenant(wardTenant, (tx) => findDossier(tx, dossierId));
  if (!dossier || dossier.endedAt !== null) return null;
  return addWorkingMinutes(calendar, at, minutesUntilNext(dossier, chance));
}
