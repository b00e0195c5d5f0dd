// An officer, a citizen or a rule acts on a dossier: load → decide → record, in one transaction.

import { currentStep, type Dossier } from '@motcua/domain/dossier';
import type { Action } from '@motcua/domain/dossier-action';
import { isAside } from '@motcua/domain/dossier-aside';
import { formatDossierCode } from '@motcua/domain/dossier-code';
import { decide } from '@motcua/domain/dossier-decide';
import type { DecisionFacts } from '@motcua/domain/dossier-decision';
import type { Actor } from '@motcua/domain/dossier-event';
import { type Acting, inPlaceOf, type Refusal } from '@motcua/domain/dossier-guard';
import { holdingAgencyId, takesPart } from '@motcua/domain/dossier-place';
import { dateOf, type Instant } from '@motcua/domain/time';
import { type Frame, holdFrame } from '../agencies/frame-store.ts';
import { findOfficerIn } from '../agencies/officer-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import { standingOf } from '../agencies/standing.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { onceBehindLock } from './command.ts';
import { recordNext } from './record.ts';
import { lockDossier, readLedger, takeNumber } from './store.ts';
import { changesSince } from './timeline.ts';

export interface ActRequest {
  dossierId: string;
  /** The version the actor was looking at. */
  version: number;
  action: Action;
  /** The sender's idempotency key. */
  key: string;
}

export interface ActAnswer {
  id: string;
  version: number;
  status: string;
}

/** Does one action. The same key again gives the same answer; a passed version is refused, never applied twice. */
export async function act(
  ctx: Context,
  tenantId: string,
  acting: Acting,
  request: ActRequest,
  now: Instant = ctx.clock.now(),
): Promise<ActAnswer> {
  const command = { issuer: issuerOf(acting, request.dossierId), key: request.key, request, at: now };
  const answer = await onceBehindLock<ActAnswer>(ctx.database, tenantId, command, async (tx, done) => {
    const [locked, standing] = await Promise.all([
      lockDossier(tx, request.dossierId),
      acting.kind === 'officer' ? standingOf(tx, acting, dateOf(now)) : acting,
    ]);
    // An officer of another agency learns as little as a stranger: nothing.
    if (locked === undefined || (acting.kind === 'officer' && !takesPart(locked.dossier, acting.agencyId)))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    // An answer names the request it answers: whatever else happened meanwhile does not touch it.
    const isBound = request.action.type !== 'give_opinion';
    if (isBound && locked.dossier.version !== request.version)
      await refuseWhatPassed(tx, locked.dossier, request.version, now);
    const frame = await holdFrame(tx, locked.dossier.agencyId, locked.frameVersion);
    const facts = await factsFor(tx, frame, locked.dossier, request.action, now);
    const decision = decide(locked.dossier, request.action, standing, now, facts);
    if (!decision.ok) throw refused(decision.refusal);
    const { type } = request.action;
    const away = inPlaceOf(type, locked.dossier, standing, now, frame.calendar);
    const actor = actorOf(acting, type === 'withdraw', away);
    const recording = { events: decision.events, actor, now };
    return answerOf(await recordNext(ctx, tx, locked, recording, (dossier) => done(answerOf(dossier))));
  });
  crashPoint('act.after-commit');
  return answer;
}

function answerOf({ id, version, status }: Dossier): ActAnswer {
  return { id, version, status };
}

/** What deciding an action needs beside the dossier; accepting takes a number. */
export async function factsFor(
  tx: Tx,
  { calendar, agency }: Frame,
  dossier: Dossier,
  action: Action,
  now: Instant,
): Promise<DecisionFacts> {
  if (action.type === 'accept') return { calendar, code: await takeCode(tx, agency, now) };
  if (action.type === 'claim')
    return { calendar, ...(agency.leaseMinutes === null ? {} : { leaseMinutes: agency.leaseMinutes }) };
  if (action.type !== 'assign') return { calendar, ...(await readPlaces(tx, dossier.process)) };
  const { unit } = currentStep(dossier);
  const officer = await findOfficerIn(tx, action.officerId, holdingAgencyId(dossier), unit, dateOf(now));
  return officer === undefined
    ? { calendar }
    : {
        calendar,
        assignee: {
          officerId: officer.id,
          agencyId: officer.agencyId,
          unit: officer.unit,
          roles: officer.roles,
        },
      };
}

/** The next code of the agency's day, in the national format: `000.00.27.H53-261122-0007`. */
export async function takeCode(tx: Tx, agency: Frame['agency'], now: Instant): Promise<string> {
  const day = dateOf(now);
  return formatDossierCode(agency.dossierCodePrefix, day, await takeNumber(tx, agency.id, day));
}

/** `onBehalf`: an officer records what the citizen asked for. `away`: the colleague in whose place it is done. */
export function actorOf(acting: Acting, onBehalf = false, away: string | null = null): Actor {
  switch (acting.kind) {
    case 'officer':
      return {
        kind: 'officer',
        officerId: acting.officerId,
        onBehalf,
        ...(away !== null && { inPlaceOf: away }),
      };
    case 'citizen':
      return { kind: 'citizen', chatId: null };
    case 'system':
      return { kind: 'system', rule: 'clock' };
  }
}

function issuerOf(acting: Acting, dossierId: string): string {
  return acting.kind === 'officer' ? acting.officerId : `${acting.kind}:${dossierId}`;
}

function refused(refusal: Refusal): Problem {
  return new Problem(refusal.kind, refusal.why);
}

/** Another version than the actor saw: refused with what happened since, unless all of it was beside the matter. */
async function refuseWhatPassed(tx: Tx, dossier: Dossier, seen: number, now: Instant): Promise<void> {
  const since = (await readLedger(tx, dossier.id)).filter(({ recorded }) => recorded.seq > seen);
  if (seen < dossier.version && since.every(({ recorded }) => isAside(recorded.event))) return;
  throw passed(dossier, await changesSince(tx, dossier, seen, now));
}

/** Somebody was faster: what was typed is kept. */
export function passed(dossier: Dossier, changes: Awaited<ReturnType<typeof changesSince>> = []): Problem {
  return new Problem(
    'step_has_passed',
    'Hồ sơ vừa được người khác cập nhật. Nội dung Anh/Chị đã nhập còn nguyên; xin xem lại hồ sơ rồi làm tiếp.',
    { extra: { version: dossier.version, changes } },
  );
}
