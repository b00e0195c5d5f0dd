// Words of the two lists of notices: whom to tell by hand, and what did not arrive.

import type { ToldWay } from '@motcua/server/notices/schema';

export const noticeWords = {
  tabsLabel: 'Báo cho công dân',
  toTell: 'Cần báo',
  failed: 'Tin chưa tới',
  pageTitle: (tab: string) => `${tab} · Bàn làm việc`,
  toTellLead: 'Những người chưa kênh nào báo được. Ai chờ lâu nhất đứng trước.',
  failedLead: 'Tin không gửi được hoặc chưa rõ đã tới hay chưa, kèm việc cần làm. Mới nhất đứng trước.',
  call: (phone: string) => `Gọi ${phone}`,
  noPhone: 'Không có số điện thoại, báo bằng thư hoặc khi người dân đến',
  say: 'Đọc cho người dân nghe',
  since: (moment: string) => `chờ báo từ ${moment}`,
  why: (reason: string) => `Vì sao cần báo: ${reason}`,
  noWay: 'Vì sao cần báo: chưa có Zalo nào liên kết với hồ sơ này, và nơi này chưa gửi tin SMS.',
  uncoded: 'Chưa có mã',
  told: [
    ['điện thoại', 'Đã gọi điện'],
    ['thư', 'Đã gửi thư'],
    ['trực tiếp', 'Đã báo trực tiếp'],
  ] as const satisfies readonly (readonly [ToldWay, string])[],
  toldDone: (name: string, how: string) => `Đã ghi: ${name} được báo qua ${how}.`,
  untold: (name: string) => `Đã hoàn tác, ${name} coi như chưa được báo.`,
  roadAt: (road: string, moment: string) => `Qua ${road}, ${moment}`,
  states: { failed: 'Không gửi được', unknown: 'Chưa rõ đã tới' },
  alsoToTell: 'Người này cũng nằm trong danh sách cần báo.',
  replay: 'Gửi lại',
  text: 'Nội dung tin',
  total: (from: number, to: number, total: number) => `${from}–${to} trong ${total.toLocaleString('vi-VN')}`,
  emptyToTell: [
    'Không còn ai phải gọi',
    'Khi Zalo và SMS đều không tới được một người, tên và số điện thoại của họ hiện ở đây, kèm sẵn câu cần nói.',
  ],
  emptyFailed: ['Không có tin nào gửi hỏng', 'Tin không gửi được sẽ hiện ở đây, kèm lý do và nút gửi lại.'],
  look: (tab: string, count: number) => `Xem ${tab} (${count})`,
  notLoaded: 'Danh sách chưa tải được',
};
