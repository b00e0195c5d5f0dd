// What the chat says of a filing: before it begins, when it is put off, where it goes on, what follows.

import type { DraftFacts, DraftLine, FilingPlan } from './chat-filing-facts.ts';
import { type Reply, say } from './chat-replies.ts';
import { beginLabels, type ChatState } from './chat-state.ts';
import type { Facts, Turn } from './chat-step.ts';
import { dayText } from './clock-time.ts';
import { filingPlaceText } from './filing-place.ts';
import { clip } from './status-words.ts';
import { dateOf, type Instant } from './time.ts';
import { lowerFirst } from './wording.ts';

const shownPapers = 8;

/** What is needed, how long, the cost, where it lands, who is asked and what becomes of it; then whether to begin. */
export function introReply(plan: FilingPlan): Reply {
  const { form } = plan;
  const options = beginLabels.map((label, at) => `${at + 1}. ${label}`).join('  ');
  return say(
    clip(
      [
        `${clip(plan.name, 120)}. ${needsText(plan)}`,
        filingPlaceText(plan.place),
        `Khai ngay tại đây được: từng câu một, người trả lời là ${lowerFirst(form.filledBy)}; giấy tờ gửi bằng ảnh chụp; dừng lúc nào cũng được, làm tiếp trên web cũng được.`,
        'Câu trả lời được mã hoá, chỉ dùng cho hồ sơ này; cán bộ chỉ xem sau khi Anh/Chị đồng ý nộp. Trung tâm không bao giờ hỏi mật khẩu hay mã OTP.',
        `Anh/Chị đồng ý khai? ${options}`,
      ].join('\n'),
      2_000,
    ),
    beginLabels,
  );
}

/** `Cần: (1) …. Thời hạn: …. Lệ phí: ….` */
export function needsText({ papers, termText, feeText }: FilingPlan): string {
  const listed = papers.slice(0, shownPapers).map((paper, at) => `(${at + 1}) ${sentence(paper)}`);
  const rest = papers.length - listed.length;
  return [
    listed.length === 0
      ? null
      : `Cần: ${listed.join('; ')}${rest > 0 ? `; và ${rest} giấy tờ khác tuỳ trường hợp` : ''}.`,
    termText === null || termText === '' ? null : `Thời hạn: ${sentence(termText)}.`,
    feeText === null ? null : `Phí, lệ phí: ${sentence(feeText)}.`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

const sentence = (text: string): string => clip(text.trim().replace(/[.\s]+$/, ''), 110);

/** What may be said of a procedure that is filed for elsewhere, or has no form yet. */
export function elsewhereReply(plan: Pick<FilingPlan, 'name' | 'place'>): Reply {
  const { url } = plan.place;
  return say(
    `${clip(plan.name, 120)}: ${filingPlaceText(plan.place)}${url === null ? '' : ` Địa chỉ: ${url}`}`,
    ['Gặp cán bộ', 'Menu'],
  );
}

/** `Phần đã khai được giữ (mã NHAP-…) đến hết thứ Ba, 22/12` */
export function keptText({ code, keptUntil }: { code: string; keptUntil: Instant }, now: Instant): string {
  return `Phần đã khai được giữ (mã ${code}) đến ${dayText(dateOf(keptUntil), dateOf(now))}; nhắn “tiếp tục” để khai tiếp.`;
}

export function leaveForLater(draft: DraftFacts, { now }: Facts): Turn {
  return {
    state: { kind: 'idle' },
    reply: say(
      `Đã dừng, chưa nộp gì. ${keptText(draft, now)} Khai tiếp trên web hay tại quầy cũng bằng mã này.`,
      ['Tiếp tục', 'Làm tiếp trên web', 'Menu'],
    ),
    mentionsDraft: true,
  };
}

/** The same draft on the web; the chat stays where it is. */
export function toWeb(
  state: ChatState,
  draft: Pick<DraftFacts, 'code' | 'keptUntil'>,
  { filing }: Facts,
): Turn {
  return {
    state,
    reply: say(
      `Anh/Chị làm tiếp trên web tại ${filing.link ?? ''} (giữ kín địa chỉ này: ai có nó mở được bản nháp). Muốn quay lại đây, nhắn “tiếp tục”; mã bản nháp: ${draft.code}.`,
      ['Tiếp tục', 'Menu'],
    ),
    mentionsDraft: true,
    traceless: true,
  };
}

export function draftLabel({ name, code }: DraftLine): string {
  return clip(`${clip(name, 60)} (${code})`, 90);
}

export const filedReply = (plan: FilingPlan): Reply =>
  say(
    `Đã gửi. ${clip(plan.name, 120)} của Anh/Chị là hồ sơ chờ tiếp nhận, chưa có mã hồ sơ. Cán bộ trả lời trong 8 giờ làm việc; khi tiếp nhận, Trung tâm nhắn mã hồ sơ và ngày hẹn trả tại đây. Anh/Chị chưa phải làm gì. Không muốn nhận tin, nhắn "huỷ liên kết".`,
  );

export const alreadyFiledReply = (): Reply =>
  say(
    'Bản nháp này đã nộp rồi, không nộp lần nữa. Xem hồ sơ tới đâu, Anh/Chị nhắn "hồ sơ của tôi"; nộp hồ sơ khác, nhắn "nộp hồ sơ".',
  );

export const goneReply = (): Reply =>
  say(
    'Bản nháp này không còn ở đây: đã quá hạn giữ, hoặc đang được khai tiếp trên Zalo khác. Còn mã NHAP-…, Anh/Chị nhắn mã đó; hoặc nhắn "nộp hồ sơ" để khai mới.',
    ['Nộp hồ sơ', 'Gặp cán bộ', 'Menu'],
  );
