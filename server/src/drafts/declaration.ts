// The declaration of a draft as PDF: to read through, to sign, or to take to the counter and go on with by pen.

import { formOf } from '@motcua/domain/form-catalogue';
import { declarationPaper } from '../papers/declaration.ts';
import { setOrSayBusy } from '../papers/print.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { openDraft } from './open.ts';
import { readAnswers } from './save.ts';

/** Set outside of the transaction: nobody waits for the printer with a draft locked. */
export async function declarationOfDraft(
  ctx: Context,
  token: string,
): Promise<{ pdf: Buffer; fileName: string }> {
  const { order, code } = await openDraft(ctx, token, async ({ tx, draft }) => {
    const form = formOf(draft.procedureCode, draft.formVersion);
    if (form === undefined) throw new Problem('not_found', 'Thủ tục này không có tờ khai để in.');
    const order = await declarationPaper(tx, form, readAnswers(ctx, tx, draft), {
      agencyId: draft.agencyId,
      at: ctx.clock.now(),
      code: draft.code,
      filed: false,
      mark: null,
    });
    return { order, code: draft.code };
  });
  return { pdf: await setOrSayBusy(order), fileName: `to-khai-${code}.pdf` };
}
