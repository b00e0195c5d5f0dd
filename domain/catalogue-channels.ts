// Reads the ways of filing of an imported row: each with its term and fees.

import { readTerm, type TermReading } from './catalogue-term.ts';
import { cleanLine, cleanText, type Doubt, isRecord, within } from './catalogue-text.ts';
import { foldedKey } from './folding.ts';
import type { Fee, FilingChannel, Procedure } from './procedure.ts';
import type { Term } from './term.ts';

type ChannelTerm = Procedure['channels'][number];

const labels: Record<FilingChannel, string> = {
  counter: 'trực tiếp',
  online: 'trực tuyến',
  post: 'bưu chính',
};

/** The counter first: crawls name the channels in any order, and a new order is no new version. */
const order: readonly FilingChannel[] = ['counter', 'online', 'post'];

const mostChannels = 50;
const mostFees = 50;

/** Reads rows of `{ method, time_text, fees, fee_text, note }`; `context` is the procedure's description. */
export function readChannels(value: unknown, context: string, doubts: Doubt[]): ChannelTerm[] {
  const channels: ChannelTerm[] = [];
  const said = new Set<string>();
  const rows: unknown[] = Array.isArray(value) ? value : [];
  for (const row of rows.slice(0, mostChannels)) {
    if (!isRecord(row)) continue;
    const { method, time_text: timeText, fees, fee_text: feeText, note } = row;
    const channel = readMethod(cleanLine(method));
    if (channel === null) {
      doubts.push({ field: 'Hình thức nộp', problem: `"${cleanLine(method)}" chưa biết; đã bỏ dòng này.` });
      continue;
    }
    const rowNote = cleanText(note);
    const reading = readTerm(timeText, `${rowNote}\n${context}`);
    tellTerm(channel, reading, said, doubts);
    const money = readFees(fees, cleanLine(feeText), channel, doubts);
    channels.push({
      channel,
      term: reading.term,
      termText: within(cleanLine(timeText), 2000, 'Thời hạn', doubts),
      fees: money.fees,
      note: within([rowNote, ...money.notes].filter(Boolean).join('\n'), 20_000, 'Mô tả', doubts) || null,
    });
  }
  if (channels.length === 0) doubts.push({ field: 'Hình thức nộp', problem: 'không ghi hình thức nộp nào.' });
  channels.sort((one, other) => order.indexOf(one.channel) - order.indexOf(other.channel));
  doubtDifferences(channels, doubts);
  return channels;
}

/** The same doubt about every channel is told once. */
function tellTerm(channel: FilingChannel, reading: TermReading, said: Set<string>, doubts: Doubt[]): void {
  for (const problem of reading.doubts) {
    if (said.has(problem)) continue;
    said.add(problem);
    doubts.push({ field: `Thời hạn (${labels[channel]})`, problem });
  }
}

/** The channel of `in_person`, `Trực tiếp`, `counter` …, or null. */
export function readMethod(method: string): FilingChannel | null {
  const plain = foldedKey(method);
  if (/^(in person|counter|truc tiep|tai quay)/.test(plain)) return 'counter';
  if (/^(online|truc tuyen|qua mang|dich vu cong truc tuyen)/.test(plain)) return 'online';
  if (/^(post|buu chinh|dich vu buu chinh|buu dien)/.test(plain)) return 'post';
  return null;
}

function doubtDifferences(channels: readonly ChannelTerm[], doubts: Doubt[]): void {
  for (const channel of order) {
    const rows = channels.filter((each) => each.channel === channel).length;
    if (rows > 1)
      doubts.push({
        field: 'Hình thức nộp',
        problem: `có ${rows} dòng ${labels[channel]}; khi tiếp nhận dùng dòng đầu, xin kiểm tra.`,
      });
  }
  const [first, ...others] = channels;
  if (first === undefined) return;
  const other = others.find((each) => isSuspicious(first.term, each.term));
  if (other !== undefined)
    doubts.push({
      field: 'Thời hạn',
      problem: `${labels[first.channel]} "${first.termText}" nhưng ${labels[other.channel]} "${other.termText}"; đã giữ cả hai, xin kiểm tra.`,
    });
}

