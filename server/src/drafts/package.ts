// What is taken along to another system: the whole package of a draft, and the code that system gave.

import { splitFiling } from '@motcua/domain/filing-form';
import { asOneFile } from '../files/fill-slots.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { zipOf } from '../platform/zip.ts';
import { readWhole } from './completeness.ts';
import { declarationOfDraft } from './declaration.ts';
import { whereFilingLands } from './filing-place.ts';
import { openDraft } from './open.ts';
import { readDraftPapers } from './paper-store.ts';
import { slotsOf } from './papers.ts';
import { keepCode } from './store.ts';

/** The declaration as PDF, the answers as JSON, each paper as one file. @throws Problem while something is wanting */
export async function packageOf(ctx: Context, token: string): Promise<{ bytes: Buffer; fileName: string }> {
  const now = ctx.clock.now();
  const { files, fileName } = await openDraft(ctx, token, async ({ tx, draft }) => {
    const { offered, answers, defects } = await readWhole(ctx, tx, draft, now);
    if (defects.length > 0)
      throw new Problem('invalid_fields', 'Còn mục phải điền trước khi tải trọn bộ.', {
        fields: defects.slice(0, 100).map(({ field, message }) => ({ field, message })),
      });
    const rows = await readDraftPapers(tx, draft.id);
    const papers = slotsOf(offered.procedure).flatMap(({ id, name }) => {
      const mine = rows.filter(({ paperId }) => paperId === id);
      if (mine.length === 0) return [];
      const { type, bytes } = asOneFile(ctx, tx, name, mine);
      return [{ name: `${fileNameOf(name)}.${type === 'image/jpeg' ? 'jpg' : 'pdf'}`, data: bytes }];
    });
    return {
      fileName: `${draft.code}.zip`,
      files: [
        { name: 'to-khai.json', data: Buffer.from(JSON.stringify(splitFiling(answers).form, null, 2)) },
        ...papers,
      ],
    };
  });
  const { pdf, fileName: declaration } = await declarationOfDraft(ctx, token);
  return { bytes: await zipOf([{ name: declaration, data: pdf }, ...files], now), fileName };
}

/** The code the other system gave, as the citizen typed it: ours only to remember. */
export async function keepExternalCode(ctx: Context, token: string, code: string): Promise<void> {
  await openDraft(ctx, token, async ({ tx, draft }) => {
    const place = await whereFilingLands(tx, draft.procedureCode, draft.agencyId, ctx.clock.now());
    if (draft.state === 'filed' || place.kind === 'here')
      throw new Problem(
        'not_possible_now',
        'Thủ tục này nộp ngay tại đây nên không có mã của hệ thống khác.',
      );
    await keepCode(tx, draft.id, code);
  });
}

function fileNameOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();
}
