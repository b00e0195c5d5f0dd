// Words of the citizen's tracking page. `citizen-en.ts` says the same in English.

export const citizenWords = {
  pageTitle: (code: string) => `Hồ sơ ${code}`,
  pageTitlePlain: 'Tra cứu hồ sơ',
  dossier: 'Hồ sơ',
  named: (code: string, procedure: string) => `Hồ sơ ${code} (${procedure})`,
  /** As the office's sentence has it; `nothingToDoHere` is said in the language of the page. */
  nothingToDo: 'Anh/Chị chưa phải làm gì.',
  nothingToDoHere: 'Anh/Chị chưa phải làm gì.',
  toDo: 'Việc Anh/Chị cần làm',
  bring: 'Cần bổ sung',
  answerBy: (moment: string) => `Xin gửi trước ${moment}.`,
  supplement: {
    photo: 'Chụp hoặc chọn ảnh, PDF',
    photoOf: (label: string) => `Chụp hoặc chọn ảnh, PDF của ${label}`,
    further: 'Gửi thêm trang',
    sending: 'Đang gửi…',
    gotFiles: (count: number) => (count === 1 ? 'Đã nhận 1 tệp' : `Đã nhận ${count} tệp`),
    gotWords: (value: string) => `Đã nhận: ${value}`,
    rightWords: 'Nội dung đúng',
    send: 'Gửi',
    done: 'Trung tâm đã nhận đủ phần bổ sung. Cán bộ xem rồi báo Anh/Chị; cần gửi thêm trang, Anh/Chị gửi ở đây.',
  },
  due: 'Ngày hẹn',
  why: 'Vì sao ngày này?',
  counted: 'Tính',
  notCounted: 'Không tính',
  timeline: 'Diễn biến',
  process: 'Xem quy trình giải quyết: ai làm, bao lâu',
  zalo: {
    title: 'Nhận tin trên Zalo',
    text: (office: string) =>
      `${office} sẽ nhắn khi hồ sơ có thay đổi. Anh/Chị dừng bất cứ lúc nào bằng cách nhắn “huỷ liên kết”.`,
    start: 'Nhận tin trên Zalo',
    codeLabel: 'Mã nối Zalo',
    codeText:
      'Bấm nút dưới đây, rồi gửi mã này cho Trung tâm trong Zalo. Mã đã được sao chép sẵn khi Anh/Chị bấm.',
    open: 'Mở Zalo và gửi',
    copied: 'Đã sao chép. Trong Zalo, dán vào ô tin nhắn rồi bấm gửi.',
    expires: (moment: string) => `Mã dùng được một lần, đến ${moment}.`,
  },
  office: 'Liên hệ',
  call: (phone: string) => `Gọi ${phone}`,
  private: 'Trang này chỉ dành cho người giữ giấy tiếp nhận. Xin đừng chuyển đường dẫn cho người khác.',
  loading: 'Đang tìm hồ sơ',
  visit: { title: 'Các hồ sơ nộp trong một lượt' },
  unknown: {
    title: 'Đường dẫn này không còn dùng được',
    text: 'Mã có thể đã được thay, hoặc đường dẫn bị thiếu ký tự. Hồ sơ của Anh/Chị vẫn được giải quyết bình thường.',
    steps: [
      'Quét lại mã QR trên giấy tiếp nhận mới nhất.',
      'Hoặc mang giấy tiếp nhận đến quầy để được in lại.',
    ],
  },
  failed: 'Chưa xem được hồ sơ',
  retry: 'Thử lại',
};

export type CitizenWords = typeof citizenWords;
