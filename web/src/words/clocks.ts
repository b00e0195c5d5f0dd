// Words of what deserves attention, of the working calendar, and of the public reckoning of a date.

export const attentionWords = {
  title: 'Cần chú ý',
  pageTitle: 'Cần chú ý · Bàn làm việc',
  lead: (since: string) =>
    `Danh sách gộp cho buổi làm việc từ ${since}. Mỗi buổi gộp một lần; việc đã làm rời khỏi đây ngay.`,
  rungs: { holder: 'Việc của Anh/Chị', head: 'Đơn vị của Anh/Chị', centre: 'Cả Trung tâm' },
  step: (step: string, unit: string) => `Bước ${step}, ${unit}`,
  held: (name: string) => `${name} đang giữ`,
  nobody: 'chưa ai nhận',
  total: (from: number, to: number, total: number) => `${from}–${to} trong ${total.toLocaleString('vi-VN')}`,
  empty: [
    'Buổi này không có việc nào cần chú ý',
    'Hồ sơ sắp hoặc đã quá hạn, hồ sơ trực tuyến chờ trả lời và hồ sơ giấy chờ chuyển sẽ hiện ở đây vào đầu mỗi buổi làm việc.',
  ],
  notLoaded: 'Danh sách chưa tải được',
  uncoded: 'Chưa có mã',
};

export const calendarWords = {
  title: 'Lịch làm việc',
  pageTitle: 'Lịch làm việc · Bàn làm việc',
  lead: 'Ngày nghỉ, làm bù và làm nửa buổi từ hôm nay. Đổi lịch thì ngày hẹn trả của hồ sơ đang mở được tính lại và công dân được báo.',
  week: 'Giờ làm việc trong tuần',
  off: 'nghỉ',
  days: 'Ngày đã công bố',
  noDays: 'Chưa có ngày nào từ hôm nay trở đi.',
  kinds: {
    holiday: 'nghỉ lễ',
    compensatory: 'nghỉ bù',
    swap_off: 'nghỉ hoán đổi',
    swap_work: 'làm bù',
    half_day: 'làm nửa buổi',
    local_closure: 'cơ quan nghỉ',
  } as Record<string, string>,
  change: 'Đổi một ngày',
  date: 'Ngày',
  kind: 'Ngày này là',
  choices: [
    ['local_closure', 'Cơ quan nghỉ (bão, dịch, mất điện)'],
    ['holiday', 'Nghỉ lễ'],
    ['swap_off', 'Nghỉ hoán đổi'],
    ['swap_work', 'Làm bù (ngày đang nghỉ)'],
    ['half_day', 'Chỉ làm buổi sáng'],
    ['ordinary', 'Ngày làm việc bình thường'],
  ] as const,
  name: 'Tên gọi',
  nameHint: 'Đọc được sau chữ “không tính”: nghỉ tránh bão số 9',
  preview: 'Xem hồ sơ bị ảnh hưởng',
  moved: (moved: number, seen: number) =>
    moved === 0
      ? `Không hồ sơ nào trong ${seen.toLocaleString('vi-VN')} hồ sơ đang mở đổi ngày hẹn.`
      : `${moved.toLocaleString('vi-VN')} trong ${seen.toLocaleString('vi-VN')} hồ sơ đang mở đổi ngày hẹn:`,
  more: (count: number) => `và ${count.toLocaleString('vi-VN')} hồ sơ khác.`,
  ground: 'Căn cứ',
  groundHint: 'Công dân đọc được câu này: cơ quan nghỉ tránh bão theo Công điện số 5 của tỉnh',
  decide: 'Quyết định đổi lịch',
  decided: (moved: number) =>
    moved === 0
      ? 'Đã đổi lịch làm việc.'
      : `Đã đổi lịch. ${moved.toLocaleString('vi-VN')} hồ sơ đang được tính lại ngày hẹn, công dân được báo.`,
  decisions: 'Các lần đổi lịch',
  progress: (moved: number, finished: boolean) =>
    finished ? `${moved.toLocaleString('vi-VN')} hồ sơ đã đổi ngày hẹn` : 'đang tính lại các hồ sơ đang mở',
  only: 'Lịch do Giám đốc Trung tâm hoặc quản trị đơn vị quyết định.',
  notLoaded: 'Lịch chưa tải được',
  oldNew: (old: string, next: string) => `${old} → ${next}`,
  columns: { dossier: 'Hồ sơ', moves: 'Ngày hẹn cũ → mới' },
};

export const dueDateWords = {
  title: 'Tính ngày hẹn trả',
  lead: 'Chọn lúc nộp đủ giấy tờ và thời hạn của thủ tục. Kết quả giải thích từng ngày, tính đúng như cơ quan tính.',
  date: 'Ngày nộp',
  time: 'Giờ nộp',
  value: 'Thời hạn',
  unit: 'Đơn vị',
  units: [
    ['working_day', 'ngày làm việc'],
    ['working_hour', 'giờ làm việc'],
    ['calendar_day', 'ngày'],
    ['month', 'tháng'],
    ['same_day', 'trong ngày (sau 15 giờ: hôm sau)'],
  ] as const,
  submit: 'Tính ngày hẹn',
  due: 'Hẹn trả',
  why: 'Vì sao ngày này?',
  counted: 'có tính',
  notCounted: 'không tính',
  by: (calendar: string) => `Tính theo ${calendar}. Ngày hẹn chính thức là ngày in trên giấy tiếp nhận.`,
  failed: 'Chưa tính được',
};
