// Words of the dossier page: head, time, papers, applicant, timeline.

export const dossierWords = {
  pageTitle: (code: string, name: string) => `${code} · ${name}`,
  uncoded: 'Hồ sơ chưa có mã',
  copyCode: 'Sao chép mã hồ sơ',
  citizenReads: 'Công dân đọc:',
  print: 'In giấy tiếp nhận',
  printA4: 'In giấy tiếp nhận khổ A4',
  a4: 'A4',
  openAlone: 'Mở thành trang riêng',
  closePane: 'Thu hồ sơ lại',
  time: {
    label: 'Thời gian giải quyết',
    used: (percent: number) => `đã dùng ${percent}%`,
    received: (day: string) => `Nhận ${day}`,
    due: (day: string) => `Hẹn ${day}`,
    was: (day: string) => `Hẹn lần đầu: ${day}`,
    term: (term: string) => `Thời hạn ${term}`,
    why: 'Vì sao ngày này?',
    traceCaption: 'Từng ngày được tính như thế nào',
    counted: 'có tính',
    notCounted: 'không tính',
  },
  steps: {
    title: 'Các bước',
    done: 'đã qua',
    current: 'đang ở đây',
    ahead: 'sắp tới',
    holder: (name: string) => `${name} giữ`,
    nobody: 'chưa ai nhận',
    since: (moment: string) => `từ ${moment}`,
  },
  papers: {
    title: 'Giấy tờ đã nhận',
    name: 'Giấy tờ',
    originals: 'Bản chính',
    copies: 'Bản sao',
    none: 'Chưa nhận giấy tờ nào.',
    beyond: 'Giấy tờ ngoài danh mục',
    sets: (count: number) => `${count} bộ`,
  },
  supplement: {
    title: 'Đang chờ công dân bổ sung',
    until: (moment: string) => `Công dân trả lời trước ${moment}.`,
  },
  applicant: {
    title: 'Người nộp',
    name: 'Họ và tên',
    identity: 'Số căn cước',
    born: 'Ngày sinh',
    sexes: { male: 'nam', female: 'nữ' },
    phone: 'Điện thoại',
    address: 'Địa chỉ',
    email: 'Thư điện tử',
    none: 'Không khai',
    chats: (count: number) =>
      count === 0
        ? 'Chưa theo dõi qua Zalo. Mời quét mã QR trên giấy tiếp nhận.'
        : count === 1
          ? 'Đang theo dõi qua Zalo'
          : `${count} người đang theo dõi qua Zalo`,
  },
  facts: {
    title: 'Thông tin hồ sơ',
    procedure: 'Thủ tục',
    summary: 'Nội dung yêu cầu',
    money: 'Phí, lệ phí',
    delivery: 'Nhận kết quả',
    channel: 'Cách nộp',
    channels: { counter: 'Tại quầy', online: 'Qua mạng', post: 'Qua bưu chính' } as Record<string, string>,
  },
  timeline: {
    title: 'Diễn biến',
    told: 'Báo công dân',
    notTold: 'Công dân chưa được báo',
    notNeeded: 'Không gửi tin riêng',
    newest: 'Mới nhất ở trên',
  },
  reach: { title: 'Báo công dân bằng cách nào' },
  actions: {
    title: 'Việc cần làm',
    nothing: 'Hiện không có việc nào dành cho Anh/Chị ở hồ sơ này.',
    others: 'Các việc khác: của ai, khi nào',
    blocked: (count: number) => `Chưa làm được lúc này (${count})`,
  },
  failed: 'Hồ sơ chưa tải được',
  done: (label: string, code: string) => `${label}: đã ghi vào hồ sơ ${code}.`,
};
