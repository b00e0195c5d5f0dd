// What was declared when a dossier was filed, for who works on it: read, never changed; numbers of identity papers masked, as
// the applicant's is. The printed declaration has them whole, and its printing is written down.

import { takesPart } from '@motcua/domain/dossier-place';
import { partiesOf, splitFiling } from '@motcua/domain/filing-form';
import { formOf } from '@motcua/domain/form-catalogue';
import { answerPages } from '@motcua/domain/form-pages';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { answersDigest, openAnswers } from './answers.ts';
import { findDeclared } from './declared-store.ts';
import type { DeclaredView } from './schema.ts';

const capacities: Record<string, string> = {
  family: 'người trong gia đình',
  authorised: 'người được uỷ quyền bằng văn bản',
  representative: 'người đại diện theo pháp luật',
  helper: 'đoàn viên, cán bộ hỗ trợ, nhân viên bưu điện',
};

/** No pages for a dossier that came without an e-form. */
export async function viewDeclared(ctx: Context, caller: Caller, dossierId: string): Promise<DeclaredView> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [dossier, row] = await Promise.all([findDossier(tx, dossierId), findDeclared(tx, dossierId)]);
    if (dossier === undefined || !takesPart(dossier, caller.agencyId))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    const form = row && formOf(row.procedureCode, row.formVersion);
    if (row === undefined || form === undefined)
      return { title: '', filer: '', messagesTo: '', pages: [], unaltered: true };
    const answers = openAnswers(ctx.secrets, tx.tenantId, `dossier/${dossierId}`, row.sealed);
    const { filer, messagesTo } = partiesOf(answers);
    const digest = answersDigest(ctx.secrets, tx.tenantId, dossierId, answers);
    return {
      title: form.title,
      filer:
        filer === null
          ? 'Người đứng tên tự nộp'
          : `${filer.fullName}, ${capacities[filer.capacity] ?? 'nộp giúp'}${filer.phone === null ? '' : `, số ${filer.phone.replace('+84', '0')}`}`,
      messagesTo: messagesTo === 'filer' ? 'Người nộp giúp' : 'Người đứng tên hồ sơ',
      pages: answerPages(form, splitFiling(answers).form, { units: unitsOfToday(), masked: true }).map(
        ({ title, rows }) => ({ title, rows }),
      ),
      unaltered: digest === row.digest && digest === dossier.form?.digest,
    };
  });
}
