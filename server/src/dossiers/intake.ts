// Taking in: a dossier is filed and, at the counter, accepted in the same act with its code, receipt and first hand-over.

import { termText } from '@motcua/domain/clock-time';
import type { Dossier, FilingChannel } from '@motcua/domain/dossier';
import { apply } from '@motcua/domain/dossier-apply';
import { readClock } from '@motcua/domain/dossier-clock';
import { decide } from '@motcua/domain/dossier-decide';
import type { Actor, DossierEvent } from '@motcua/domain/dossier-event';
import type { ActorFacts } from '@motcua/domain/dossier-guard';
import { checkFiling } from '@motcua/domain/filing';
import { foldedKey } from '@motcua/domain/folding';
import type { Process, ProcessCase } from '@motcua/domain/process';
import { processOfCase } from '@motcua/domain/process-budget';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import { standingOf } from '../agencies/standing.ts';
import { fillSlots } from '../files/fill-slots.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered, type OfferedProcedure } from '../procedures/store.ts';
import { actorOf, takeCode } from './act.ts';
import { insertApplicant } from './applicant-store.ts';
import { once } from './command.ts';
import { lastSixDigest } from './link-token.ts';
import { recordNew } from './record.ts';
import type { IntakeAnswer, IntakeBody } from './schema.ts';

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
    once(tx, { issuer: clerk.officerId, key, request: body, at: now }, async () => {
      const acting = { kind: 'officer', ...(await standingOf(tx, clerk, dateOf(now))) } as const;
      const filing = await prepare(ctx, tx, clerk.agencyId, body, 'counter', now);
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
      const slots = body.papers.map(({ uploads = [], ...paper }) => ({ ...paper, uploads }));
      const into = { dossierId: dossier.id, officerId: clerk.officerId, origin: 'counter', now } as const;
      const files = await fillSlots(ctx, tx, slots, into);
      if (files.length > 0) taken({ type: 'files_kept', files });
      go({ type: 'accept' }, { code: await takeCode(tx, agency, now), fee: body.fee });
      if (body.fee > 0 && body.feePaid) go({ type: 'confirm_payment', receiptNumber: null });
      if (body.passOn) go({ type: 'pass_on', note: null });
      const saved = await save(ctx, tx, filing, events, actor, now);
      if (saved.code === null) throw new Error('An accepted dossier has its code.');
      return {
        id: saved.id,
        code: saved.code,
        version: saved.version,
        due: readClock(saved, calendar, now).due,
      };
    }),
  );
  crashPoint('intake.after-commit');
  return answer;
}

/** Somebody outside the office who files for a citizen, and how it is kept that they did. */
export interface FilingHelper {
  facts: ActorFacts;
  keep: (tx: Tx, dossierId: string, at: Instant) => Promise<void>;
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
        const filing = await prepare(ctx, tx, agencyId, body, channel, now);
        if (helper !== undefined) await standingOf(tx, helper.facts, dateOf(now));
        const actor: Actor =
          helper === undefined
            ? { kind: 'citizen', chatId: null }
            : { kind: 'officer', officerId: helper.facts.officerId, onBehalf: true };
        const saved = await save(ctx, tx, filing, [filing.submitted], actor, now);
        await helper?.keep(tx, saved.id, now);
        return { id: saved.id, version: saved.version };
      },
    ),
  );
}

interface Filing {
  submitted: Extract<DossierEvent, { type: 'dossier_submitted' }>;
  searchKey: string;
}

