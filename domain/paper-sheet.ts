// A paper as plain data: header, heading, blocks, signatures. All words are here; only the look is left to the printer.

import { longDayText, longMomentText } from './clock-time.ts';
import type { PaperForm } from './paper-forms.ts';
import { printableText } from './printable-text.ts';
import type { Instant, PlainDate } from './time.ts';

export interface Field {
  label: string;
  /** Null leaves a dotted gap for the pen. */
  value: string | null;
  strong?: boolean;
}

export type Block =
  | ({ kind: 'field' } & Field)
  | { kind: 'pair'; left: Field; right: Field }
  /** `Kính gửi`, in the middle of the line. */
  | { kind: 'to'; text: string }
  | { kind: 'text'; text: string }
  /** The heading of a part of a form. */
  | { kind: 'part'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; heads: string[]; widths: number[]; centred: number[]; rows: string[][] };

export interface Signer {
  who: string;
  hint: string;
  /** Null leaves the place under the signature empty. */
  name: string | null;
}

export interface Sheet {
  landscape: boolean;
  /** Both in capitals: the authority above, and who issues the paper; both empty when a citizen writes it. */
  superiorName: string;
  issuerName: string;
  /** A paper with a number; its `text` is null when none was given, and leaves a gap. */
  number: { text: string | null; series: string } | null;
  placeAndDate: string;
  title: string[];
  /** Under the heading: the code, or a period. */
  subtitle: string | null;
  blocks: Block[];
  signers: Signer[];
  /** `Nơi nhận`; empty for papers handed over on the spot. */
  recipients: string[];
  /** Beside the heading; null for papers that carry no code. */
  qrHint: string | null;
  /** At the foot: the address of the office, and the form. */
  contact: string;
  source: string;
  /** What only this print says: that it is a reprint. */
  mark: string | null;
}

/** The names of an agency as they stood when the paper was made: a merger does not rewrite old papers. */
export interface IssuedAs {
  superiorName: string;
  agencyName: string;
  officeName: string;
  placeName: string;
  address: string;
  phone: string | null;
  /** Who signs by name: the actor of the event, or whose decision it tells. */
  officerName: string | null;
}

export interface Heading {
  form: PaperForm;
  /** `office`: the one-stop office, below its agency. `agency`: the authority itself, signed by its head. */
  issuer: 'office' | 'agency';
  day: PlainDate;
  number: Sheet['number'];
  subtitle: string | null;
}

/** The frame every paper shares, empty of words of its own. */
export function sheetFrame(as: IssuedAs, heading: Heading): Sheet {
  const byOffice = heading.issuer === 'office';
  return {
    landscape: false,
    superiorName: capitals(byOffice ? as.agencyName : as.superiorName),
    issuerName: capitals(byOffice ? shortOffice(as.officeName) : as.agencyName),
    number: heading.number,
    placeAndDate: `${as.placeName}, ${longDayText(heading.day)}`,
    title: [...heading.form.title],
    subtitle: heading.subtitle,
    blocks: [],
    signers: [],
    recipients: [],
    qrHint: null,
    contact: contactText(as),
    source: heading.form.source,
    mark: null,
  };
}

/** A line of the form. */
export function field(label: string, value: string | null, strong = false): Block {
  return { kind: 'field', label, value, ...(strong ? { strong } : {}) };
}

/** A table; `widths` are shares of the line, `centred` the columns set in the middle. */
export function table(heads: string[], widths: number[], rows: string[][], centred = [0]): Block {
  return { kind: 'table', heads, widths, centred, rows };
}

/** Signed at the counter, with the name alone. */
export function byName(who: string, name: string | null): Signer {
  return { who, hint: '(Ký và ghi rõ họ tên)', name };
}

/** What a print says of itself: nothing the first time, then which reprint it is, when, and by whom. */
export function reprintMark(copy: number, at: Instant, officerName: string): string | null {
  return copy === 1 ? null : `Bản in lại lần ${copy - 1} · ${longMomentText(at)} · ${officerName}`;
}

/** Before everything else a print says of itself: that what it tells was taken back. */
export function withCancelled(cancelledAt: Instant | null, mark: string | null): string | null {
  if (cancelledAt === null) return mark;
  const cancelled = `ĐÃ HỦY, KHÔNG CÒN GIÁ TRỊ · ${longMomentText(cancelledAt)}`;
  return mark === null ? cancelled : `${cancelled} · ${mark}`;
}

/** `Trung tâm Phục vụ hành chính công`: the place already stands in the line above. */
export function shortOffice(officeName: string): string {
  return officeName.replace(/ (phường|xã|đặc khu) .*$/u, '');
}

/** `Số 5, đường 30/4 · Điện thoại: 0272 3000 000`; no-break spaces keep the number on one line. */
export function contactText({ address, phone }: Pick<IssuedAs, 'address' | 'phone'>): string {
  return phone === null ? address : `${address} · ${`Điện thoại: ${phone}`.replaceAll(' ', '\u00a0')}`;
}

export function capitals(name: string): string {
  return name.toLocaleUpperCase('vi');
}

/** The same value with every text in it made printable: nothing that people typed can break the paper. */
export function printable<T>(value: T): T {
  const each = (item: unknown): unknown => {
    if (typeof item === 'string') return printableText(item);
    if (Array.isArray(item)) return item.map(each);
    if (item === null || typeof item !== 'object') return item;
    return Object.fromEntries(Object.entries(item).map(([name, part]) => [name, each(part)]));
  };
  return each(value) as T;
}
