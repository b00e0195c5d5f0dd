// Reads what an imported row says of papers and results, and doubts what cannot be so.

import { cleanLine, cleanText, type Doubt, isRecord, within } from './catalogue-text.ts';
import type { Paper, Procedure } from './procedure.ts';

const field = 'Thành phần hồ sơ';
const mostPapers = 400;

/**
 * The papers of a row: a list of objects (`name`, `originals`, `copies`, `case`, `has_form`), or names separated by
 * `;`. Lines of advice that name no paper (case "Lưu ý", no copies) are left out and counted in one doubt.
 */
export function readPapers(value: unknown, doubts: Doubt[]): Paper[] {
  const rows: unknown[] = typeof value === 'string' ? splitCell(value) : Array.isArray(value) ? value : [];
  const papers: Paper[] = [];
  let advice = 0;
  for (const row of rows) {
    const paper = typeof row === 'string' ? paperOfText(row) : paperOfRow(row, doubts);
    if (paper === 'advice') advice += 1;
    else if (paper !== null && papers.length < mostPapers)
      papers.push({
        ...paper,
        id: `p${papers.length + 1}`,
        name: within(paper.name, 1000, field, doubts),
        case: paper.case === null ? null : within(paper.case, 1000, field, doubts),
      });
  }
  if (advice > 0)
    doubts.push({ field, problem: `có ${advice} dòng là lời dặn, không phải giấy tờ; đã bỏ khỏi danh mục.` });
  if (papers.length === 0) doubts.push({ field, problem: 'không có giấy tờ nào.' });
  if (rows.length - advice > mostPapers)
    doubts.push({ field, problem: `có ${rows.length} dòng; chỉ giữ ${mostPapers} dòng đầu.` });
  return papers;
}

type PaperDraft = Omit<Paper, 'id'>;

function paperOfRow(row: unknown, doubts: Doubt[]): PaperDraft | 'advice' | null {
  if (!isRecord(row)) return null;
  const { name: rawName, originals, copies, case: rawCase, has_form: hasForm } = row;
  const name = withoutBullet(cleanLine(rawName));
  if (name === '') return null;
  const situation = cleanLine(rawCase).replace(/^\*\s*/, '') || null;
  const counts = {
    originals: readCount(originals, name, 'bản chính', doubts),
    copies: readCount(copies, name, 'bản sao', doubts),
  };
  const counted = counts.originals + counts.copies > 0;
  if (!counted && (/^lưu ý/iu.test(situation ?? name) || name.endsWith(':'))) return 'advice';
  const byUse = situation !== null && /^giấy tờ phải (nộp|xuất trình)/iu.test(situation);
  return {
    name,
    ...counts,
    required: counted && (situation === null || byUse) && !isOnlySometimes(name),
    use: /xuất trình/iu.test(situation ?? '') ? 'show' : 'submit',
    case: byUse ? null : situation,
    form: formOf(name, hasForm === true),
  };
}

/** A paper only some cases need says so in its first clause; what follows a full stop or semicolon explains. */
function isOnlySometimes(name: string): boolean {
  return /nếu có|^trường hợp|(?:trong|đối với|các) trường hợp|đối với/iu.test(
    name.split(/[.;]/u, 1)[0] ?? '',
  );
}

/** `Tờ khai (2 bản chính, 1 bản sao)`: a paper as a cell of a table writes it. */
function paperOfText(text: string): PaperDraft | null {
  const originals = /(\d+)\s*bản chính/iu.exec(text)?.[1];
  const copies = /(\d+)\s*bản sao/iu.exec(text)?.[1];
  const name = withoutBullet(cleanLine(text))
    .replace(/\s*\((?:\s*\d+\s*bản (?:chính|sao)\s*,?)+\)/giu, '')
    .trim();
  if (name === '') return null;
  return {
    name,
    originals: Math.min(20, Number(originals ?? (copies === undefined ? 1 : 0))),
    copies: Math.min(20, Number(copies ?? 0)),
    required: !isOnlySometimes(name),
    use: /xuất trình/iu.test(name) ? 'show' : 'submit',
    case: null,
    form: formOf(name, false),
  };
}

function readCount(value: unknown, name: string, what: string, doubts: Doubt[]): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return 0;
  if (Number.isInteger(value) && value <= 20) return value;
  doubts.push({ field, problem: `"${name.slice(0, 80)}" ghi ${value} ${what}; đã ghi là 1.` });
  return 1;
}

function formOf(name: string, hasForm: boolean): string | null {
  const number =
    /mẫu (?:số\s*)?[A-Z]?\d{1,3}[a-zđ]?(?:[^;.]{0,90}(?:Nghị định|Thông tư|Quyết định) số [\d/\p{Lu}-]+)?/iu.exec(
      name,
    );
  if (number !== null) return number[0].slice(0, 500);
  return hasForm ? name.slice(0, 500) : null;
}

function withoutBullet(text: string): string {
  return text.replace(/^[-+*•.–\s]+/u, '').replace(/[;\s]+$/u, '');
}

function splitCell(text: string): string[] {
  return cleanText(text)
    .split(/[;\n]+/u)
    .filter((part) => part.trim() !== '');
}

const officialResultCode =
  /^(?:(?:KQ|TP)[.-][GH]\d{2}[.-](?:KQ\.?)?\d{3,8}|\d{3}\.\d{2}\.\d{2}\.[GH]\d{2}-KQ\.?\d{3,6})$/;

/** The results of a row: a list of `{ name, code }`, or names separated by `;`, each perhaps led by its code. */
export function readResults(value: unknown, doubts: Doubt[]): Procedure['results'] {
  const results: Procedure['results'] = [];
  const rows: unknown[] = typeof value === 'string' ? splitCell(value) : Array.isArray(value) ? value : [];
  for (const row of rows) {
    const { code: rawCode, name: rawName } = resultParts(row);
    const name = within(withoutBullet(cleanLine(rawName)), 2000, 'Kết quả', doubts);
    const code = cleanLine(rawCode) || null;
    if (name === '') continue;
    results.push({ code: code === null ? null : judgeResultCode(code, doubts), name });
  }
  if (results.length === 0) doubts.push({ field: 'Kết quả', problem: 'không ghi kết quả nào.' });
  return results;
}

function resultParts(row: unknown): { code?: unknown; name?: unknown } {
  return typeof row === 'string' ? resultOfText(row) : isRecord(row) ? row : {};
}

function resultOfText(text: string): { code: string | null; name: string } {
  const match = /^\s*((?:KQ|TP)[.-]\S+)\s*[:-]?\s+(.+)$/su.exec(text);
  return match === null ? { code: null, name: text } : { code: match[1] ?? null, name: match[2] ?? '' };
}

/** An official code as it is; a code of unknown shape is kept but doubted; one that is no code at all is dropped. */
function judgeResultCode(code: string, doubts: Doubt[]): string | null {
  if (officialResultCode.test(code)) return code;
  const isCode = /\d{3}/.test(code) && code.length <= 100 && !/test/i.test(code);
  doubts.push({
    field: 'Mã kết quả',
    problem: isCode
      ? `"${code}" không theo mẫu KQ.Gxx.nnnnnn; đã giữ nguyên.`
      : `"${code.slice(0, 100)}" không phải mã kết quả; đã bỏ mã, giữ tên.`,
  });
  return isCode ? code : null;
}
