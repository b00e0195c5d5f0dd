// Words of taking back the last act.

export const undoWords = {
  button: 'Hoàn tác',
  title: (what: string) => `Hoàn tác việc ${what}`,
  consequence:
    'Hồ sơ trở về đúng như trước việc này; diễn biến vẫn ghi cả hai. Tin chưa gửi được thu hồi, tin đã gửi có tin đính chính theo sau.',
  until: (moment: string) => `Hoàn tác được đến ${moment}.`,
  reason: 'Lý do',
  reasonHint: 'Công dân đọc câu này nếu đã nhận tin.',
  usual: 'Cán bộ ghi nhầm.',
  done: 'Đã hoàn tác. Hồ sơ trở về như trước.',
};
