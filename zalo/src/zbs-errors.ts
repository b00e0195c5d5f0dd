// What each error code of template messages (business.openapi.zalo.me) means and what to do about it.

import { type ErrorPolicy, type ErrorRow, type ErrorTable, policyOf } from './policy.ts';

/** The policy for an error code of template messages other than 0. */
export function zbsErrorPolicy(code: number): ErrorPolicy {
  return policyOf(zbsErrors, code);
}

const bug = (what: string): ErrorRow => ['bug', `${what}; báo cho đội kỹ thuật.`];
const byOtherWay = (what: string): ErrorRow => ['fallback', `${what}; báo cho người này bằng kênh khác.`];
const onConsole = (what: string, remedy: string): ErrorRow => ['operator', `${what}; ${remedy}.`];

const appPage = 'kiểm tra ứng dụng tại developers.zalo.me';
const oaPage = 'kiểm tra trên trang quản trị Official Account';
const zbsPage = 'kiểm tra tài khoản Zalo Cloud trên trang quản trị ZBS';
const templatePage = 'kiểm tra mẫu tin trên trang quản trị ZBS';

export const zbsErrors: ErrorTable = {
  [-100]: [
    'retry_bounded',
    'Zalo gặp sự cố chưa rõ khi nhận tin theo mẫu; tin được thử lại vài lần, sau đó cần người quản trị xem.',
  ],
  [-101]: onConsole('Mã ứng dụng Zalo chưa đúng', appPage),
  [-102]: onConsole('Zalo không tìm thấy ứng dụng', appPage),
  [-103]: onConsole('Ứng dụng Zalo chưa được kích hoạt', appPage),
  [-104]: onConsole('Khoá bí mật của ứng dụng chưa đúng', 'chép lại từ trang Cài đặt của ứng dụng'),
  [-105]: onConsole('Ứng dụng chưa được liên kết với Official Account', oaPage),
  [-106]: bug('Zalo không nhận phương thức của lời gọi'),
  [-107]: bug('Mã tin hỏi Zalo không đúng'),
  [-108]: byOtherWay('Số điện thoại không đúng'),
  [-109]: onConsole('Mã mẫu tin không đúng', templatePage),
  [-1091]: onConsole('Mẫu tin này không sửa được nữa', 'tạo mẫu tin mới trên trang quản trị ZBS'),
  [-110]: byOtherWay('Phiên bản Zalo của người nhận không nhận được tin theo mẫu'),
  [-111]: bug('Tin theo mẫu không có nội dung'),
  [-112]: bug('Kiểu dữ liệu của nội dung tin theo mẫu không đúng'),
  [-1121]: bug('Một nội dung dài quá giới hạn của mẫu tin'),
  [-1122]: bug('Tin theo mẫu thiếu một nội dung bắt buộc'),
  [-1123]: ['retry_bounded', 'Zalo chưa tạo được mã QR của tin; tin được thử lại vài lần.'],
  [-1124]: bug('Một nội dung không đúng định dạng của mẫu tin'),
  [-113]: onConsole('Nút của mẫu tin không đúng', templatePage),
  [-1131]: bug('Nội dung nút của mẫu tin không đúng'),
  [-114]: byOtherWay('Người nhận đã chặn, tắt nhận tin hoặc lâu không dùng Zalo'),
  [-115]: onConsole('Tài khoản Zalo Cloud hết hạn mức hoặc hết tiền', 'nạp thêm để tiếp tục gửi'),
  [-116]: bug('Nội dung tin không được Zalo nhận'),
  [-117]: onConsole('Official Account chưa được dùng mẫu tin này', templatePage),
  [-118]: byOtherWay('Số điện thoại này không có tài khoản Zalo'),
  [-119]: byOtherWay('Tài khoản Zalo này không nhận được tin'),
  [-120]: onConsole('Official Account chưa được cấp quyền này', oaPage),
  [-1201]: onConsole('Official Account chưa được gửi tin loại 3', oaPage),
  [-1202]: onConsole('Official Account chưa được gửi ảnh trong mẫu tin', oaPage),
  [-121]: bug('Lời gọi tới Zalo không có nội dung'),
  [-122]: bug('Lời gọi tới Zalo không phải JSON'),
  [-123]: bug('Zalo không giải mã được nội dung RSA'),
  [-124]: ['refresh_token', 'Mã truy cập Zalo không còn hiệu lực; mã được làm mới một lần.'],
  [-1241]: onConsole(
    'Zalo đòi chữ ký appsecret_proof',
    'tắt mục kiểm tra này trên trang quản trị ứng dụng hoặc kiểm tra khoá bí mật',
  ),
  [-125]: onConsole('Mã Official Account chưa đúng', oaPage),
  [-126]: ['defer', 'Hết hạn mức tin thử trong ngày; tin được gửi vào sáng hôm sau.', 'next_day'],
  [-127]: onConsole('Mẫu tin thử chỉ gửi được cho quản trị viên', 'chờ Zalo duyệt mẫu tin'),
  [-128]: bug('Chưa có khoá mã hoá của Official Account'),
  [-129]: bug('Zalo không tạo được khoá RSA'),
  [-130]: bug('Nội dung vượt số ký tự cho phép'),
  [-131]: onConsole('Mẫu tin chưa được Zalo duyệt', templatePage),
  [-132]: bug('Một tham số của lời gọi không đúng'),
  [-133]: ['defer', 'Zalo không gửi tin theo mẫu từ 22 giờ đến 6 giờ; tin được gửi lúc 6 giờ 05.', 'morning'],
  [-134]: byOtherWay('Người nhận chưa đồng ý nhận tin theo mẫu'),
  [-135]: onConsole(
    'Official Account chưa xác thực hoặc đang dùng gói miễn phí nên chưa gửi được tin theo mẫu',
    oaPage,
  ),
  [-1351]: onConsole('Official Account bị Zalo chặn gửi tin theo mẫu', 'liên hệ Zalo để mở lại'),
  [-136]: onConsole('Chưa liên kết tài khoản Zalo Cloud', zbsPage),
  [-137]: onConsole('Zalo không thu được tiền tin', zbsPage),
  [-138]: onConsole('Ứng dụng chưa được cấp quyền gửi tin theo mẫu', appPage),
  [-1381]: onConsole('Tiện ích chưa được nối với tài khoản Zalo Cloud', zbsPage),
  [-139]: byOtherWay('Người nhận từ chối loại tin này'),
  [-140]: byOtherWay('Người nhận không thuộc diện nhận tin này'),
  [-141]: byOtherWay('Người nhận từ chối tin của Official Account này'),
  [-142]: bug('Chưa có khoá RSA'),
  [-143]: bug('Khoá RSA đã có'),
  [-144]: [
    'defer',
    'Official Account đã gửi hết số tin trong ngày; tin được gửi vào sáng hôm sau.',
    'next_day',
  ],
  [-1441]: [
    'defer',
    'Official Account đã gửi hết số tin hậu mãi trong tháng; tin được gửi vào tháng sau.',
    'next_month',
  ],
  [-145]: onConsole('Official Account không được gửi loại tin này', oaPage),
  [-146]: onConsole('Mẫu tin bị tắt vì chất lượng thấp', templatePage),
  [-147]: ['defer', 'Mẫu tin đã gửi hết số tin trong ngày; tin được gửi vào sáng hôm sau.', 'next_day'],
  [-1471]: byOtherWay('Người nhận đã hết lượt nhận mẫu tin này trong tháng'),
  [-1472]: [
    'defer',
    'Người nhận đã hết lượt nhận tin loại này trong ngày; tin được gửi vào sáng hôm sau.',
    'next_day',
  ],
  [-148]: bug('Thiếu mã hành trình của tin'),
  [-149]: bug('Mã hành trình của tin không đúng'),
  [-1491]: bug('Mã hành trình của tin đã hết hạn'),
  [-150]: bug('Mã hành trình của tin không dùng được'),
  [-151]: bug('Mẫu tin không dùng mã hoá đầu cuối'),
  [-152]: bug('Chưa lấy được khoá mã hoá đầu cuối'),
  [-153]: bug('Dữ liệu trái với đặc tả của Zalo'),
  [-158]: bug('Tệp quá dung lượng cho phép'),
  [-159]: bug('Tệp không đúng định dạng cho phép'),
  [-160]: [
    'defer',
    'Hết lượt tạo mẫu tin hoặc tải tệp trong ngày; việc này được làm vào sáng hôm sau.',
    'next_day',
  ],
  [-161]: bug('Chế độ gửi không đúng'),
  [-162]: bug('Chế độ gửi vượt hạn mức chỉ dùng được với mẫu tin loại 1 và loại 2'),
};
