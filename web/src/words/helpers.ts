// Words of points outside the office: filing for somebody, and the watch over the accounts.

export const helperWords = {
  title: 'Nộp giúp hồ sơ',
  pageTitle: 'Nộp giúp hồ sơ · Điểm tiếp nhận',
  file: 'Hồ sơ mới',
  search: 'Người dân cần làm thủ tục gì?',
  pick: 'Chọn',
  other: 'Chọn thủ tục khác',
  fields: {
    caseId: 'Trường hợp',
    fullName: 'Họ và tên người nộp',
    identityNumber: 'Số định danh cá nhân',
    phone: 'Số điện thoại',
    address: 'Nơi cư trú',
    papers: 'Giấy tờ người dân mang đến',
    deliveryMethod: 'Nhận kết quả',
  },
  deliveries: [
    ['counter', 'Tại bộ phận một cửa'],
    ['post', 'Qua bưu điện'],
    ['online', 'Bản điện tử'],
  ] as const,
  submit: 'Gửi đến bộ phận một cửa',
  brought: (total: number) => `Hồ sơ đã nộp giúp (${total.toLocaleString('vi-VN')})`,
  none: 'Hồ sơ Anh/Chị nộp giúp sẽ hiện ở đây, cùng việc tiếp theo của người nộp.',
  notLoaded: 'Danh sách chưa tải được',
  uncoded: 'Chưa có mã, chờ tiếp nhận',
  filedAt: (at: string) => `gửi lúc ${at}`,
  listTitle: 'Điểm tiếp nhận ngoài cơ quan',
  listPageTitle: 'Điểm tiếp nhận · Bàn làm việc',
  listLead:
    'Bưu điện, đoàn thể, thôn và tổ dân phố nộp giúp người dân. Tài khoản lâu không dùng đứng trước; nên ngừng tài khoản không còn ai dùng.',
  noHelpers:
    'Anh/Chị chưa phụ trách tài khoản nào. Quản trị đơn vị lập điểm và tài khoản ở trang Cơ quan và cán bộ.',
  helped: (last: number, ever: number) =>
    `30 ngày qua ${last.toLocaleString('vi-VN')} hồ sơ, từ trước đến nay ${ever.toLocaleString('vi-VN')}`,
};
