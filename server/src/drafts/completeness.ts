// What a draft is made of, and all that is still wrong with it: asked before the last page, and again when it is filed.

import { checkDraft } from '@motcua/domain/filing-form';
import type { Form } from '@motcua/domain/form';
import type { Answers } from '@motcua/domain/form-answers';
import { formOf } from '@motcua/domain/form-catalogue';
import type { FormDefect } from '@motcua/domain/form-defect';
import { withPapers } from '@motcua/domain/form-papers';
import { dateOf, type Instant } from '@motcua/domain/time';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered, type OfferedProcedure } from '../procedures/store.ts';
import { type DraftPaper, listDraftPapers } from './paper-store.ts';
import { slotsOf } from './papers.ts';
import { readAnswers } from './save.ts';
import type { DraftRow } from './store.ts';

export interface WholeDraft {
  draft: DraftRow;
  form: Form;
  offered: OfferedProcedure;
  /** With the papers that lie in their slots. */
  answers: Answers;
  papers: DraftPaper[];
  /** Everything that is still wanting or wrong, in the order in which it is asked; none when it may be filed. */
  defects: FormDefect[];
}

/** @throws Problem when the office does not take the procedure in any more */
export async function readWhole(ctx: Context, tx: Tx, draft: DraftRow, now: Instant): Promise<WholeDraft> {
  const day = dateOf(now);
  const [offered, papers] = await Promise.all([
    getOffered(tx, draft.procedureCode, day),
    listDraftPapers(tx, draft.id),
  ]);
  const form = formOf(draft.procedureCode, draft.formVersion);
  if (offered === undefined || form === undefined)
    throw new Problem(
      'not_possible_now',
      'Cơ quan không còn tiếp nhận thủ tục này. Nội dung đã khai vẫn được giữ; xin hỏi Trung tâm nơi nộp mới.',
    );
  const filesOf = (slot: string) => papers.flatMap(({ id, paperId }) => (paperId === slot ? [id] : []));
  const answers = withPapers(form, readAnswers(ctx, tx, draft), slotsOf(offered.procedure), filesOf);
  const defects = checkDraft(form, answers, { today: day, allowDemo: ctx.demo, units: unitsOfToday() });
  return { draft, form, offered, answers, papers, defects };
}
