// Taking in: a dossier is filed and, at the counter, accepted in the same act with its code, receipt and first hand-over.

import type { Dossier, FilingChannel, KeptFile } from '@motcua/domain/dossier';
import { apply } from '@motcua/domain/dossier-apply';
import { readClock } from '@motcua/domain/dossier-clock';
import { decide } from '@motcua/domain/dossier-decide';
import type { Actor, DossierEvent } from '@motcua/domain/dossier-event';
import type { ActorFacts } from '@motcua/domain/dossier-guard';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import { standingOf } from '../agencies/standing.ts';
import { fillSlots } from '../files/fill-slots.ts';
import { type FileToKeep, keepFile } from '../files/keep.ts';
import type { FileOrigin } from '../files/store.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { actorOf, takeCode } from './act.ts';
import { once } from './command.ts';
import { prepareFiling } from './prepare-filing.ts';
import { recordNew } from './record.ts';
import type { IntakeAnswer, IntakeBody } from './schema.ts';
import { joinVisit } from './visit.ts';

export interface IntakeOptions {
  key: string;
  now?: Instant;
}

/** Counter intake by a clerk: filed, accepted and (if asked) passed on, all or nothing. */
export async function takeIn(
  ctx: Context,
  tenantId: string,
  clerk: ActorFacts,
  body: IntakeBody,
  { key, now = ctx.clock.now() }: IntakeOptions,
): Promise<IntakeAnswer> {
  const answer = await ctx.database.tenant(tenantId, (tx) =>
    once(tx, { issuer: clerk.officerId, key, request: body, at: now }, () =>
      takeInWithin(ctx, tx, clerk, body, now),
    ),
  );
  crashPoint('intake.after-commit');
  return answer;
}

/** The same as a part of a larger act, in its transaction: a group of dossiers is taken in together. */
export async function takeInWithin(
  ctx: Context,
  tx: Tx,
  clerk: ActorFacts,
  body: IntakeBody,
  now: Instant,
): Promise<IntakeAnswer> {
  const acting = { kind: 'officer', ...(await standingOf(tx, clerk, dateOf(now))) } as const;
  const filing = await prepareFiling(ctx, tx, clerk.agencyId, body, 'counter', now);
  const { calendar, agency } = await getFrame(tx, clerk.agencyId);
  const { placeOf } = await readPlaces(tx, filing.submitted.process);
  const actor = actorOf(acting);
  const events: DossierEvent[] = [filing.submitted];
  let dossier = apply(null, { seq: 1, at: now, actor, event: filing.submitted });
  const taken = (event: DossierEvent) => {
    dossier = apply(dossier, { seq: dossier.version + 1, at: now, actor, event });
    events.push(event);
  };
  const go = (action: Parameters<typeof decide>[1], facts: { code?: string; fee?: number } = {}) => {
    const decision = decide(dossier, action, acting, now, { calendar, placeOf, ...facts });
    if (!decision.ok) throw new Problem(decision.refusal.kind, decision.refusal.why);
    decision.events.forEach(taken);
  };
  if (filing.again !== null) taken(filing.again);
  const slots = body.papers.map(({ uploads = [], ...paper }) => ({ ...paper, uploads }));
  const into = { dossierId: dossier.id, officerId: clerk.officerId, origin: 'counter', now } as const;
  const files = await fillSlots(ctx, tx, slots, into);
  if (files.length > 0) taken({ type: 'files_kept', files });
  go({ type: 'accept' }, { code: await takeCode(tx, agency, now), fee: body.fee });
  if (body.fee > 0 && body.feePaid) go({ type: 'confirm_payment', receiptNumber: null });
  if (body.passOn) go({ type: 'pass_on', note: null });
  const saved = await recordNew(ctx, tx, { events, actor, now }, filing.searchKey);
  if (saved.code === null) throw new Error('An accepted dossier has its code.');
  const visit =
    body.sameVisitAs === undefined ? null : await joinVisit(ctx, tx, clerk, saved, body.sameVisitAs, now);
  return {
    id: saved.id,
    code: saved.code,
    version: saved.version,
    due: readClock(saved, calendar, now).due,
    visit,
  };
}

/** Somebody outside the office who files for a citizen, and how it is kept that they did. */
export interface FilingHelper {
  facts: ActorFacts;
  keep: (tx: Tx, dossierId: string, at: Instant) => Promise<void>;
}

/** What goes with a filing from outside: files for its papers, and the answers of its e-form. */
export interface Enclosed {
  files: readonly Omit<FileToKeep, 'dossierId' | 'origin' | 'officerId' | 'now'>[];
  origin: FileOrigin;
  /** Made of the dossier's id: a keyed hash of the answers is bound to it. */
  formOf: (dossierId: string) => { version: number; digest: string };
}

/** A filing online or by post, by the citizen or a helper: it waits for the counter's answer; no code yet. */
export async function file(
  ctx: Context,
  tenantId: string,
  agencyId: string,
  body: IntakeBody,
  channel: Exclude<FilingChannel, 'counter'>,
  { key, now = ctx.clock.now(), helper }: IntakeOptions & { helper?: FilingHelper },
): Promise<{ id: string; version: number }> {
  return ctx.database.tenant(tenantId, (tx) =>
    once(
      tx,
      { issuer: helper?.facts.officerId ?? `filing:${agencyId}`, key, request: { body, channel }, at: now },
      async () => {
        if (helper !== undefined) await standingOf(tx, helper.facts, dateOf(now));
        const actor: Actor =
          helper === undefined
            ? { kind: 'citizen', chatId: null }
            : { kind: 'officer', officerId: helper.facts.officerId, onBehalf: true };
        const saved = await fileWithin(ctx, tx, { agencyId, body, channel, actor }, now);
        await helper?.keep(tx, saved.id, now);
        return { id: saved.id, version: saved.version };
      },
    ),
  );
}

/** The same as a part of a larger act, in its transaction: a draft becomes a dossier, with its papers and its answers. */
export async function fileWithin(
  ctx: Context,
  tx: Tx,
  filed: {
    agencyId: string;
    body: IntakeBody;
    channel: Exclude<FilingChannel, 'counter'>;
    actor: Actor;
    enclosed?: Enclosed;
  },
  now: Instant,
): Promise<Dossier> {
  const { agencyId, body, channel, actor, enclosed } = filed;
  const { submitted, searchKey } = await prepareFiling(ctx, tx, agencyId, body, channel, now);
  const { id } = submitted;
  const events: DossierEvent[] = [
    enclosed === undefined ? submitted : { ...submitted, form: enclosed.formOf(id) },
  ];
  const files: KeptFile[] = [];
  for (const each of enclosed?.files ?? [])
    files.push(
      await keepFile(ctx, tx, {
        ...each,
        dossierId: id,
        origin: enclosed?.origin ?? 'web',
        officerId: null,
        now,
      }),
    );
  if (files.length > 0) events.push({ type: 'files_kept', files });
  return recordNew(ctx, tx, { events, actor, now }, searchKey);
}
