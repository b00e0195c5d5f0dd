// Reads one row of a file of processes, in any of three shapes, as a draft with everything that is wrong with it.

import { cleanLine, cutAtWord, isRecord } from './catalogue-text.ts';
import { procedureCodeSchema } from './procedure.ts';
import { type Process, processSchema } from './process.ts';
import { openFindings, type ProcessFinding, textOf } from './process-findings.ts';
import { readWorkflow } from './process-read-workflow.ts';
import { readWritten } from './process-read-written.ts';
import type { KnownAgency } from './process-roles.ts';

export interface ReadProcess {
  code: string | null;
  title: string;
  /** Null when no draft can be made of it. */
  process: Process | null;
  findings: ProcessFinding[];
  sums: { stated: boolean; match: boolean };
}

const noSums = { stated: false, match: false };

/**
 * Our own shape (`procedureCode`, `steps` with `kind`), a written process (`national_code`, `steps` with `task`), or a
 * workflow (`code`, `steps` with `tasks`). Nothing wrong is mended in silence: what was assumed is a finding too.
 * `agencies` are those of this program, which a written process may name.
 */
export function readProcessRow(
  record: Record<string, unknown>,
  agencies: readonly KnownAgency[] = [],
): ReadProcess {
  if ('procedureCode' in record) return readOwn(record);
  const { findings, note } = openFindings();
  const first = (Array.isArray(record['steps']) ? record['steps'] : []).find(isRecord) ?? {};
  const isWorkflow = 'tasks' in first;
  const code = cleanLine(record[isWorkflow ? 'code' : 'national_code']);
  const title = cutAtWord(textOf(record['name'], 'name', 300, note), 300);
  const read = isWorkflow ? readWorkflow(record, note) : readWritten(record, note, agencies);
  if (!procedureCodeSchema.safeParse(code).success)
    note(
      'code',
      isWorkflow ? 'code' : 'national_code',
      `“${cutAtWord(code, 40)}” không phải mã TTHC quốc gia.`,
      'Ghi mã dạng 1.001193 như trong danh mục.',
    );
  const usable = /^[\w.-]{1,40}$/u.test(code);
  const draft: Process = {
    procedureCode: code,
    steps: read.steps,
    ...(read.cases.length === 0 ? {} : { cases: read.cases }),
  };
  const parsed = processSchema.safeParse(draft);
  if (!parsed.success)
    note(
      'shape',
      'steps',
      'không thành quy trình được: cần từ 1 đến 30 bước, mỗi bước có tên.',
      'Gộp hoặc thêm bước rồi nạp lại.',
    );
  return {
    code: usable ? code : null,
    title: title === '' ? code : title,
    process: usable && parsed.success ? parsed.data : null,
    findings,
    sums: read.sums,
  };
}

/** Our own shape is either right or told where it is not. */
function readOwn(record: Record<string, unknown>): ReadProcess {
  const { findings, note } = openFindings();
  const title = textOf(record['title'], 'title', 300, note);
  const parsed = processSchema.safeParse(record);
  const code = cleanLine(record['procedureCode']);
  if (!procedureCodeSchema.safeParse(code).success)
    note(
      'code',
      'procedureCode',
      `“${cutAtWord(code, 40)}” không phải mã TTHC quốc gia.`,
      'Ghi mã dạng 1.001193 như trong danh mục.',
    );
  if (!parsed.success) {
    for (const { path, code: what } of parsed.error.issues.slice(0, 50))
      note(
        'shape',
        path.join('.'),
        `mục này thiếu hoặc chưa đúng dạng (${what}).`,
        'Sửa theo mẫu trong docs/processes.md.',
      );
    return { code: code === '' ? null : code, title, process: null, findings, sums: noSums };
  }
  for (const [index, step] of parsed.data.steps.entries())
    textOf(step.name, `steps.${index}.name`, 200, note);
  return { code, title: title === '' ? code : title, process: parsed.data, findings, sums: noSums };
}
