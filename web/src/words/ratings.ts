// Words of ratings: what a citizen is asked on the tracking page, and the desk's page of figures and follow-ups.

import { useLanguage } from './language.ts';

const vi = {
  title: 'Anh/Chị có hài lòng với việc giải quyết không?',
  levels: { very_satisfied: 'Rất hài lòng', satisfied: 'Hài lòng', not_satisfied: 'Không hài lòng' },
  saved: 'Đã ghi đánh giá. Cảm ơn Anh/Chị.',
  until: (day: string) => `Đánh giá được ghi hoặc đổi (một lần) đến hết ${day}.`,
  completable: 'Đánh giá đã được đổi một lần; Anh/Chị còn trả lời được những câu chưa trả lời.',
  closed: 'Thời gian đánh giá đã hết.',
  more: 'Trả lời thêm vài câu ngắn (không bắt buộc)',
  words: 'Góp ý thêm (không bắt buộc)',
  send: 'Gửi câu trả lời',
  sending: 'Đang gửi…',
  basis: (basis: string) => `Câu hỏi theo ${basis}. Đánh giá không ảnh hưởng đến hồ sơ.`,
  replyBy: (moment: string) => `Lãnh đạo Trung tâm sẽ xem và trả lời Anh/Chị trước ${moment}.`,
  reply: 'Trung tâm trả lời',
};

const en: typeof vi = {
  title: 'Are you satisfied with how this was handled?',
  levels: { very_satisfied: 'Very satisfied', satisfied: 'Satisfied', not_satisfied: 'Not satisfied' },
  saved: 'Your rating was saved. Thank you.',
  until: (day) => `You can rate, or change your rating once, until the end of ${day}.`,
  completable: 'Your rating was changed once; you can still answer what you have not answered yet.',
  closed: 'The time to rate is over.',
  more: 'Answer a few short questions (optional)',
  words: 'Anything else (optional)',
  send: 'Send the answers',
  sending: 'Sending…',
  basis: (basis) => `Questions as in ${basis}. A rating does not affect the dossier.`,
  replyBy: (moment) => `The head of the office will look at it and answer you before ${moment}.`,
  reply: 'The office answers',
};

export function useRatingWords(): typeof vi {
  return useLanguage() === 'en' ? en : vi;
}

export const ratingDesk = {
  title: 'Đánh giá',
  pageTitle: 'Đánh giá của công dân',
  lead: 'Công dân đánh giá sau khi nhận kết quả. Số liệu của 90 ngày gần nhất; phiếu gửi dồn dập từ một nơi được giữ lại nhưng không tính.',
  notLoaded: 'Chưa tải được số liệu đánh giá',
  satisfied: 'Hài lòng trở lên',
  response: 'Tỷ lệ trả lời',
  interval: (low: string, high: string) => `khoảng tin cậy 95%: ${low} đến ${high}`,
  of: (count: number, all: number) => `${count} trên ${all} hồ sơ đã kết thúc`,
  n: (n: number) => `${n} phiếu`,
  setAside: (n: number) => `${n} phiếu không tính vì gửi dồn dập từ một nơi hoặc cho một cán bộ.`,
  none: 'Chưa có phiếu nào trong kỳ. Công dân được hỏi một lần, trong tin báo đã trả kết quả.',
  levels: vi.levels,
  questions: 'Theo từng câu hỏi (thang 0 đến 2)',
  questionColumns: ['Câu hỏi', 'Số phiếu', 'Điểm trung bình'],
  indicators: 'Chỉ số phần mềm tự tính (Thông tư 01/2018/TT-VPCP)',
  indicatorColumns: ['Chỉ số', 'Điểm', 'Tính từ'],
  noPoints: 'chưa có',
  procedures: 'Theo thủ tục',
  officers: 'Theo cán bộ thụ lý (chỉ lãnh đạo thấy)',
  groupColumns: ['Tên', 'Số phiếu', 'Hài lòng trở lên', 'Khoảng tin cậy 95%'],
  fewest: 'Chỉ nêu riêng khi có từ 5 phiếu.',
  followUps: 'Cần trả lời công dân',
  noFollowUps: 'Không có đánh giá nào chờ trả lời.',
  about: (officer: string) => `Thụ lý: ${officer}`,
  due: (moment: string) => `Trả lời trước ${moment}`,
  takenBy: (name: string) => `${name} nhận trả lời`,
  take: 'Nhận trả lời',
  reply: 'Câu trả lời gửi công dân',
  send: 'Gửi công dân',
  answered: (moment: string) => `Đã trả lời lúc ${moment}`,
};
