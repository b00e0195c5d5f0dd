// The head of the office takes a bad rating up and answers the citizen, through the one planner.

import { type FollowUpReason, ratingLevels } from '@motcua/domain/rating';
import { questionOf } from '@motcua/domain/rating-questions';
import { followUpReasons } from '@motcua/domain/rating-words';
import type { Instant } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import {
  answerFollowUp,
  type FollowUp,
  findFollowUp,
  listFollowUps,
  takeFollowUp,
} from './follow-up-store.ts';
import { withWords } from './rate.ts';
import { periodOf, readFigures } from './read-figures.ts';
import type { FollowUpRow, RatingBoard } from './schema.ts';
import { tellReply } from './tell-reply.ts';

const leads = ({ roles }: Caller): boolean => roles.includes('centre_head') || roles.includes('approver');

/** Figures for everybody at the desk; what single people said, and figures by officer, for those who lead. */
export function readBoard(
  ctx: Context,
  caller: Caller,
  period: { from?: string | undefined; to?: string | undefined },
): Promise<RatingBoard> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { figures, officers } = await readFigures(tx, periodOf(caller.agencyId, period, now), now);
    if (!leads(caller)) return { figures, lead: null };
    const followUps = await listFollowUps(tx, caller.agencyId);
    return {
      figures,
      lead: { officers, followUps: followUps.map((each) => rowOf(withWords(ctx, tx, each))) },
    };
  });
}

export function take(
  ctx: Context,
  caller: Caller,
  dossierId: string,
  key: string,
): Promise<{ text: string }> {
  const now = ctx.clock.now();
  return command(ctx, caller, { dossierId, key, request: 'take', now }, async (tx) => {
    await mayAnswer(tx, caller, dossierId);
    if (!(await takeFollowUp(tx, dossierId, caller.officerId, now))) throw answeredAlready();
    return { text: 'Anh/Chị đã nhận trả lời đánh giá này.' };
  });
}

export function answer(
  ctx: Context,
  caller: Caller,
  { dossierId, reply, key }: { dossierId: string; reply: string; key: string },
): Promise<{ text: string }> {
  const now = ctx.clock.now();
  return command(ctx, caller, { dossierId, key, request: { reply }, now }, async (tx) => {
    // Before the follow-up, as whoever acts on the dossier takes them.
    const locked = await lockDossier(tx, dossierId);
    await mayAnswer(tx, caller, dossierId);
    if (
      locked === undefined ||
      !(await answerFollowUp(tx, { dossierId, officerId: caller.officerId, reply }, now))
    )
      throw answeredAlready();
    return { text: await tellReply(ctx, tx, locked.dossier, reply, now) };
  });
}

function command(
  ctx: Context,
  caller: Caller,
  { dossierId, key, request, now }: { dossierId: string; key: string; request: unknown; now: Instant },
  work: (tx: Tx) => Promise<{ text: string }>,
): Promise<{ text: string }> {
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { dossierId, request }, at: now }, () => work(tx)),
  );
}

/** Who leads the office, but not whoever is judged: nobody answers a complaint about oneself. */
async function mayAnswer(tx: Tx, caller: Caller, dossierId: string): Promise<void> {
  const followUp = await findFollowUp(tx, dossierId);
  if (followUp === undefined || followUp.agencyId !== caller.agencyId)
    throw new Problem('not_found', 'Không có đánh giá cần trả lời này. Xin tải lại trang.');
  if (!leads(caller))
    throw new Problem(
      'not_allowed',
      'Việc này của lãnh đạo. Xin nhờ Giám đốc Trung tâm hoặc lãnh đạo phê duyệt.',
    );
  if (followUp.officerId === caller.officerId)
    throw new Problem(
      'not_allowed',
      'Đánh giá này nói về hồ sơ Anh/Chị thụ lý. Xin để lãnh đạo khác trả lời.',
    );
}

const answeredAlready = () =>
  new Problem('step_has_passed', 'Đánh giá này đã được trả lời. Xin tải lại trang để xem câu trả lời.');

function rowOf(followUp: FollowUp): FollowUpRow {
  const {
    questionSet,
    level,
    answers,
    reason,
    takenByName,
    officerId: _,
    takenBy: __,
    agencyId: ___,
    ...rest
  } = followUp;
  return {
    ...rest,
    takenBy: takenByName,
    level: level === null ? null : (ratingLevels[level] ?? null),
    reasonText: followUpReasons[reason as FollowUpReason],
    answers: Object.entries(answers).flatMap(([id, option]) => {
      const question = questionOf(questionSet, id);
      const chosen = question?.options[option];
      return question === undefined || chosen === undefined
        ? []
        : [{ question: question.text, answer: chosen.label }];
    }),
  };
}
