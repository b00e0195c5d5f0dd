// Withdrawing, as the citizen meets it: whether it is still possible, and what then happens to papers and money.

import type { Calendar } from './calendar.ts';
import { type Dossier, isEnded } from './dossier.ts';
import { guard } from './dossier-guard.ts';
import { moneyText } from './money-words.ts';
import type { Instant } from './time.ts';

export interface Withdrawal {
  /** Null while the dossier may be withdrawn; else why not, and what there is instead. */
  why: string | null;
  /** What a withdrawal would do, a sentence each; empty when it is not possible. */
  after: string[];
}

/**
 * The citizen may ask for the procedure to be stopped until the decision is made (NĐ 118/2025 Đ21); papers and fees go
 * back as the rules of the sector say. Null once there is nothing left to withdraw.
 */
export function withdrawalOf(dossier: Dossier, calendar: Calendar, now: Instant): Withdrawal | null {
  const { status } = dossier;
  if (guard('withdraw', dossier, { kind: 'citizen' }, now, calendar) === null)
    return {
      why: null,
      after: [
        'Trung tâm dừng giải quyết ngay. Cần làm lại, Anh/Chị nộp hồ sơ mới.',
        papersText(dossier),
        moneyAfter(dossier),
      ],
    };
  if (status === 'resolved')
    return { why: 'Hồ sơ đã có kết quả nên không rút được nữa. Anh/Chị nhận kết quả theo hẹn.', after: [] };
  if (isEnded(status)) return null;
  const why = dossier.correction === null ? 'Quyết định đã được ký' : 'Kết quả đã phát hành và đang được sửa';
  return { why: `${why} nên hồ sơ không rút được nữa. Trung tâm sẽ báo khi có kết quả.`, after: [] };
}

function papersText({ papers }: Dossier): string {
  const originals = papers.filter(({ originals: count }) => count > 0).map(({ name }) => name);
  return originals.length === 0
    ? 'Trung tâm không giữ bản chính nào. Bản sao và bản chụp được lưu theo hồ sơ.'
    : `Bản chính đã nộp được trả lại tại quầy, Anh/Chị mang theo căn cước: ${originals.join('; ')}.`;
}

function moneyAfter({ payments }: Dossier): string {
  const paid = payments.reduce((sum, { amount, paidAt }) => (paidAt === null ? sum : sum + amount), 0);
  const owed = payments.find(({ paidAt }) => paidAt === null);
  const said = [
    ...(paid === 0
      ? []
      : [
          `Đã nộp ${moneyText(paid)}: có hoàn lại hay không theo quy định của từng loại phí, lệ phí; cán bộ trả lời Anh/Chị tại quầy.`,
        ]),
    ...(owed === undefined
      ? []
      : [`Khoản ${moneyText(owed.amount)} đang chờ nộp được huỷ, Anh/Chị không phải nộp.`]),
  ];
  return said.length === 0 ? 'Hồ sơ này chưa nộp khoản tiền nào.' : said.join(' ');
}
