// Words of the papers of a dossier, and of the register book.

export const paperWords = {
  title: 'Giấy tờ của hồ sơ',
  lead: 'Lập từ diễn biến của hồ sơ; in lại bao nhiêu lần cũng không đổi số, không đổi chữ.',
  none: 'Chưa có giấy tờ nào. Giấy tiếp nhận, phiếu yêu cầu bổ sung và các giấy khác hiện ở đây ngay khi có.',
  number: (number: string) => `Số ${number}`,
  issued: (moment: string, who: string) => `${moment}, ${who}`,
  until: (moment: string) => `Tính đến ${moment}`,
  print: 'In',
  printAgain: 'In lại',
  printOf: (name: string) => `In ${name}`,
  printAgainOf: (name: string, times: number) => `In lại ${name}; đã in ${times} lần`,
  cancelled: (moment: string) => `Đã hủy lúc ${moment}; số vẫn giữ, giấy không còn giá trị`,
  printed: (times: number) => `Đã in ${times} lần`,
  firstPrint: 'Bản đầu',
  reprint: (copy: number) => `In lại lần ${copy - 1}`,
  by: (who: string, moment: string) => `${who}, ${moment}`,
  archive: 'Tải gói lưu trữ',
  archiveHint:
    'Giấy tờ, diễn biến và mã kiểm tra của hồ sơ trong một tệp .zip, kiểm tra được khi không có mạng.',
  archived: (times: number) => `Đã tải gói lưu trữ ${times} lần`,
  failed: 'Giấy tờ chưa tải được',
};

export const registerWords = {
  book: 'Sổ của',
  ownBook: 'Cơ quan này',
  title: 'Sổ theo dõi hồ sơ',
  pageTitle: 'Sổ theo dõi hồ sơ · Bàn làm việc',
  from: 'Từ ngày',
  to: 'Đến ngày',
  search: 'Tên, điện thoại, thủ tục hoặc mã hồ sơ',
  show: 'Xem',
  periods: { month: 'Tháng này', before: 'Tháng trước', year: 'Năm nay' },
  periodsLabel: 'Chọn nhanh khoảng thời gian',
  xlsx: 'Tải Excel',
  pdf: 'Bản in PDF',
  columns: {
    number: 'Số',
    code: 'Mã hồ sơ',
    procedure: 'Thủ tục',
    applicant: 'Người nộp',
    received: 'Nhận',
    due: 'Hẹn trả',
    returned: 'Trả kết quả',
    note: 'Ghi chú',
  },
  total: (from: number, to: number, total: number) =>
    `${from}–${to} trong ${total.toLocaleString('vi-VN')} hồ sơ`,
  source: (form: string) => `Theo ${form}`,
  emptyTitle: 'Không có hồ sơ nào',
  emptyText:
    'Mỗi hồ sơ được tiếp nhận là một dòng trong sổ. Xin chọn khoảng thời gian khác, hoặc bỏ bớt chữ cần tìm.',
  failed: 'Sổ theo dõi chưa tải được',
};
