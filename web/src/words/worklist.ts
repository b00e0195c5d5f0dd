// Words of the worklist's tools: filters, choosing many, next in line, holding for a time, notes between colleagues.

import type { WorklistFilter, WorklistSort } from '@motcua/domain/worklist-filter';
import type { BulkType } from '@motcua/server/worklists/schema';

export const filterWords = {
  open: 'Lọc',
  title: 'Lọc danh sách',
  procedure: 'Thủ tục',
  status: 'Tình trạng',
  urgency: 'Thời hạn',
  unit: 'Đơn vị',
  officer: 'Người giữ',
  from: 'Nhận từ ngày',
  to: 'Đến ngày',
  sort: 'Xếp theo',
  any: 'Tất cả',
  nobody: 'Chưa ai nhận',
  reset: 'Bỏ hết bộ lọc',
  remove: (what: string) => `Bỏ lọc ${what}`,
  active: 'Đang lọc',
  statuses: {
    submitted: 'Mới đăng ký',
    received: 'Được tiếp nhận',
    in_process: 'Đang xử lý',
    awaiting_supplement: 'Chờ bổ sung giấy tờ',
    awaiting_payment: 'Chờ nộp tiền',
    resolved: 'Đã xử lý xong',
  } satisfies Record<NonNullable<WorklistFilter['status']>, string>,
  urgencies: {
    late: 'Quá hạn',
    at_risk: 'Sắp hạn',
    on_time: 'Trong hạn',
    paused: 'Tạm dừng',
    no_term: 'Không có hạn',
  } satisfies Record<NonNullable<WorklistFilter['urgency']>, string>,
  sorts: {
    due: 'Ít thời gian còn lại nhất',
    received: 'Nhận lâu nhất',
    newest: 'Mới nhận nhất',
  } satisfies Record<WorklistSort, string>,
};

export const nextWords = {
  button: 'Hồ sơ tiếp theo',
  hint: 'Nhận hồ sơ đang chờ có hẹn trả sớm nhất',
  given: (name: string, code: string) => `Anh/Chị nhận ${name} (${code}), hồ sơ hẹn trả sớm nhất.`,
  nothing: 'Không còn hồ sơ nào chờ nhận.',
  onlySkipped: (count: number) =>
    `Chỉ còn ${count} hồ sơ Anh/Chị đã bỏ qua hôm nay; sáng ngày làm việc tới sẽ được mời lại.`,
  skip: 'Bỏ qua, lấy hồ sơ khác',
  skipTitle: 'Vì sao bỏ qua hồ sơ này?',
  skipText: 'Hồ sơ về lại hàng chờ cho đồng nghiệp. Lý do được ghi lại và lãnh đạo đọc được.',
  reason: 'Lý do',
  note: 'Nói rõ thêm',
};

export const holdWords = {
  mine: (moment: string) =>
    `Anh/Chị giữ hồ sơ đến ${moment}. Mỗi việc làm hoặc ghi chú được tính giữ lại từ đầu; để quá giờ đó hồ sơ về lại hàng chờ.`,
  other: (name: string, moment: string) =>
    `${name} giữ hồ sơ đến ${moment}; quá giờ đó mà chưa làm gì thêm, hồ sơ về lại hàng chờ.`,
  until: (moment: string) => `giữ đến ${moment}`,
  lapsedTitle: (count: number) =>
    count === 1 ? 'Một hồ sơ đã về lại hàng chờ' : `${count} hồ sơ đã về lại hàng chờ`,
  lapsedText: 'Thời gian giữ đã hết mà chưa có thay đổi. Anh/Chị vẫn làm tiếp được nếu chưa ai nhận.',
};

export const noteWords = {
  title: 'Ghi chú cho đồng nghiệp',
  hint: 'Công dân không đọc được.',
  placeholder: 'Ví dụ: bản chính để ở tủ 3, ngăn 2.',
  send: 'Ghi lại',
  inside: 'Nội bộ, công dân không đọc được',
};

