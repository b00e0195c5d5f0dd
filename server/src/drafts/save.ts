// Saves what was filled in: merged field by field, sealed, and a month more before it is forgotten.

import { type AnswerChange, type Answers, mostAnswerLetters, putAnswers } from '@motcua/domain/draft-answers';
import { draftDays } from '@motcua/domain/draft-code';
import { type Instant, plusDays } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { openAnswers, sealAnswers } from './answers.ts';
import { type DraftRow, saveDraft } from './store.ts';
import { proofDigest } from './tokens.ts';

/** What is filled in so far. */
export function readAnswers(ctx: Pick<Context, 'secrets'>, tx: Tx, draft: DraftRow): Answers {
  return openAnswers(ctx.secrets, tx.tenantId, `draft/${draft.id}`, draft.sealed);
}

/**
 * Puts changes into a locked draft. `version`: the one the sender saw; without it the changes are put in whatever came
 * meanwhile. @throws Problem `step_has_passed` with the answers as they are now, for the sender to put theirs in anew
 */
export async function saveAnswers(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  draft: DraftRow,
  changes: readonly AnswerChange[],
  { version, now }: { version?: number; now: Instant },
): Promise<{ draft: DraftRow; answers: Answers }> {
  needsOpen(draft);
  const before = readAnswers(ctx, tx, draft);
  if (version !== undefined && version !== draft.version)
    throw new Problem(
      'step_has_passed',
      'Bản nháp vừa được sửa ở nơi khác. Nội dung Anh/Chị vừa nhập còn nguyên và sẽ được gửi lại.',
      { extra: { version: draft.version, answers: before } },
    );
  const answers = putAnswers(before, changes);
  if (JSON.stringify(answers).length > mostAnswerLetters)
    throw new Problem('too_large', 'Tờ khai quá dài. Xin rút gọn các mục ghi chú rồi lưu lại.');
  const saved = {
    ...draft,
    sealed: sealAnswers(ctx.secrets, tx.tenantId, `draft/${draft.id}`, answers),
    proofDigests: provingNumbers(answers).map((six) => proofDigest(ctx.secrets, tx.tenantId, draft.id, six)),
    version: draft.version + 1,
    savedAt: now,
    expiresAt: plusDays(now, draftDays),
  };
  await saveDraft(tx, saved, now);
  return { draft: saved, answers };
}

/** @throws Problem when it was filed or handed over already */
export function needsOpen(draft: DraftRow): void {
  if (draft.state !== 'open')
    throw new Problem(
      'not_possible_now',
      draft.state === 'filed'
        ? 'Bản nháp này đã nộp. Anh/Chị theo dõi hồ sơ ở trang tra cứu.'
        : 'Bản nháp này đã được mang đi nộp ở hệ thống khác nên không sửa ở đây nữa.',
      { extra: { state: draft.state } },
    );
}

/** The last six digits of every identity number and telephone of the people it names, each once. */
function provingNumbers(answers: Answers): string[] {
  const found = new Set<string>();
  for (const person of Object.values(answers))
    if (typeof person === 'object' && person !== null && !Array.isArray(person))
      for (const typed of [person.identityNumber, person.phone])
        if (typeof typed === 'string') found.add(typed.replace(/\D/g, '').slice(-6));
  return [...found].filter((six) => six.length === 6).slice(0, 20);
}
