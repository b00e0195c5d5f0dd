// Looks up what the conversation needs to know for its next step, and nothing more.

import { surelyMeant } from '@motcua/domain/chat-filing-facts';
import type { Intent } from '@motcua/domain/chat-intent';
import type { Conversation } from '@motcua/domain/chat-state';
import { type Facts, factsNeeded, type KnownDossier, type Needs } from '@motcua/domain/chat-step';
import { questionDue } from '@motcua/domain/question';
import { promiseReply } from '@motcua/domain/talk';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import { statusViewOf } from '../dossiers/citizen-view.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { findAnswerFor } from '../questions/public.ts';
import type { TalkRow } from '../talks/store.ts';
import { type SentFile, slotsOf } from './complete.ts';
import { gatherFiling } from './filing.ts';
import { findProcedures } from './find-procedures.ts';
import { dossiersFollowedBy, lockLinkCode } from './following-store.ts';
import { linkCodeDigest } from './link.ts';
import { officeFacts } from './office.ts';
import type { ChatRef } from './person-store.ts';
import { prove } from './prove.ts';
import { findRated } from './rating.ts';

/** More dossiers than one person ever follows; a list says how many there are beyond its five lines. */
const mostFollowed = 50;

interface Talk {
  chat: ChatRef;
  agencyId: string;
  conversation: Conversation;
  intent: Intent;
  awaited: readonly string[];
  sent: SentFile | null;
  /** The words as they were typed. */
  said: string | null;
  /** The talk with officers that is open. */
  open: TalkRow | undefined;
}

/** The facts for one step. A proof that fails is counted here, in the step's own transaction. */
export async function gatherFacts(ctx: Context, tx: Tx, talk: Talk, now: Instant): Promise<Facts> {
  const needs = factsNeeded(talk.conversation, talk.intent, now);
  const linked = needs.linked
    ? await viewAll(tx, await dossiersFollowedBy(tx, talk.chat, mostFollowed), now)
    : [];
  const named = await findProcedures(ctx, tx, needs.procedures, talk.said, dateOf(now));
  const { procedures } = named;
  const calendar = await getCalendar(tx, talk.agencyId);
  const isLinked = (code: string) => linked.some(({ view }) => view.code === code);
  const meant =
    talk.intent.kind === 'apply' || talk.conversation.state.kind === 'asked_what_to_file'
      ? surelyMeant(procedures, needs.procedures?.words ?? [])
      : null;
  return {
    now,
    office: await officeFacts(tx, talk.agencyId, now),
    linked,
    proof:
      needs.proof === null || isLinked(needs.proof.code)
        ? null
        : await tryProof(ctx, tx, talk, needs.proof, now),
    shown: await findShown(ctx, tx, needs.shown, now),
    slots: needs.slots || talk.sent !== null ? await slotsOf(tx, talk.awaited) : [],
    sent: talk.sent === null ? null : talk.sent.ok ? { ok: true } : talk.sent,
    handover: {
      open: talk.open === undefined ? null : { answerBy: talk.open.answerBy },
      promise: promiseReply(calendar, now),
    },
    asking: {
      quoted:
        needs.answers === null || procedures.length > 0
          ? null
          : await findAnswerFor(tx, talk.agencyId, needs.answers, dateOf(now)),
      by: questionDue(calendar, now),
    },
    toRate: needs.toRate === null ? null : await findRated(tx, talk.chat, needs.toRate, now),
    ...named,
    filing: await gatherFiling(ctx, tx, talk, needs.filing, meant, now),
  };
}

async function tryProof(
  ctx: Context,
  tx: Tx,
  { chat, agencyId }: { chat: ChatRef; agencyId: string },
  claim: NonNullable<Needs['proof']>,
  now: Instant,
): Promise<Facts['proof']> {
  const proof = await prove(ctx, tx, { chat, agencyId, ...claim }, now);
  if (proof.kind !== 'right') return proof;
  const [known] = await viewAll(tx, [proof.dossierId], now);
  return known === undefined ? { kind: 'spent' } : { kind: 'right', ...known };
}

async function findShown(
  ctx: Context,
  tx: Tx,
  wanted: Needs['shown'],
  now: Instant,
): Promise<KnownDossier | null> {
  const id = wanted === null ? undefined : await shownId(ctx, tx, wanted, now);
  const [known] = id === undefined ? [] : await viewAll(tx, [id], now);
  return known ?? null;
}

async function shownId(
  ctx: Context,
  tx: Tx,
  wanted: NonNullable<Needs['shown']>,
  now: Instant,
): Promise<string | undefined> {
  switch (wanted.by) {
    case 'id':
      return wanted.dossierId;
    case 'link_code':
      return lockLinkCode(tx, linkCodeDigest(ctx.secrets, wanted.code), now);
    case 'qr':
      return (await findDossierByToken(tx, ctx.secrets, wanted.token))?.id;
  }
}

async function viewAll(tx: Tx, ids: readonly string[], now: Instant): Promise<KnownDossier[]> {
  const known: KnownDossier[] = [];
  for (const dossierId of ids) {
    const view = await statusViewOf(tx, dossierId, now);
    if (view !== undefined) known.push({ dossierId, view });
  }
  return known;
}
