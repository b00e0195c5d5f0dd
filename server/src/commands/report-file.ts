// A report beside an import: opened before anything is imported, as JSONL or as CSV for a spreadsheet.

import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import type { ReportKind } from '../procedures/import-report.ts';

export interface ReportFile<Finding> {
  write(finding: Finding): void;
  close(): void;
}

/** A path that cannot be written, or is the imported file itself, is told while nothing has happened yet. */
export function openReport<Finding>(
  path: string,
  imported: string,
  format: { head(kind: ReportKind): string; line(kind: ReportKind, finding: Finding): string },
): ReportFile<Finding> {
  const kind = kindOfReport(path);
  if (isSameFile(path, imported))
    throw new StartFault(
      '--report trùng với tệp danh mục; hãy đặt tên khác cho báo cáo.',
      exitCodes.badSetting,
    );
  let handle: number;
  try {
    handle = openSync(path, 'w');
  } catch {
    throw new StartFault(
      `Không ghi được báo cáo vào ${path}; hãy kiểm tra thư mục và quyền ghi.`,
      exitCodes.badSetting,
    );
  }
  writeSync(handle, format.head(kind));
  return {
    write: (finding) => writeSync(handle, format.line(kind, finding)),
    close: () => closeSync(handle),
  };
}

/** Also by another name: writing the report would empty the file. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function kindOfReport(path: string): ReportKind {
  if (/\.csv$/i.test(path)) return 'csv';
  if (/\.jsonl$/i.test(path)) return 'jsonl';
  throw new StartFault(
    `--report ${path} chưa đúng; tên tệp kết thúc bằng .csv hoặc .jsonl.`,
    exitCodes.badSetting,
  );
}