/** Checks every field, writes the applicant and makes the first event. */
async function prepare(
  ctx: Context,
  tx: Tx,
  agencyId: string,
  body: IntakeBody,
  channel: FilingChannel,
  now: Instant,
): Promise<Filing> {
  const offered = await getOffered(tx, body.procedureCode, dateOf(now));
  if (offered === undefined)
    throw new Problem('invalid_fields', 'Thủ tục này không có trong danh mục tiếp nhận của cơ quan.', {
      fields: [{ field: 'procedureCode', message: 'Chọn một thủ tục trong danh mục.' }],
    });
  const verdict = checkFiling(body, offered.procedure, { allowDemo: ctx.demo });
  if (!verdict.ok)
    throw new Problem('invalid_fields', 'Có mục cần sửa trước khi tiếp nhận; các mục khác được giữ nguyên.', {
      fields: verdict.fields,
    });
  const { identity, lastSix, phone } = verdict;
  const applicantId = ctx.newId();
  await insertApplicant(
    tx,
    {
      id: applicantId,
      fullName: body.applicant.fullName.normalize('NFC'),
      identitySealed: ctx.secrets.seal(identity, `${tx.tenantId}/applicant/${applicantId}`),
      identityDigest: ctx.secrets.fingerprint(`${tx.tenantId}/${identity}`, 'identity'),
      lastSixDigest: lastSix === null ? null : lastSixDigest(ctx.secrets, tx.tenantId, applicantId, lastSix),
      phone,
      email: body.applicant.email,
      address: body.applicant.address.normalize('NFC'),
      bornOn: body.applicant.bornOn ?? null,
      sex: body.applicant.sex ?? null,
      issuedOn: body.applicant.issuedOn ?? null,
    },
    now,
  );
  return {
    submitted: submission(ctx.newId(), agencyId, applicantId, offered, body, channel),
    searchKey: searchKeyOf(body.applicant.fullName, offered.procedure.shortName, phone),
  };
}

/** A phone is found as people type it, `0912…`, and as other systems paste it, `+84912…`. */
function searchKeyOf(fullName: string, procedureName: string, phone: string | null): string {
  const phones = phone === null ? '' : `${phone.replace('+84', '0')} ${phone}`;
  return foldedKey(`${fullName} ${procedureName} ${phones}`);
}

function submission(
  id: string,
  agencyId: string,
  applicantId: string,
  { procedure, version, process }: OfferedProcedure,
  body: IntakeBody,
  channel: FilingChannel,
): Filing['submitted'] {
  const terms = procedure.channels.find((option) => option.channel === channel) ?? procedure.channels[0];
  const chosen = caseOf(process, body.caseId);
  return {
    type: 'dossier_submitted',
    id,
    agencyId,
    procedureCode: procedure.code,
    procedureVersion: version,
    procedureName: procedure.shortName,
    process: chosen === undefined ? process : processOfCase(process, chosen),
    term: chosen?.term ?? terms?.term ?? { unit: 'none' },
    termText:
      chosen?.term == null
        ? (terms?.termText ?? 'Không quy định')
        : (chosen.termText ?? termText(chosen.term)),
    channel,
    applicantId,
    summary: body.summary ?? procedure.shortName,
    papers: body.papers.map(({ paperId, name, originals, copies, note }) => ({
      paperId,
      name,
      originals,
      copies,
      note: note ?? noteOf(procedure, paperId),
    })),
    copies: body.copies,
    deliveryMethod: body.deliveryMethod,
  };
}

/** Each case has its own steps, times and term: a dossier has to be of one. */
function caseOf(process: Process, caseId: string | undefined): ProcessCase | undefined {
  if (process.cases === undefined) return undefined;
  const chosen = process.cases.find(({ id }) => id === caseId);
  if (chosen === undefined)
    throw new Problem('invalid_fields', 'Thủ tục này có nhiều trường hợp với thời hạn khác nhau.', {
      fields: [{ field: 'caseId', message: 'Chọn trường hợp của hồ sơ này.' }],
    });
  return chosen;
}

/** What is only looked at goes back at once: the receipt must not say that the office keeps it. */
function noteOf(procedure: OfferedProcedure['procedure'], paperId: string): string | null {
  const shown = procedure.papers.some((paper) => paper.id === paperId && paper.use === 'show');
  return shown ? 'Xuất trình, đã trả lại' : null;
}

async function save(
  ctx: Context,
  tx: Tx,
  filing: Filing,
  events: DossierEvent[],
  actor: Actor,
  now: Instant,
): Promise<Dossier> {
  return recordNew(ctx, tx, { events, actor, now }, filing.searchKey);
}
