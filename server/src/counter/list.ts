// Filing by list: a spreadsheet becomes a preview, and its right rows become dossiers, each with its own code.

import { groupColumns, mostRows, readGroupList } from '@motcua/domain/group-list';
import { once } from '../dossiers/command.ts';
import { identityDigest, tellFiledBefore } from '../dossiers/filed-before.ts';
import { takeInWithin } from '../dossiers/intake.ts';
import { xlsxOf } from '../papers/write-xlsx.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { readListFile } from './read-list.ts';
import type { ListAnswer, ListBody, ListReading } from './schema.ts';

/** An empty list to fill in: every cell is text, so that no number loses its first 0. */
export function writeListTemplate(ctx: Context): Promise<Buffer> {
  return xlsxOf({
    sheetName: 'Danh sách',
    author: 'Một Cửa',
    lead: [
      `Mỗi người một dòng, nhiều nhất ${mostRows} dòng. Xin giữ nguyên tên cột; các cột ${optionalHeads()} được để trống.`,
    ],
    columns: groupColumns.map(({ head, width }) => ({ head, width })),
    rows: Array.from({ length: mostRows }, () => groupColumns.map(() => null)),
    at: ctx.clock.now(),
  });
}

function optionalHeads(): string {
  return groupColumns
    .filter(({ required }) => !required)
    .map(({ head }) => head)
    .join(', ');
}

/** What the file says, row by row; who filed the same before is an error of their row. Nothing is kept. */
export async function readList(
  ctx: Context,
  caller: Caller,
  procedureCode: string,
  bytes: Buffer,
): Promise<ListReading> {
  const reading = readGroupList(await readListFile(bytes), { allowDemo: ctx.demo });
  if (!reading.ok)
    throw new Problem('invalid_fields', reading.message, {
      fields: [{ field: 'file', message: reading.message }],
    });
  const { agencyId, tenantId } = caller;
  const column = groupColumns.find(({ field }) => field === 'identityNumber')?.head ?? '';
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const rows: ListReading['rows'] = [];
    const errors = [...reading.errors];
    for (const row of reading.rows) {
      const digest = identityDigest(ctx, tenantId, row.identityNumber);
      const [before] = await tellFiledBefore(tx, { agencyId, digest, procedureCode }, now);
      if (before === undefined) rows.push(row);
      else
        errors.push({
          line: row.line,
          column,
          message: `Đã nộp thủ tục này: ${before.text} Nếu vẫn nhận thêm, xin tiếp nhận riêng tại quầy và ghi lý do.`,
        });
    }
    return { rows, errors: errors.toSorted((one, other) => one.line - other.line), ignored: reading.ignored };
  });
}

/** A part of the list in one transaction: all its rows, or none with the row that stood in the way. */
export function takeInList(
  ctx: Context,
  caller: Caller,
  { rows, ...shared }: ListBody,
  key: string,
): Promise<ListAnswer> {
  const now = ctx.clock.now();
  const request = { list: shared, rows };
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, async () => {
      const taken: ListAnswer['taken'] = [];
      for (const { line, summary, ...applicant } of rows) {
        const body = { ...shared, applicant, summary };
        const { id, code, due } = await takeInWithin(ctx, tx, caller, body, now).catch((error: unknown) => {
          throw ofLine(line, error);
        });
        taken.push({ line, id, code, due });
      }
      return { taken };
    }),
  );
}

/** What is wrong with one person names the row; what is wrong with all alike, a paper or the case, is said as it is. */
function ofLine(line: number, error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const ofPerson = error.fields.find(({ field }) => field.startsWith('applicant.'));
  const message = error.kind === 'filed_before' ? error.detail : ofPerson?.message;
  if (message === undefined) return error;
  return new Problem(
    error.kind,
    `Dòng ${line}: ${message} Chưa hồ sơ nào của phần này được tiếp nhận; bỏ dòng này hoặc sửa tệp rồi tiếp nhận lại.`,
    { fields: [{ field: `rows.${line}`, message }] },
  );
}
