// Rating from the tracking page: whoever holds the receipt's capability rates its dossier; nobody signed in at a desk does.

import { type Rating, ratingStage } from '@motcua/domain/rating';
import { questionSet, questionsFor } from '@motcua/domain/rating-questions';
import type { Instant } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { findFollowUp } from './follow-up-store.ts';
import { rate, readRating } from './rate.ts';
import type { RatingBody, RatingView } from './schema.ts';

const unknown = () =>
  new Problem(
    'not_found',
    'Mã QR này không còn dùng được hoặc chưa đúng. Anh/Chị xem lại giấy tiếp nhận, hoặc hỏi nơi đã nhận hồ sơ để in lại.',
  );

export function readFromPage(ctx: Context, token: string): Promise<RatingView> {
  return opened(ctx, token, (tx, dossierId) => viewRating(ctx, tx, dossierId));
}

export interface PageRating {
  token: string;
  given: RatingBody;
  address: string;
  key: string;
}

export function rateFromPage(ctx: Context, { token, given, address, key }: PageRating): Promise<RatingView> {
  const now = ctx.clock.now();
  const sources = [ctx.secrets.fingerprint(address, 'rating-source')];
  return opened(ctx, token, (tx, dossierId) =>
    once(tx, { issuer: `rating:${dossierId}`, key, request: given, at: now }, async () => {
      await rate(ctx, tx, { dossierId, given, by: { channel: 'web', sources } }, now);
      return viewRating(ctx, tx, dossierId);
    }),
  );
}

async function opened<T>(
  ctx: Context,
  token: string,
  work: (tx: Tx, dossierId: string) => Promise<T>,
): Promise<T> {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw unknown();
  return ctx.database.tenant(tenantId, async (tx) => {
    const known = await findDossierByToken(tx, ctx.secrets, token);
    if (known === undefined) throw unknown();
    return work(tx, known.id);
  });
}

async function viewRating(ctx: Context, tx: Tx, dossierId: string): Promise<RatingView> {
  const rating = await readRating(ctx, tx, dossierId);
  if (rating === undefined)
    return {
      stage: 'too_early',
      openUntil: null,
      level: null,
      answers: {},
      words: null,
      basis: null,
      questions: [],
      reply: null,
    };
  const { openUntil, level, answers, words } = rating;
  const set = questionSet(rating.questionSet);
  const questions = questionsFor(set, rating.channel).map(({ id, text, options }) => {
    return { id, text, options: options.map(({ label }) => label) };
  });
  const followUp = level === null ? undefined : await findFollowUp(tx, dossierId);
  const reply = followUp === undefined ? null : { by: followUp.dueAt, text: followUp.reply };
  const stage = stageOf(rating, ctx.clock.now());
  return { stage, openUntil, level, answers: { ...answers }, words, basis: set.basis, questions, reply };
}

const stageOf = (rating: Rating, now: Instant): RatingView['stage'] => ratingStage(rating, now) ?? 'closed';
