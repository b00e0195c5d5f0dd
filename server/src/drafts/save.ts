// Saves what was filled in: merged field by field, sealed, and a month more before it is forgotten.

import { type AnswerChange, isAnswerPath, mostAnswerLetters, putAnswers } from '@motcua/domain/draft-answers';
import { draftDays } from '@motcua/domain/draft-code';
import { filingForm, filingKey, splitFiling } from '@motcua/domain/filing-form';
import { type Answers, isObject } from '@motcua/domain/form-answers';
import { formOf } from '@motcua/domain/form-catalogue';
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
  refuseUnknown(draft, changes);
  const answers = putAnswers(before, changes);
  if (JSON.stringify(answers).length > mostAnswerLetters)
    throw new Problem('too_large', 'Tờ khai quá dài. Xin rút gọn các mục ghi chú rồi lưu lại.');
  const saved = {
    ...draft,
    sealed: sealAnswers(ctx.secrets, tx.tenantId, `draft/${draft.id}`, answers),
    proofDigests: provingNumbers(draft, answers).map((six) =>
      proofDigest(ctx.secrets, tx.tenantId, draft.id, six),
    ),
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

/** What no question asks is refused by name: nothing is kept that nobody will look at. */
function refuseUnknown(draft: DraftRow, changes: readonly AnswerChange[]): void {
  const form = formOf(draft.procedureCode, draft.formVersion);
  const known = new Set(form?.pages.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const ofFiling = new Set(filingForm.pages.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const unknown = changes.filter(({ path }) => {
    const [root = '', next = ''] = path.split('.');
    return !isAnswerPath(path) || !(root === filingKey ? next === '' || ofFiling.has(next) : known.has(root));
  });
  if (unknown.length > 0)
    throw new Problem(
      'invalid_fields',
      'Có mục không thuộc tờ khai này; chưa có gì được lưu. Xin tải lại trang.',
      {
        fields: unknown.slice(0, 20).map(({ path }) => ({
          field: path.slice(0, 200),
          message: 'Tờ khai này không có mục này. Bỏ mục đó.',
        })),
      },
    );
}

/** The last six digits of the numbers of who files and in whose name: identity and telephone, each once. */
function provingNumbers(draft: DraftRow, answers: Answers): string[] {
  const form = formOf(draft.procedureCode, draft.formVersion);
  const split = splitFiling(answers);
  const people = [split.filing[filingForm.applicant], split.form[form?.applicant ?? '']];
  const typed = people.flatMap((person) =>
    isObject(person) ? [person['identityNumber'], person['phone']] : [],
  );
  const sixes = typed.flatMap((each) =>
    typeof each === 'string' ? [each.replace(/\D/g, '').slice(-6)] : [],
  );
  return [...new Set(sixes)].filter((six) => six.length === 6);
}
