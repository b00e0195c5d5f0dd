// The receipt of a visit with several dossiers, in words: who, which dossiers, when each is due, what was paid.

import { longMomentText } from './clock-time.ts';
import { moneyText } from './money-words.ts';
import { byName, field, type IssuedAs, printable, type Sheet, sheetFrame, table } from './paper-sheet.ts';
import type { PaperPerson } from './paper-words.ts';
import { dateOf, type Instant } from './time.ts';

export interface VisitLine {
  code: string;
  procedureName: string;
  due: Instant | null;
  /** Asked for this dossier, in đồng. */
  fee: number;
}

/** No form of the State prescribes it: it comes beside the receipt of each dossier, and says so. */
export function visitSheet(
  lines: readonly VisitLine[],
  person: PaperPerson,
  as: IssuedAs,
  at: Instant,
): Sheet {
  const total = lines.reduce((sum, { fee }) => sum + fee, 0);
  const rows = lines.map(({ code, procedureName, due, fee }, index) => [
    String(index + 1),
    code,
    procedureName,
    due === null ? 'Không quy định' : longMomentText(due),
    fee === 0 ? 'Không' : moneyText(fee),
  ]);
  const form = {
    name: 'Giấy tiếp nhận chung',
    title: ['Giấy tiếp nhận chung', 'các hồ sơ nộp trong một lượt'],
    source: 'Kèm giấy tiếp nhận hồ sơ và hẹn trả kết quả của từng hồ sơ',
  };
  const heading = { form, issuer: 'office', day: dateOf(at), number: null, subtitle: null } as const;
  return printable({
    ...sheetFrame(as, heading),
    blocks: [
      field('Người nộp', person.fullName, true),
      field('Địa chỉ', person.address),
      field('Nộp lúc', longMomentText(at)),
      table(['STT', 'Mã hồ sơ', 'Thủ tục', 'Hẹn trả kết quả', 'Phí, lệ phí'], [1, 5, 6, 5, 3], rows, [0]),
      field('Tổng số hồ sơ', String(lines.length)),
      field('Tổng phí, lệ phí', total === 0 ? 'Không thu' : moneyText(total)),
    ],
    signers: [
      { who: 'Người nộp', hint: '(Ký và ghi rõ họ tên)', name: null },
      byName('Người tiếp nhận', as.officerName),
    ],
    qrHint: 'Quét mã để mở từng hồ sơ',
  });
}