/** Terms of two channels may differ a little; another unit, or half as much again, is worth a look. */
function isSuspicious(one: Term, other: Term): boolean {
  if (one.unit !== other.unit) return true;
  if (!('value' in one) || !('value' in other)) return false;
  return Math.max(one.value, other.value) > 1.5 * Math.min(one.value, other.value);
}

function readFees(
  value: unknown,
  feeText: string,
  channel: FilingChannel,
  doubts: Doubt[],
): { fees: Fee[]; notes: string[] } {
  const field = `Phí, lệ phí (${labels[channel]})`;
  const fees: Fee[] = [];
  const notes: string[] = [];
  const rows =
    Array.isArray(value) && value.length > 0 ? value : feeText === '' ? [] : feesOfText(feeText, notes);
  for (const row of rows.slice(0, mostFees)) {
    const { amount, currency, note } = isRecord(row) ? row : {};
    const words = cleanLine(note);
    if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0 || amount > 1_000_000_000) {
      doubts.push({ field, problem: `"${String(amount).slice(0, 40)}" không phải số tiền; đã bỏ.` });
    } else if (typeof currency === 'string' && currency !== 'VND') {
      doubts.push({ field, problem: `${amount} ${currency} không phải tiền đồng; chuyển vào ghi chú.` });
      notes.push(`${amount} ${currency} ${words}`.trim());
    } else if (
      amount === 0 &&
      /quy định|hội đồng nhân dân/iu.test(words) &&
      !/^\W*(miễn|không)/iu.test(words)
    ) {
      notes.push(words);
    } else {
      if (amount > 0 && amount < 1000)
        doubts.push({ field, problem: `${amount} đồng là mức thấp khác thường; đã giữ, xin kiểm tra.` });
      fees.push({ label: feeLabel(words, amount, field, doubts), amount, per: feePer(words) });
    }
  }
  if (rows.length > mostFees)
    doubts.push({ field, problem: `có ${rows.length} mức phí; chỉ giữ ${mostFees} mức đầu.` });
  return { fees, notes };
}

function feeLabel(words: string, amount: number, field: string, doubts: Doubt[]): string {
  const label = words.replace(/^[\s(/-]+|[\s);-]+$/gu, '');
  if (label.length > 3 && !/^(trang|bản|trường hợp|giao dịch|văn bản|di chúc)$/iu.test(label))
    return within(label, 1000, field, doubts);
  return amount === 0 ? 'Miễn phí' : 'Phí, lệ phí';
}

function feePer(words: string): Fee['per'] {
  if (/\/\s*trang/iu.test(words)) return 'page';
  if (/\/\s*bản/iu.test(words)) return 'copy';
  if (/\/\s*(trường hợp|giao dịch|văn bản|di chúc|việc)/iu.test(words)) return 'case';
  return 'dossier';
}

/** `8.000 đồng/bản; Miễn phí trẻ em`: amounts in a cell of a table. Words without an amount become a note. */
function feesOfText(text: string, notes: string[]): { amount: number; currency: string; note: string }[] {
  const fees = [];
  for (const part of text.split(';')) {
    const match = /(\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*(?:đồng|đ|vnđ|vnd)?(?![\d%])/iu.exec(part);
    if (match !== null) {
      fees.push({ amount: Number((match[1] ?? '').replace(/\D/g, '')), currency: 'VND', note: part.trim() });
    } else if (/miễn|không thu|không có phí/iu.test(part)) {
      fees.push({ amount: 0, currency: 'VND', note: part.trim() });
    } else if (part.trim() !== '') notes.push(part.trim());
  }
  return fees;
}
