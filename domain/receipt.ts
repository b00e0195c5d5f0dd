// The receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả): what it says, word for word; how it looks is not decided here.

import { longDayText, longMomentText } from './clock-time.ts';
import type { DeliveryMethod, FilingChannel } from './dossier.ts';
import { moneyInWords, moneyText } from './money-words.ts';
import { capitals, contactText, printable } from './paper-sheet.ts';
import type { Instant, PlainDate } from './time.ts';

/** Everything a receipt is made of (Mẫu số 01 of either circular: its fields are the same). */
export interface ReceiptContent {
  /** `UBND phường Kiến Tường`; printed in capitals. */
  superiorName: string;
  /** `Trung tâm Phục vụ hành chính công`; printed in capitals. */
  agencyName: string;
  /** The number alone: `0007` is printed `Số: 0007/TNHS`. Null leaves a dotted gap to write in. */
  number: string | null;
  placeName: string;
  issuedOn: PlainDate;
  dossierCode: string;
  /** The counter that took the dossier in: `Bộ phận Một cửa phường Kiến Tường`. */
  officeName: string;
  officeAddress: string;
  officePhone: string | null;
  applicantName: string;
  /** Who came to the counter; null when it was the applicant. */
  submitterName: string | null;
  address: string;
  phone: string | null;
  email: string | null;
  /** Masked on every copy that others than the applicant may see. */
  identity: { number: string; masked: boolean } | null;
  procedureName: string;
  /** What is asked for, beyond the procedure's name; null when there is nothing to add. */
  summary: string | null;
  papers: readonly ReceiptPaper[];
  /** Sets of papers handed in (bộ). */
  copies: number;
  /** The legal term in the catalogue's words: `03 ngày làm việc`. */
  termText: string;
  receivedAt: Instant;
  /** Null when the law sets no term. */
  due: Instant | null;
  /** Whole đồng; 0 for none. */
  fee: { amount: number; paid: boolean };
  channel: FilingChannel;
  deliveryMethod: DeliveryMethod;
  /** Where the dossier stands in the office's book; null leaves dotted gaps to write in. */
  book: { volume: string; ordinal: string } | null;
  officerName: string;
  /** `Mẫu số 01, Thông tư số 03/2025/TT-VPCP`: the form in force when it was issued. */
  source: string;
  /** Why it replaces an earlier receipt of the dossier; null for the first. */
  remark: string | null;
  /** What only this print says: that it is a reprint. */
  mark: string | null;
}

export interface ReceiptPaper {
  name: string;
  originals: number;
  copies: number;
  note: string | null;
}

/** The receipt as text, ready to be placed on paper. A null is a dotted gap for the pen. */
export interface ReceiptSheet {
  superiorName: string;
  agencyName: string;
  number: string | null;
  placeAndDate: string;
  dossierCode: string;
  officeName: string;
  applicantName: string;
  submitterName: string;
  address: string;
  phone: string | null;
  email: string | null;
  identity: string | null;
  request: string;
  papers: { name: string; originals: string; copies: string; note: string }[];
  copies: string;
  term: string;
  receivedAt: string;
  due: string;
  fee: string;
  delivery: string;
  book: { volume: string; ordinal: string } | null;
  /** Who signs: over the counter both, otherwise the officer alone. */
  submitterSigns: boolean;
  officerName: string;
  hint: string;
  advice: string;
  contact: string;
  source: string;
  remark: string | null;
  mark: string | null;
}

/** Puts a receipt into words. What people typed is made printable first: nothing on it can break the paper. */
export function receiptSheet(typed: ReceiptContent): ReceiptSheet {
  const content = printable(typed);
  return {
    superiorName: capitals(content.superiorName),
    agencyName: capitals(content.agencyName),
    number: content.number,
    placeAndDate: `${content.placeName}, ${longDayText(content.issuedOn)}`,
    dossierCode: content.dossierCode,
    officeName: content.officeName,
    applicantName: capitals(content.applicantName),
    submitterName: capitals(content.submitterName ?? content.applicantName),
    address: content.address,
    phone: content.phone,
    email: content.email,
    identity: content.identity && identityText(content.identity),
    request:
      content.summary === null ? content.procedureName : `${content.procedureName} (${content.summary})`,
    papers: content.papers.map((paper) => ({
      name: paper.name,
      originals: paperCount(paper.originals),
      copies: paperCount(paper.copies),
      note: paper.note ?? '',
    })),
    copies: `${twoDigits(content.copies)} bộ`,
    term: content.termText,
    receivedAt: longMomentText(content.receivedAt),
    due: content.due === null ? 'Không có ngày hẹn trả' : longMomentText(content.due),
    fee: feeText(content.fee),
    delivery: deliveryText(content),
    book: content.book,
    submitterSigns: content.channel === 'counter',
    officerName: content.officerName,
    hint: 'Quét mã bằng Zalo để theo dõi hồ sơ',
    advice: adviceText(content),
    contact: contactText({ address: content.officeAddress, phone: content.officePhone }),
    source: content.source,
    remark: content.remark,
    mark: content.mark,
  };
}

/** `999*******45`: enough to tell two papers of one family apart, too little to use. */
export function maskedIdentity(number: string): string {
  if (number.length < 8) return '*'.repeat(number.length);
  return number.slice(0, 3) + '*'.repeat(number.length - 5) + number.slice(-2);
}

function identityText(identity: { number: string; masked: boolean }): string {
  return identity.masked ? maskedIdentity(identity.number) : identity.number;
}

function feeText(fee: ReceiptContent['fee']): string {
  if (fee.amount === 0) return 'Không thu';
  return `${moneyText(fee.amount)} (${moneyInWords(fee.amount)}), ${fee.paid ? 'đã thu' : 'chưa thu'}`;
}

function deliveryText(content: ReceiptContent): string {
  const ways: Record<DeliveryMethod, string> = {
    counter: content.officeName,
    post: 'Nhà, qua dịch vụ bưu chính công ích',
    online: 'Trực tuyến, bản điện tử',
  };
  return ways[content.deliveryMethod];
}

function adviceText(content: ReceiptContent): string {
  if (content.deliveryMethod === 'online') return 'Anh/Chị giữ giấy này để tra cứu hồ sơ.';
  const where = content.deliveryMethod === 'post' ? 'khi bưu tá giao kết quả' : 'khi đến nhận kết quả';
  return `Anh/Chị giữ giấy này và mang theo giấy tờ tùy thân ${where}.`;
}

// Numbers below ten take a zero, as the forms of the State write them; none is a dash, so that nothing can be added.
function paperCount(count: number): string {
  return count === 0 ? '–' : twoDigits(count);
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
