// The one door: whatever happens to a dossier is written here, with its ledger rows and its notice, in the caller's transaction.

import type { Calendar } from '@motcua/domain/calendar';
import { nextClockAct } from '@motcua/domain/clock-acts';
import { computeDeadline } from '@motcua/domain/deadline';
import { currentStep, type Dossier, isEnded } from '@motcua/domain/dossier';
import { apply } from '@motcua/domain/dossier-apply';
import { verdictOf } from '@motcua/domain/dossier-clock';
import type { Actor, DossierEvent, Recorded } from '@motcua/domain/dossier-event';
import { deadlineInputOf } from '@motcua/domain/dossier-guard';
import { attentionOf } from '@motcua/domain/duties';
import { lastUsefulMoment } from '@motcua/domain/step-plan';
import type { Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { removeUnusedLinkCodes } from '../chat/following-store.ts';
import { planNotice } from '../notices/plan.ts';
import { keepAwaited } from '../opinions/store.ts';
import { keepPapers } from '../papers/keep.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { inviteToRate } from '../ratings/invite.ts';
import type { DoneCommand } from './command-store.ts';
import { linkDigest, linkToken } from './link-token.ts';
import {
  announceChange,
  appendLedger,
  chain,
  insertDossier,
  type LockedDossier,
  type Projection,
  writeAct,
} from './store.ts';

export interface Recording {
  events: readonly DossierEvent[];
  actor: Actor;
  now: Instant;
  /** The dossier as it was before the act that is taken back; with that event alone. */
  before?: Dossier;
}

/** Opens a dossier: its first events, its row, its capability. */
export async function recordNew(
  ctx: Context,
  tx: Tx,
  recording: Recording,
  searchKey: string,
): Promise<Dossier> {
  const { dossier, recorded } = applyAll(null, recording);
  const { calendar } = await getFrame(tx, dossier.agencyId);
  const { rows, head } = chain(tx.tenantId, dossier.id, recorded);
  const keys = { linkDigest: digestFor(ctx, tx, dossier), searchKey };
  await appendLedger(tx, dossier.id, rows);
  await insertDossier(tx, dossier, project(dossier, calendar), head, keys, recording.now);
  await afterwards(ctx, tx, dossier, recorded, recording.now);
  return dossier;
}

/** Records further events of a locked dossier. */
export async function recordNext(
  ctx: Context,
  tx: Tx,
  locked: LockedDossier,
  recording: Recording,
  /** What is kept of the command that asked for it; absent where a rule of the clock acts. */
  command?: (dossier: Dossier) => DoneCommand,
): Promise<Dossier> {
  const { dossier, recorded } = applyAll(locked.dossier, recording);
  const { calendar } = await getFrame(tx, dossier.agencyId);
  const { rows, head } = chain(tx.tenantId, dossier.id, recorded, locked.headHash);
  const renewed = dossier.linkGeneration !== locked.dossier.linkGeneration;
  const linkDigest = renewed ? digestFor(ctx, tx, dossier) : null;
  const row = { dossier, projection: project(dossier, calendar), headHash: head, linkDigest };
  await writeAct(tx, rows, row, command?.(dossier) ?? null, recording.now);
  if (dossier.opinions !== locked.dossier.opinions) await keepAwaited(tx, dossier);
  await afterwards(ctx, tx, dossier, recorded, recording.now);
  return dossier;
}

/** What follows from the events. What was written of the dossier travels with its first question, or with the commit. */
async function afterwards(
  ctx: Context,
  tx: Tx,
  dossier: Dossier,
  recorded: Recorded[],
  now: Instant,
): Promise<void> {
  announceChange(tx, dossier);
  if (recorded.some(({ event }) => event.type === 'link_renewed'))
    await removeUnusedLinkCodes(tx, dossier.id);
  await keepPapers(tx, dossier, recorded);
  await inviteToRate(tx, dossier, recorded, now);
  await planNotice(ctx, tx, dossier, recorded, now);
  crashPoint('act.before-commit');
}

/**
 * The digest of the only QR that opens the dossier now. Renewing revokes the older prints and the codes made from them;
 * a chat linked before stays linked: that rests on its person's consent, which only that person takes back.
 */
function digestFor(ctx: Context, tx: Tx, { id, linkGeneration }: Dossier): string {
  return linkDigest(ctx.secrets, linkToken(ctx.secrets, tx.tenantId, id, linkGeneration));
}

function applyAll(start: Dossier | null, { events, actor, now, before }: Recording) {
  const recorded: Recorded[] = [];
  let dossier = start;
  for (const event of events) {
    const row: Recorded = { seq: (dossier?.version ?? 0) + 1, at: now, actor, event };
    dossier = apply(dossier, row, before);
    recorded.push(row);
  }
  if (dossier === null) throw new Error('A dossier is opened by at least one event.');
  return { dossier, recorded };
}

/** Decides once, here, what SQL later only counts: due, at risk from when, early / on time / late. */
export function project(dossier: Dossier, calendar: Calendar): Projection {
  const input = deadlineInputOf(dossier);
  const due = input === null ? null : computeDeadline(calendar, input).due;
  // Waiting for the citizen stops the clock only when it began in time: what is late stays late, and in that tab.
  const clockRunning = due !== null && dossier.finishedAt === null && dossier.endedAt === null;
  return {
    role: currentStep(dossier).role,
    dueAt: due,
    dueSoonAt: clockRunning ? lastUsefulMoment(dossier, calendar) : null,
    clockRunning,
    ended: isEnded(dossier.status),
    timeliness: verdictOf(dossier, calendar)?.timeliness ?? null,
    clockAt: nextClockAct(dossier, calendar)?.at ?? null,
    attention: attentionOf(dossier, calendar),
  };
}
