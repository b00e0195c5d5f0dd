// What an operator reads about an Official Account: every sentence says what happened and what to do.

import type { TokenAnswer } from '@motcua/zalo/oauth';
import type { NoAnswer } from '@motcua/zalo/wire';

/** Why Zalo gave no tokens. */
export function tokenRefusalSentence(answer: Extract<TokenAnswer, { kind: 'refused' }>): string {
  const known = answer.code === undefined ? undefined : refusals[answer.code];
  if (known !== undefined) return known;
  const code = answer.code === undefined ? '' : ` (mã ${answer.code})`;
  return `Zalo không cấp mã truy cập${code}: ${answer.reason}. Kiểm tra ứng dụng trên developers.zalo.me rồi kết nối lại.`;
}

/** Why a call to Zalo brought no answer, and what is not known because of it. */
export function noAnswerSentence(why: NoAnswer): string {
  return noAnswers[why];
}

export const sentences = {
  tokenLost:
    'Mã làm mới đã dùng nhưng mã mới chưa kịp lưu; người quản trị Official Account cần cấp quyền lại rồi chạy motcua oa connect.',
  refreshTokenKept:
    'Zalo không gửi mã làm mới kế tiếp, mã cũ được giữ lại; nếu ngày mai mất kết nối thì cấp quyền lại rồi chạy motcua oa connect.',
  stillRejected:
    'Zalo vẫn từ chối mã truy cập vừa được cấp; người quản trị Official Account cần cấp quyền lại rồi chạy motcua oa connect.',
  busy: 'Một tiến trình khác đang làm mới mã truy cập; việc gửi được thử lại sau.',
  unknownOa: 'Official Account này chưa được kết nối; chạy motcua oa connect.',
  ready: 'Đang gửi và nhận tin bình thường.',
} as const;

export function interruptedSentence(since: string): string {
  return `Lần làm mới mã truy cập bắt đầu lúc ${since.slice(11, 16)} ngày ${since.slice(8, 10)}/${since.slice(5, 7)} bị dừng giữa chừng; lần gửi tới sẽ thử lại, nếu không được thì cần cấp quyền lại.`;
}

const refusals: Readonly<Record<number, string>> = {
  [-14002]:
    'Zalo không nhận mã ứng dụng (app id) hoặc ứng dụng chưa kích hoạt; xem lại tại developers.zalo.me.',
  [-14003]: 'Địa chỉ quay lại không khớp địa chỉ đã đăng ký; xem lại tại developers.zalo.me.',
  [-14004]: 'Khoá bí mật của ứng dụng (app secret) chưa đúng; chép lại từ trang Cài đặt của ứng dụng.',
  [-14005]: 'Mã cấp quyền đã dùng hoặc quá 10 phút; cấp quyền lại.',
  [-14014]:
    'Mã làm mới (refresh token) đã dùng, đã hết hạn hoặc không thuộc ứng dụng này; lấy mã mới trong API Explorer rồi chạy motcua oa connect.',
};

const noAnswers: Readonly<Record<NoAnswer, string>> = {
  unreachable: 'Không kết nối được tới Zalo; kiểm tra mạng, tường lửa rồi thử lại.',
  timeout: 'Zalo chưa trả lời trong thời gian chờ; thử lại sau.',
  connection_lost: 'Kết nối tới Zalo bị ngắt giữa chừng; thử lại sau.',
  server_error: 'Máy chủ Zalo đang gặp sự cố; thử lại sau.',
  not_json: 'Zalo trả lời khác với tài liệu; thử lại sau, nếu còn thì báo cho đội kỹ thuật.',
};
