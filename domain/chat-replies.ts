// What the chat says: every sentence of it that is not a dossier's status.

import type { EmergencyService } from './chat-intent.ts';
import { consentLabels, menuLabels } from './chat-state.ts';
import { type Wishes, wishesText } from './chat-wishes.ts';
import { momentText } from './clock-time.ts';
import { dateOf, type Instant, plusDays } from './time.ts';

/** A button under a message; pressing it says the payload. */
export interface ReplyButton {
  title: string;
  payload: string;
}

export interface Reply {
  text: string;
  /** At most five. */
  buttons: ReplyButton[];
}

/** What the chat may say of the office it speaks for. */
export interface OfficeFacts {
  name: string;
  /** `Quầy 1` */
  counter: string | null;
  address: string;
  phone: string | null;
  /** When somebody is there next: `7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ`, with the day when it is not today. */
  hours: string;
  /** First part of this office's dossier codes: `000.00.27.H53`. */
  codePrefix: string;
}

export const myDossiers = 'Hồ sơ của tôi';
const askHuman = 'Gặp cán bộ';
const menu = 'Menu';

export function say(text: string, titles: readonly string[] = [myDossiers, menu]): Reply {
  return { text, buttons: titles.map((title) => ({ title, payload: title })) };
}

const choices = menuLabels.map((label, at) => `${at + 1}. ${label}`).join('  ');

