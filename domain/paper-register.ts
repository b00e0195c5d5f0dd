// The register book (Sổ theo dõi hồ sơ): one line for each dossier received, in the order of their numbers.

import { longDayText } from './clock-time.ts';
import type { DeliveryMethod, DossierStatus } from './dossier.ts';
import { deliveryWords } from './event-words.ts';
import { formOn, paperNumberText } from './paper-forms.ts';
import { type IssuedAs, printable, type Sheet, sheetFrame, table } from './paper-sheet.ts';
import { statusLabel } from './status.ts';
import { dateOf, type Instant, type PlainDate } from './time.ts';

export interface RegisterLine {
  /** The running number in the book of the year; null for dossiers that came in another way than through the office. */
  number: number | null;
  code: string;
  procedureName: string;
  copies: number;
  applicantName: string;
  address: string;
  phone: string | null;
  unitName: string;
  receivedAt: Instant;
  due: Instant | null;
  returnedAt: Instant | null;
  deliveryMethod: DeliveryMethod;
  collector: string | null;
  status: DossierStatus;
}

export interface RegisterPeriod {
  from: PlainDate;
  to: PlainDate;
}

/** The columns of the form, in the order of `registerTexts`, and how wide each is on paper. */
export const registerColumns = [
  { head: 'TT', width: 2 },
  { head: 'Mã hồ sơ', width: 6 },
  { head: 'Tên thủ tục hành chính', width: 7 },
  { head: 'Số bộ', width: 2 },
  { head: 'Tên cá nhân, tổ chức', width: 6 },
  { head: 'Địa chỉ, số điện thoại', width: 8 },
  { head: 'Cơ quan, bộ phận chủ trì giải quyết', width: 5 },
  { head: 'Nhận hồ sơ', width: 4 },
  { head: 'Hẹn trả kết quả', width: 4 },
  { head: 'Trả kết quả', width: 4 },
  { head: 'Phương thức nhận kết quả', width: 4 },
  { head: 'Ký nhận', width: 4 },
  { head: 'Ghi chú', width: 4 },
] as const;

/** One line in words, each by the name of its column. */
export function registerTexts(line: RegisterLine) {
  return {
    number: line.number === null ? '' : paperNumberText(line.number),
    code: line.code,
    procedureName: line.procedureName,
    copies: String(line.copies),
    applicantName: line.applicantName,
    contact: line.phone === null ? line.address : `${line.address}; ${line.phone}`,
    unitName: line.unitName,
    received: shortMoment(line.receivedAt),
    due: line.due === null ? 'Không có' : shortMoment(line.due),
    returned: line.returnedAt === null ? '' : shortMoment(line.returnedAt),
    delivery: capitalised(deliveryWords[line.deliveryMethod]),
    collector: line.collector ?? '',
    note: line.status === 'returned' ? '' : statusLabel(line.status),
  };
}

/** The book of a period, as a sheet. `day`: when it is drawn up. */
export function registerSheet(
  lines: readonly RegisterLine[],
  period: RegisterPeriod,
  as: IssuedAs,
  day: PlainDate,
): Sheet {
  // The form of the period's last day: that is when this part of the book was closed.
  const form = formOn('register', period.to) ?? formOn('register', day);
  if (form === null) throw new Error('A register is kept while its form is in force.');
  const heading = { form, issuer: 'office', day, number: null, subtitle: periodText(period) } as const;
  const rows = lines.map((line) => Object.values(printable(registerTexts(line))));
  return {
    ...sheetFrame(printable(as), heading),
    landscape: true,
    blocks: [
      table(
        registerColumns.map(({ head }) => head),
        registerColumns.map(({ width }) => width),
        rows,
        [0, 3],
      ),
    ],
  };
}

/** `Từ ngày 01 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026`. */
export function periodText({ from, to }: RegisterPeriod): string {
  return from === to ? capitalised(longDayText(from)) : `Từ ${longDayText(from)} đến ${longDayText(to)}`;
}

/** `08:05 03/02/2026`: narrow columns have no room for words. */
function shortMoment(at: Instant): string {
  const [year, month, day] = dateOf(at).split('-');
  return `${at.slice(11, 16)} ${day}/${month}/${year}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
