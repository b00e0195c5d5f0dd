// The report of an import: one line for every row that was not simply taken in, as JSONL or as CSV for a spreadsheet.

/** A row that a person should look at. */
export interface ImportFinding {
  /** The line of the file (JSONL, CSV), the row (XLSX) or the place in the list (JSON); 0 is the file as a whole. */
  line: number;
  /** As far as it could be read. */
  code: string | null;
  /** `doubtful` rows were taken in all the same; the others were not. */
  outcome: 'doubtful' | 'rejected' | 'unreadable';
  reasons: string[];
}

export type ReportKind = 'jsonl' | 'csv';

export const outcomeNames: Record<ImportFinding['outcome'], string> = {
  doubtful: 'Nghi vấn, đã nạp',
  rejected: 'Từ chối, không nạp',
  unreadable: 'Không đọc được',
};

/** What a report begins with. The mark tells spreadsheets that the text is UTF-8. */
export function reportHead(kind: ReportKind): string {
  return kind === 'csv' ? '\uFEFFDòng,Mã TTHC,Kết quả,Lý do\r\n' : '';
}

export function reportLine(kind: ReportKind, { line, code, outcome, reasons }: ImportFinding): string {
  if (kind === 'jsonl') return `${JSON.stringify({ line, code, outcome, reasons })}\n`;
  const cells = [String(line), code ?? '', outcomeNames[outcome], reasons.join(' ')];
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** Quoted; a text that a spreadsheet would run as a formula is kept a text. */
export function cellText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
