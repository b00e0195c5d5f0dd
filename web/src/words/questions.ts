// Words of questions and answers for everybody, in both languages.

import { useLanguage } from './language.ts';

const vi = {
  title: 'Hỏi đáp',
  lead: 'Câu trả lời đã được lãnh đạo duyệt, kèm căn cứ pháp lý.',
  ask: 'Anh/Chị muốn hỏi điều gì?',
  hint: 'Viết câu hỏi bằng lời của mình. Xin đừng ghi số căn cước, số điện thoại. Câu hỏi của Anh/Chị không được công bố; chỉ câu trả lời được công bố.',
  similar: 'Câu hỏi gần giống đã có trả lời',
  noSimilar: 'Chưa có câu trả lời nào gần giống.',
  newest: 'Đã trả lời',
  none: 'Chưa có câu trả lời nào được công bố. Anh/Chị gửi câu hỏi đầu tiên.',
  submit: 'Gửi câu hỏi cho Trung tâm',
  sending: 'Đang gửi',
  sentTitle: 'Trung tâm đã nhận câu hỏi',
  sent: (code: string, by: string) =>
    `Mã câu hỏi ${code}. Trung tâm trả lời ${by} và đăng tại trang này. Giữ mã để xem câu hỏi tới đâu.`,
  another: 'Hỏi câu khác',
  track: 'Xem câu hỏi đã gửi',
  code: 'Mã câu hỏi',
  codeHint: 'Dạng HD-1A2B3C4D',
  trackSubmit: 'Xem',
  readIt: 'Đọc câu trả lời',
  failed: 'Chưa làm được',
  notLoaded: 'Trang chưa tải được',
  loading: 'Đang tải',
  back: 'Tất cả câu hỏi',
  source: 'Căn cứ pháp lý',
  published: 'Trả lời ngày',
  expires: 'Còn hiệu lực tới',
  procedure: 'Thủ tục liên quan',
  stale: 'Đang được xem lại',
  staleMore: 'Cần ngay, Anh/Chị hỏi cán bộ tại Trung tâm hoặc nhắn "gặp cán bộ" trên Zalo.',
  retry: 'Thử lại',
};
export type QuestionWords = typeof vi;

const en: QuestionWords = {
  title: 'Questions and answers',
  lead: 'Answers approved by a leader of the office, each with its legal source. They are written in Vietnamese.',
  ask: 'What would you like to ask?',
  hint: 'Write in your own words. Please leave out identity and telephone numbers. Your question is not published; only the answer is.',
  similar: 'Similar questions that have an answer',
  noSimilar: 'No similar question has an answer yet.',
  newest: 'Answered',
  none: 'No answer has been published yet. Yours can be the first question.',
  submit: 'Send the question to the office',
  sending: 'Sending',
  sentTitle: 'The office has your question',
  sent: (code, by) =>
    `Your code is ${code}. The office answers ${by} and publishes the answer here. Keep the code to see how far it is.`,
  another: 'Ask something else',
  track: 'See a question you sent',
  code: 'Code of the question',
  codeHint: 'Like HD-1A2B3C4D',
  trackSubmit: 'See',
  readIt: 'Read the answer',
  failed: 'That did not work',
  notLoaded: 'The page could not be loaded',
  loading: 'Loading',
  back: 'All questions',
  source: 'Legal source',
  published: 'Answered on',
  expires: 'Holds until',
  procedure: 'Procedure',
  stale: 'Being looked at again',
  staleMore: 'If you need it now, ask at the office or write "gặp cán bộ" on Zalo.',
  retry: 'Try again',
};

export function useQuestionWords(): QuestionWords {
  return useLanguage() === 'en' ? en : vi;
}