export const replies = {
  menu: () => say(`Anh/Chị muốn: ${choices}. (Trả lời số, hoặc gõ câu hỏi.)`, menuLabels),
  cancelled: () =>
    say(`Đã dừng việc đang làm. Anh/Chị muốn: ${choices}. (Trả lời số, hoặc gõ câu hỏi.)`, menuLabels),
  notUnderstood: () =>
    say(`Tôi chưa chắc đã hiểu. Anh/Chị muốn: ${choices}. (Trả lời số, hoặc gõ lại câu hỏi.)`, menuLabels),
  stillNotUnderstood: (office: OfficeFacts) =>
    say(
      `Tôi vẫn chưa hiểu, xin lỗi Anh/Chị. Anh/Chị chọn: ${choices}. Hoặc hỏi trực tiếp ${whereText(office)}.`,
      [...menuLabels, 'Gửi câu hỏi'],
    ),
  greeting: (office: OfficeFacts) =>
    say(
      `${office.name} xin chào Anh/Chị. Anh/Chị muốn: ${choices}. (Trả lời số, hoặc gõ câu hỏi.)`,
      menuLabels,
    ),
  followed: (office: OfficeFacts) =>
    say(
      `${office.name} xin chào Anh/Chị. Để biết hồ sơ tới đâu: quét mã QR trên giấy tiếp nhận, gửi ảnh mã QR vào đây, hoặc nhập mã hồ sơ. Hồ sơ thay đổi, Trung tâm báo ngay tại đây. Gõ "menu" để xem các việc khác.`,
      menuLabels,
    ),
  thanks: () => say('Trung tâm cảm ơn Anh/Chị. Khi cần biết hồ sơ tới đâu, Anh/Chị cứ nhắn "hồ sơ của tôi".'),
  petition: (office: OfficeFacts) =>
    say(
      `Phản ánh, kiến nghị, khiếu nại của Anh/Chị cần được nhận đúng nơi để có trả lời bằng văn bản: gửi trực tiếp ${whereText(office)}, giờ làm việc ${office.hours}; hoặc qua Cổng Dịch vụ công quốc gia, mục Phản ánh kiến nghị. Muốn hỏi cán bộ ngay tại đây, Anh/Chị nhắn "gặp cán bộ".`,
      [askHuman, menu],
    ),
  denunciation: () =>
    say(
      'Trung tâm không nhận nội dung này qua Zalo, để giữ bí mật cho Anh/Chị, và không lưu tin vừa gửi. Zalo vẫn giữ tin trên máy: Anh/Chị nên xoá. Theo luật, Anh/Chị gửi đơn có ghi rõ họ tên, hoặc đến trình bày trực tiếp, tại trụ sở tiếp công dân hoặc cơ quan thanh tra; họ tên, địa chỉ của Anh/Chị được giữ bí mật. Xin đừng viết chi tiết vào đây. Gõ "menu" cho việc khác.',
      [menu],
    ),
  emergency: (service: EmergencyService) => say(emergencies[service], [menu]),
  howToFind: () =>
    say(
      'Zalo này chưa liên kết với hồ sơ nào. Để xem hồ sơ, Anh/Chị làm một trong ba cách: quét mã QR trên giấy tiếp nhận; gửi ảnh mã QR đó vào đây; hoặc nhập mã hồ sơ, ví dụ 000.00.27.H53-261122-0007.',
      [askHuman, menu],
    ),
  codeNeeded: (office: OfficeFacts) =>
    say(
      `Xin nhập đủ mã hồ sơ ghi trên giấy tiếp nhận, dạng ${office.codePrefix}-261122-0007; hoặc gửi ảnh mã QR trên giấy đó.`,
      [askHuman, menu],
    ),
  digitsNeeded: (code: string) =>
    say(
      `Hồ sơ ${code}. Để bảo vệ hồ sơ của Anh/Chị, xin nhập 6 số cuối căn cước của người nộp. Tin nhắn này sẽ được xoá khỏi lịch sử của Trung tâm sau khi kiểm tra. Không có số đó, Anh/Chị gửi ảnh mã QR trên giấy tiếp nhận, hoặc gõ "huỷ".`,
      ['Huỷ', askHuman],
    ),
  sixDigitsPlease: (count: number) =>
    say(
      `Anh/Chị vừa nhập ${count} số. Xin nhập đúng 6 số cuối căn cước của người nộp hồ sơ, hoặc gõ "huỷ".`,
      ['Huỷ', askHuman],
    ),
  digitsWithoutCode: () =>
    say('Anh/Chị xin nhập mã hồ sơ trước, rồi 6 số cuối căn cước; hoặc gửi ảnh mã QR trên giấy tiếp nhận.', [
      askHuman,
      menu,
    ]),
  wrongProof: (left: number) =>
    say(
      `Mã hồ sơ và 6 số vừa nhập chưa khớp với nhau. Anh/Chị xem lại hai số này rồi nhập lại 6 số (hôm nay còn ${left} lần), hoặc gửi ảnh mã QR trên giấy tiếp nhận; cách đó không giới hạn số lần.`,
      ['Huỷ', askHuman],
    ),
  noMoreTries: (now: Instant) =>
    say(
      `Để bảo vệ hồ sơ, việc tra cứu bằng mã và 6 số tạm dừng đến ${tomorrowText(now)}. Ngay bây giờ Anh/Chị vẫn xem được bằng cách quét hoặc gửi ảnh mã QR trên giấy tiếp nhận, hoặc hỏi cán bộ.`,
      [askHuman, menu],
    ),
  consent: (name: string) =>
    say(
      `Liên kết hồ sơ ${name} với Zalo này để Trung tâm báo tin khi có thay đổi? ${consentLabels.map((label, at) => `${at + 1}. ${label}`).join('  ')}. Lúc nào cũng huỷ được bằng cách nhắn "huỷ liên kết".`,
      consentLabels,
    ),
  linkCodeDead: () =>
    say(
      'Mã này đã dùng rồi hoặc đã quá 30 phút. Anh/Chị quét lại mã QR trên giấy tiếp nhận để lấy mã mới, hoặc gửi ảnh mã QR vào đây.',
      [askHuman, menu],
    ),
  qrDead: () =>
    say(
      'Mã QR này không còn dùng được hoặc không phải mã trên giấy tiếp nhận. Anh/Chị hỏi nơi đã nhận hồ sơ để in lại giấy, hoặc nhập mã hồ sơ.',
      [askHuman, menu],
    ),
  notLinked: () =>
    say(
      'Vâng, Trung tâm không liên kết hồ sơ này và không gửi tin về hồ sơ. Cần xem lại, Anh/Chị quét mã QR trên giấy tiếp nhận.',
    ),
  unlinked: (count: number, forgotten: boolean) =>
    say(
      count === 0 && !forgotten
        ? 'Zalo này chưa liên kết với hồ sơ nào, nên Trung tâm không gửi tin về hồ sơ.'
        : `Đã huỷ liên kết${forgotten ? ' và xoá tin nhắn của Anh/Chị khỏi lịch sử của Trung tâm' : ''}: Trung tâm không gửi tin về hồ sơ tới Zalo này nữa. Muốn liên kết lại, Anh/Chị quét mã QR trên giấy tiếp nhận.`,
      [menu],
    ),
  wishes: (wishes: Wishes) => say(wishesText(wishes)),
  whichProcedure: () =>
    say('Anh/Chị cần làm thủ tục gì? Gõ tên thủ tục, ví dụ: khai sinh, kết hôn, chứng thực.', [
      askHuman,
      menu,
    ]),
  procedureNotFound: (office: OfficeFacts) =>
    say(
      `Tôi chưa tìm được thủ tục đó ở đây. Anh/Chị gõ tên ngắn hơn, ví dụ: khai sinh; hoặc hỏi ${whereText(office)}.`,
      [askHuman, 'Gửi câu hỏi', menu],
    ),
  photoWithoutQr: () =>
    say(
      'Trong ảnh không thấy mã QR nào của giấy tiếp nhận. Anh/Chị chụp lại gần hơn, đủ sáng, thấy trọn mã QR; hoặc nhập mã hồ sơ.',
      [askHuman, menu],
    ),
  photoUnreadable: () =>
    say('Ảnh này chưa mở được. Anh/Chị gửi lại ảnh khác (JPG hoặc PNG, dưới 10 MB), hoặc nhập mã hồ sơ.', [
      askHuman,
      menu,
    ]),
  sticker: () =>
    say('Trung tâm chào Anh/Chị. Cần xem hồ sơ, Anh/Chị nhắn "hồ sơ của tôi"; cần việc khác, gõ "menu".'),
  voice: () =>
    say(
      'Tôi chưa nghe được tin thoại. Anh/Chị gõ giúp bằng chữ, không dấu cũng được; hoặc nhắn "gặp cán bộ".',
      [askHuman, menu],
    ),
  location: (office: OfficeFacts) =>
    say(`Cảm ơn Anh/Chị. ${office.name} ở ${office.address}, giờ làm việc ${office.hours}.`),
  file: () =>
    say(
      'Trung tâm chưa nhận giấy tờ qua Zalo. Anh/Chị mang giấy tới nơi ghi trên giấy tiếp nhận; muốn xem hồ sơ, nhắn "hồ sơ của tôi".',
      [myDossiers, askHuman],
    ),
  otherMedia: () => say('Tôi chưa đọc được loại tin này. Anh/Chị gõ bằng chữ giúp, hoặc gõ "menu".'),
} as const;