export const bulkWords = {
  choose: (name: string) => `Chọn hồ sơ ${name}`,
  chooseAll: 'Chọn cả trang',
  chosen: (count: number) => `Đã chọn ${count} hồ sơ`,
  everything: (count: number) => `Chọn cả ${count.toLocaleString('vi-VN')} hồ sơ khớp`,
  most: (count: number) => `Chọn ${count} hồ sơ đầu`,
  none: 'Bỏ chọn',
  bar: 'Việc cho các hồ sơ đã chọn',
  types: {
    claim: 'Nhận xử lý',
    assign: 'Phân công',
    pass_on: 'Chuyển bước tiếp',
    approve: 'Ký duyệt',
    release: 'Trả lại nhóm',
  } satisfies Record<BulkType, string>,
  title: (label: string, count: number) => `${label}: ${count} hồ sơ`,
  officer: 'Giao cho',
  pickOfficer: 'Chọn cán bộ',
  reason: 'Lý do',
  reasonHint: 'Ít nhất 5 ký tự; lãnh đạo và đồng nghiệp đọc được.',
  look: 'Xem trước',
  looking: 'Đang xem trước từng hồ sơ',
  possible: (possible: number, total: number) =>
    possible === total
      ? `Làm được cả ${total} hồ sơ.`
      : `Làm được ${possible} trong ${total} hồ sơ; ${total - possible} hồ sơ còn lại giữ nguyên, lý do ở từng dòng.`,
  start: (count: number) => `Làm ${count} hồ sơ`,
  progress: (done: number, total: number) => `Đã xong ${done} trong ${total} hồ sơ`,
  leave: 'Anh/Chị có thể rời trang này: việc vẫn chạy, kết quả có ở mục Việc hàng loạt.',
  finished: (done: number, refused: number) =>
    refused === 0 ? `Xong ${done} hồ sơ.` : `Xong ${done} hồ sơ, ${refused} hồ sơ chưa làm được.`,
  states: { waiting: 'Đang chờ', done: 'Xong', refused: 'Chưa làm được' },
  failed: 'Chưa làm được lúc này',
  runs: 'Việc hàng loạt',
  runsLead: 'Mười lần gần nhất của Anh/Chị.',
  noRuns: ['Chưa có lần nào', 'Chọn nhiều hồ sơ trong danh sách (phím x) rồi chọn việc cần làm.'],
  columns: { dossier: 'Hồ sơ', applicant: 'Người nộp', result: 'Kết quả', what: 'Việc sẽ làm' },
};

export const leaderWords = {
  title: 'Điều phối',
  pageTitle: 'Điều phối · Bàn làm việc',
  lead: 'Hồ sơ được mời theo thứ tự hẹn trả mà cán bộ bỏ qua trong 30 ngày gần đây, kèm lý do.',
  total: (count: number) => `${count} lần bỏ qua`,
  byOfficer: 'Theo cán bộ',
  byReason: 'Theo lý do',
  times: (count: number) => `${count} lần`,
  columns: { at: 'Lúc', officer: 'Cán bộ', dossier: 'Hồ sơ', reason: 'Lý do' },
  empty: ['Chưa ai bỏ qua hồ sơ nào', 'Khi cán bộ bỏ qua một hồ sơ được mời, lý do sẽ hiện ở đây.'],
  failed: 'Danh sách chưa tải được',
  lease: 'Thời gian giữ hồ sơ',
  leaseLead:
    'Hồ sơ cán bộ tự nhận mà quá thời gian này chưa có việc gì mới thì về lại hàng chờ. Hồ sơ do lãnh đạo phân công không bị ảnh hưởng.',
  leaseHours: 'Số giờ làm việc',
  leaseUsual: 'Để trống: gấp đôi thời gian kế hoạch của bước, từ 1 đến 5 ngày làm việc.',
  leaseNow: (hours: number | null) =>
    hours === null
      ? 'Hiện nay: gấp đôi thời gian kế hoạch của bước, từ 1 đến 5 ngày làm việc. Giám đốc Trung tâm hoặc quản trị đơn vị đổi được.'
      : `Hiện nay: ${hours} giờ làm việc. Giám đốc Trung tâm hoặc quản trị đơn vị đổi được.`,
  leaseSave: 'Lưu',
  leaseSaved: 'Đã lưu. Áp dụng cho hồ sơ nhận từ lúc này.',
};
