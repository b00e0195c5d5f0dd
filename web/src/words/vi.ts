// The frame in Vietnamese: landing, sign-in, rail, keys, connection. `en.ts` says the same in English.

export const vi = {
  product: 'Một Cửa',
  skipLink: 'Đến nội dung chính',
  silent: {
    unreachable: 'Chưa kết nối được với máy chủ. Những gì Anh/Chị đã nhập vẫn còn; xin thử lại sau ít phút.',
    unexpected:
      'Việc này chưa làm được. Nội dung đã nhập vẫn còn; xin thử lại, nếu vẫn vậy hãy báo quản trị viên.',
  },
  retry: 'Thử lại',
  close: 'Khép lại',
  cancel: 'Thôi',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  landing: {
    title: 'Một Cửa: nộp một\u00a0nơi, biết từng\u00a0bước',
    lead: 'Hồ sơ hành chính của phường, xã: tiếp nhận tại quầy, giải quyết đúng hẹn, và trả lời Anh/Chị ngay trên Zalo.',
    trackTitle: 'Tra cứu hồ sơ bằng mã QR',
    trackText:
      'Mở Zalo, chọn Quét mã QR và hướng vào mã trên giấy tiếp nhận. Anh/Chị sẽ thấy hồ sơ đang ở bước nào, ai giữ, và còn mấy ngày làm việc.',
    deskTitle: 'Dành cho cán bộ',
    deskText: 'Tiếp nhận, giải quyết và trả kết quả.',
    deskLink: 'Vào bàn làm việc',
    phoneTitle: 'Điện thoại thử',
    phoneText: 'Bản trình diễn có sẵn một chiếc điện thoại để đóng vai công dân nhắn tin với Trung tâm.',
    phoneLink: 'Mở điện thoại thử',
  },
  signIn: {
    title: 'Đăng nhập bàn làm việc',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    needUsername: 'Nhập tên đăng nhập.',
    needPassword: 'Nhập mật khẩu.',
    demoTitle: 'Bản trình diễn: chọn một người để đăng nhập',
    again: 'Đăng nhập lại để làm tiếp',
    againText: 'Phiên làm việc đã hết. Những gì Anh/Chị đang nhập vẫn còn nguyên trên màn hình này.',
    signedOut: 'Anh/Chị đã đăng xuất. Bản nháp trên máy này đã được xoá.',
    back: 'Về trang đầu',
  },
  rail: {
    label: 'Các nơi làm việc',
    dossiers: 'Hồ sơ',
    intake: 'Tiếp nhận',
    fold: 'Thu gọn thanh bên',
    unfold: 'Mở rộng thanh bên',
    keys: 'Phím tắt',
    palette: 'Tìm nhanh',
    account: 'Tài khoản',
    signOut: 'Đăng xuất',
    look: 'Giao diện',
    looks: { auto: 'Theo máy', light: 'Sáng', dark: 'Tối' },
    language: 'Ngôn ngữ khung',
    demo: 'Bản trình diễn',
  },
  line: {
    lost: 'Mất kết nối, đang nối lại',
  },
  keys: {
    title: 'Phím tắt',
    single: 'Dùng phím tắt một chữ',
    singleHint: 'Tắt nếu bàn phím hoặc phần mềm giọng nói của Anh/Chị hay gõ nhầm.',
    rows: [
      ['j', 'Hồ sơ kế tiếp'],
      ['k', 'Hồ sơ trước'],
      ['o', 'Mở hồ sơ đang chọn'],
      ['Esc', 'Về danh sách'],
      ['/', 'Tìm hồ sơ'],
      ['n', 'Tiếp nhận hồ sơ mới'],
      ['Ctrl K', 'Tìm nhanh: hồ sơ, thẻ, nơi làm việc'],
      ['Ctrl Enter', 'Gửi biểu mẫu đang mở'],
      ['?', 'Bảng phím tắt này'],
    ] as [string, string][],
    scanner: 'Máy quét mã vạch dùng được ở mọi trang: quét giấy tiếp nhận để mở hồ sơ.',
  },
  palette: {
    placeholder: 'Mã hồ sơ, tên người nộp, hoặc nơi cần đến',
    nothing: 'Chưa có gì khớp. Thử mã hồ sơ hoặc tên người nộp.',
    goTo: 'Đi đến',
    found: 'Hồ sơ',
  },
  notFound: {
    title: 'Không có trang này',
    text: 'Đường dẫn có thể đã gõ thiếu hoặc trang đã chuyển đi.',
  },
  broken: {
    title: 'Trang này chưa hiện được',
    text: 'Dữ liệu của Anh/Chị không mất. Xin tải lại trang; nếu vẫn vậy hãy báo quản trị viên.',
    reload: 'Tải lại trang',
  },
};

export type FrameWords = typeof vi;