const emergencies: Record<EmergencyService, string> = {
  fire: 'Nếu đang có cháy, nổ hoặc người mắc kẹt: gọi ngay 114. Có người bị thương: gọi 115. Trợ lý này không gọi thay được. Nếu không phải việc khẩn cấp, gõ "menu".',
  police:
    'Nếu đang có người bị đe doạ, cướp, trộm, đánh: gọi ngay 113. Có người bị thương: gọi 115. Trợ lý này không gọi thay được. Nếu không phải việc khẩn cấp, gõ "menu".',
  medical:
    'Nếu có người cần cấp cứu: gọi ngay 115. Tai nạn hoặc có người bị hại: gọi thêm 113. Trợ lý này không gọi thay được. Nếu không phải việc khẩn cấp, gõ "menu".',
};

/** `tại Quầy 3, … (địa chỉ; điện thoại …)`. */
export function whereText({ counter, name, address, phone }: OfficeFacts): string {
  const place = counter === null ? name : `${counter}, ${name}`;
  return `tại ${place} (${address}${phone === null ? '' : `; điện thoại ${phone}`})`;
}

function tomorrowText(now: Instant): string {
  const midnight = `${dateOf(plusDays(now, 1))}T00:00:00+07:00`;
  return momentText(midnight, dateOf(now));
}
