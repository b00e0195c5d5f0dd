// Words of the worklist: tabs, columns, empty pages, live updates.

import type { Urgency } from '@motcua/server/dossiers/schema';
import type { Tab } from '@motcua/server/worklists/schema';

export const deskWords = {
  title: 'Hồ sơ',
  pageTitle: (tab: string) => `${tab} · Bàn làm việc`,
  tabs: {
    mine: 'Của tôi',
    to_claim: 'Chờ nhận',
    unit: 'Đơn vị tôi',
    citizen: 'Chờ công dân',
    due_soon: 'Sắp hạn',
    late: 'Quá hạn',
    elsewhere: 'Ở cơ quan khác',
  } satisfies Record<Tab, string>,
  tabsLabel: 'Nhóm hồ sơ',
  search: 'Tìm theo mã, người nộp, thủ tục',
  searchKey: '/',
  clearSearch: 'Xoá tìm kiếm',
  columns: {
    dossier: 'Thủ tục',
    code: 'Mã',
    applicant: 'Người nộp',
    step: 'Đang ở bước',
    holder: 'Người giữ',
    due: 'Hẹn trả',
    left: 'Còn lại',
  },
  uncoded: 'Chưa có mã',
  nobody: 'Chưa ai nhận',
  noDue: 'Không có hạn',
  pausedDue: 'Tạm dừng',
  since: (moment: string) => `từ ${moment}`,
  urgency: {
    on_time: 'Trong hạn',
    at_risk: 'Sắp hạn',
    late: 'Quá hạn',
    paused: 'Tạm dừng',
    no_term: 'Không có hạn',
    ended: 'Đã xong',
    not_received: 'Chờ tiếp nhận',
  } satisfies Record<Urgency, string>,
  total: (total: number) => `${total.toLocaleString('vi-VN')} hồ sơ`,
  range: (from: number, to: number, total: number) =>
    `${from}–${to} trong ${total.toLocaleString('vi-VN')} hồ sơ`,
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  empty: {
    mine: [
      'Không có hồ sơ nào đang chờ Anh/Chị',
      'Hồ sơ Anh/Chị nhận xử lý hoặc được phân công sẽ hiện ở đây; hồ sơ đang chờ công dân nằm ở mục chờ công dân.',
    ],
    to_claim: ['Không có hồ sơ chờ nhận', 'Hồ sơ chuyển đến đơn vị mà chưa có người nhận sẽ hiện ở đây.'],
    unit: ['Đơn vị chưa có hồ sơ đang giải quyết', 'Mọi hồ sơ đang ở đơn vị của Anh/Chị sẽ hiện ở đây.'],
    citizen: [
      'Không chờ công dân nào',
      'Hồ sơ chờ bổ sung giấy tờ hoặc chờ nộp tiền sẽ hiện ở đây; công dân gửi đủ thì hồ sơ về với người giữ.',
    ],
    due_soon: ['Không có hồ sơ sắp đến hạn', 'Hồ sơ đã dùng hơn 80% thời gian giải quyết sẽ hiện ở đây.'],
    late: ['Không có hồ sơ quá hạn', 'Hồ sơ qua ngày hẹn trả mà chưa xong sẽ hiện ở đây, kèm lý do.'],
    elsewhere: [
      'Không có hồ sơ nào ở cơ quan khác',
      'Hồ sơ tiếp nhận tại đây mà cơ quan khác đang giải quyết sẽ hiện ở đây.',
    ],
  } satisfies Record<Tab, [string, string]>,
  emptyLook: (tab: string, count: number) => `Xem ${tab} (${count})`,
  emptyIntake: 'Tiếp nhận hồ sơ mới',
  narrowed: ['Không có hồ sơ nào khớp với bộ lọc', 'Bỏ bớt một điều kiện ở phía trên để thấy nhiều hơn.'],
  notFound: (query: string) => `Không thấy hồ sơ nào khớp với “${query}”`,
  notFoundHint:
    'Tìm được không cần dấu, theo mã đầy đủ hoặc bốn số cuối, theo tên người nộp hoặc tên thủ tục.',
  failed: 'Danh sách chưa tải được',
  changed: (code: string) => `Hồ sơ ${code} vừa được đồng nghiệp cập nhật.`,
  scanMiss: (text: string) => `Không thấy hồ sơ nào có mã ${text}.`,
  list: 'Danh sách hồ sơ',
  detail: 'Hồ sơ đang mở',
  backToList: 'Về danh sách',
};
