// How far a notice came, in words for the officer.

const words: Record<string, string> = {
  no_channel: 'Chưa có Zalo nào theo dõi hồ sơ này; báo công dân qua điện thoại hoặc giấy',
  planned: 'Đang chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  received: 'Đã nhận',
  seen: 'Đã xem',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã tới hay chưa, đang kiểm tra',
  cancelled: 'Người nhận đã thôi theo dõi',
};

export function noticeStateText(notice: {
  state: string;
  stateReason: string | null;
  resent: number;
}): string {
  const base = words[notice.state] ?? notice.state;
  const reason = notice.stateReason === null ? base : `${base}: ${notice.stateReason}`;
  return notice.resent > 0 ? `${reason} (đã gửi lại ${notice.resent} lần vì Zalo không trả lời rõ)` : reason;
}
