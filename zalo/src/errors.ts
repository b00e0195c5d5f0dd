// What each error code of the OA API (openapi.zalo.me) means and what to do about it.

import { type ErrorPolicy, type ErrorTable, policyOf } from './policy.ts';

/** The policy for an error code of the OA API other than 0. */
export function oaErrorPolicy(code: number): ErrorPolicy {
  return policyOf(oaErrors, code);
}

export const oaErrors: ErrorTable = {
  [-32]: [
    'retry_later',
    'Ứng dụng hoặc Official Account gọi Zalo quá nhanh; tin được gửi lại ở phút sau.',
    'next_minute',
  ],
  [-100]: ['reupload', 'Ảnh hoặc tệp đã tải lên Zalo hết hạn; tệp được tải lên lại một lần.'],
  [-200]: [
    'uncertain',
    'Zalo báo gửi không thành công nhưng tin có thể đã tới; kiểm tra hội thoại trước khi gửi lại.',
  ],
  [-201]: [
    'drop_quote',
    'Zalo không nhận một trường của tin, thường là tin được trích dẫn đã quá 48 giờ hoặc đã xoá.',
  ],
  [-204]: ['operator', 'Official Account đang bị tắt; mở lại trên trang quản trị Official Account.'],
  [-205]: ['operator', 'Zalo không tìm thấy Official Account; kiểm tra lại mã Official Account.'],
  [-209]: ['operator', 'Ứng dụng Zalo chưa được kích hoạt; kích hoạt tại developers.zalo.me.'],
  [-210]: ['bug', 'Một tham số vượt giới hạn của Zalo; báo cho đội kỹ thuật.'],
  [-211]: [
    'defer',
    'Official Account đã dùng hết hạn mức tin; tin được thử lại vào sáng hôm sau, hoặc mua thêm hạn mức trên trang quản trị.',
    'next_day',
  ],
  [-212]: [
    'operator',
    'Ứng dụng chưa đăng ký quyền này; đánh dấu quyền trên trang quản trị Zalo rồi cấp quyền lại.',
  ],
  [-213]: ['fallback', 'Người nhận chưa quan tâm Official Account; báo cho người này bằng kênh khác.'],
  [-214]: ['retry_later', 'Zalo đang xử lý bài viết; hỏi lại sau.', 'next_minute'],
  [-216]: ['refresh_token', 'Mã truy cập Zalo không còn hiệu lực; mã được làm mới một lần.'],
  [-217]: ['fallback', 'Người nhận đã chặn Official Account; báo cho người này bằng kênh khác.'],
  [-218]: [
    'defer',
    'Người nhận đã hết lượt nhận tin trong kỳ; tin được thử lại vào sáng hôm sau.',
    'next_day',
  ],
  [-219]: [
    'refresh_token',
    'Official Account đã gỡ ứng dụng hoặc mã truy cập bị thu hồi; mã được làm mới một lần, sau đó người quản trị cần cấp quyền lại.',
  ],
  [-220]: ['refresh_token', 'Mã truy cập Zalo đã hết hạn hoặc bị thu hồi; mã được làm mới một lần.'],
  [-221]: ['operator', 'Official Account chưa xác thực; nộp hồ sơ xác thực với Zalo.'],
  [-223]: ['operator', 'Official Account chưa cấp quyền này cho ứng dụng; người quản trị cần cấp quyền lại.'],
  [-224]: [
    'operator',
    'Official Account cần gói dịch vụ cao hơn; kiểm tra gói trên trang quản trị Official Account.',
  ],
  [-227]: [
    'fallback',
    'Tài khoản người nhận bị khoá hoặc hơn 45 ngày không dùng; báo cho người này bằng kênh khác.',
  ],
  [-230]: ['fallback', 'Người nhận không tương tác trong 7 ngày; báo cho người này bằng kênh khác.'],
  [-232]: [
    'fallback',
    'Người nhận chưa tương tác hoặc lượt tương tác đã hết hạn; báo cho người này bằng kênh khác.',
  ],
  [-233]: ['bug', 'Zalo không nhận loại tin này; báo cho đội kỹ thuật.'],
  [-234]: ['defer', 'Zalo không gửi loại tin này từ 22 giờ đến 6 giờ; tin được gửi lúc 6 giờ 05.', 'morning'],
  [-235]: [
    'switch_to_v2',
    'Loại Official Account này chỉ gửi được bằng phiên bản 2; phiên bản được đổi và ghi nhớ.',
  ],
  [-237]: ['drop', 'Nhóm chat đã hết hạn hoặc bị tắt; tin tới nhóm này không gửi nữa.'],
  [-238]: ['bug', 'Mã tài sản gửi tin không đúng; báo cho đội kỹ thuật.'],
  [-240]: ['switch_to_v3', 'Zalo đã tắt phiên bản 2 với Official Account này; phiên bản 3 được dùng.'],
  [-241]: ['bug', 'Mã tài sản gửi tin không dùng được; báo cho đội kỹ thuật.'],
  [-242]: [
    'operator',
    'Zalo đòi chữ ký appsecret_proof; tắt mục kiểm tra này trên trang quản trị ứng dụng hoặc kiểm tra khoá bí mật.',
  ],
  [-244]: ['fallback', 'Người nhận không nhận loại tin này; báo cho người này bằng kênh khác.'],
  [-248]: ['operator', 'Tin vi phạm chính sách của Zalo; cần người đọc lại nội dung trước khi gửi.'],
  [-249]: ['fallback', 'Mẫu tin này không gửi được theo tài khoản Zalo; gửi theo số điện thoại.'],
  [-320]: ['operator', 'Ứng dụng chưa liên kết tài khoản trả phí Zalo Cloud; liên kết trên trang quản trị.'],
  [-321]: ['operator', 'Tài khoản Zalo Cloud hết tiền; nạp thêm để tiếp tục gửi.'],
  [-403]: ['drop', 'Official Account không ở trong nhóm chat này; tin tới nhóm này không gửi nữa.'],
  [-1340]: [
    'operator',
    'Biểu mẫu Zalo không dùng được; kiểm tra biểu mẫu trên trang quản trị Official Account.',
  ],
  [-1341]: [
    'operator',
    'Biểu mẫu Zalo không dùng được; kiểm tra biểu mẫu trên trang quản trị Official Account.',
  ],
};
