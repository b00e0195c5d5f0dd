// Words of opinions: asking other agencies, what they owe, what they said.

export const opinionWords = {
  title: 'Xin ý kiến',
  pageTitle: 'Xin ý kiến · Bàn làm việc',
  lead: 'Cơ quan khác đang chờ ý kiến của cơ quan Anh/Chị về những hồ sơ này. Việc gần hạn xếp trước.',
  empty: [
    'Không có yêu cầu lấy ý kiến nào đang chờ',
    'Khi cơ quan khác hỏi ý kiến về một hồ sơ, câu hỏi và hạn trả lời sẽ hiện ở đây.',
  ],
  notLoaded: 'Danh sách chưa tải được',
  uncoded: 'Chưa có mã',
  askedBy: (agency: string) => `${agency} hỏi`,
  answer: 'Mở hồ sơ để trả lời',
  total: (from: number, to: number, total: number) => `${from}–${to} trong ${total.toLocaleString('vi-VN')}`,
  section: 'Ý kiến các cơ quan',
  detail: 'Hỏi thêm',
  detailHint: 'Không bắt buộc. Gửi kèm câu hỏi của quy trình, cơ quan được hỏi đọc nguyên văn.',
  which: 'Yêu cầu',
  verdict: 'Ý kiến',
  verdicts: { agree: 'Đồng ý', agree_on_conditions: 'Đồng ý, có điều kiện', disagree: 'Không đồng ý' },
  text: 'Nội dung trả lời',
  letterNumber: 'Số văn bản trả lời',
  letterDate: 'Ngày văn bản',
};
