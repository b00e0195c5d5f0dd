// What citizens are asked about a finished dossier: the official questions, as versioned data, with the points of each answer.

import type { PlainDate } from './time.ts';

export interface RatingOption {
  label: string;
  /** 2, 1 or 0 by the scale of Thông tư 01/2018/TT-VPCP; null where the answer judges nothing. */
  points: 0 | 1 | 2 | null;
}

export interface RatingQuestion {
  id: string;
  /** The letter under which Nghị định 118/2025/NĐ-CP, Điều 33 names what is judged. */
  letter: string;
  text: string;
  options: readonly RatingOption[];
  /** Asked of those only who filed through the network. */
  onlyOnline?: true;
}

/** One set of questions. Answers name their set; a set that was asked is never edited, a newer one follows it. */
export interface RatingQuestionSet {
  version: string;
  inForceFrom: PlainDate;
  basis: string;
  questions: readonly RatingQuestion[];
}

const sets: readonly [RatingQuestionSet, ...RatingQuestionSet[]] = [
  {
    version: 'nd118-2025.1',
    inForceFrom: '2025-07-01',
    basis: 'Nghị định 118/2025/NĐ-CP, Điều 33; thang điểm 0, 1, 2 theo Thông tư 01/2018/TT-VPCP',
    questions: [
      question('time', 'a', 'Kết quả được trả so với ngày hẹn?', [
        ['Sớm hơn hẹn', 2],
        ['Đúng hẹn', 1],
        ['Trễ hẹn', 0],
      ]),
      question('agencies', 'b', 'Để đủ hồ sơ, Anh/Chị phải liên hệ thêm mấy cơ quan?', [
        ['Không cơ quan nào', 2],
        ['Một cơ quan', 1],
        ['Từ hai cơ quan', 0],
      ]),
      question('contacts', 'c', 'Anh/Chị phải liên hệ hoặc đi lại thêm mấy lần để đủ hồ sơ?', [
        ['Không lần nào', 2],
        ['Một lần', 1],
        ['Từ hai lần', 0],
      ]),
      question('information', 'd', 'Thông tin công khai về thủ tục có chính xác, đầy đủ?', [
        ['Chính xác, đầy đủ', 2],
        ['Còn thiếu hoặc chậm', 1],
        ['Sai hoặc không có', 0],
      ]),
      question('attitude', 'đ', 'Thái độ của cán bộ?', [
        ['Tận tình, lịch sự', 2],
        ['Bình thường', 1],
        ['Chưa đúng mực', 0],
      ]),
      question('costs', 'e', 'Anh/Chị có phải trả khoản nào ngoài phí, lệ phí đã thông báo?', [
        ['Không phải trả thêm', 2],
        ['Không rõ', null],
        ['Có trả thêm', 0],
      ]),
      question('replies', 'g', 'Nếu Anh/Chị đã phản ánh, khiếu nại: được trả lời thế nào?', [
        ['Không phản ánh gì', null],
        ['Rõ ràng, đúng hạn', 2],
        ['Chậm hoặc chưa rõ', 1],
        ['Chưa được trả lời', 0],
      ]),
      {
        ...question('online', 'h', 'Nộp hồ sơ qua mạng có thuận tiện?', [
          ['Nhanh, dễ làm', 2],
          ['Làm được, còn khó', 1],
          ['Chậm, hay lỗi', 0],
        ]),
        onlyOnline: true,
      },
    ],
  },
];

/** The set asked on a day. */
export function questionSetOn(day: PlainDate): RatingQuestionSet {
  return sets.findLast(({ inForceFrom }) => inForceFrom <= day) ?? sets[0];
}

/** A set by the version an answer names. @throws RangeError for a version that never was */
export function questionSet(version: string): RatingQuestionSet {
  const found = sets.find((set) => set.version === version);
  if (found === undefined) throw new RangeError(`There is no set of questions ${version}.`);
  return found;
}

/** The questions of a set that concern somebody who filed this way, in the order of the law. */
export function questionsFor(set: RatingQuestionSet, channel: string): RatingQuestion[] {
  return set.questions.filter(({ onlyOnline }) => onlyOnline !== true || channel === 'online');
}

/** One question, whatever set it stands in; undefined when there is none. */
export function questionOf(version: string, id: string): RatingQuestion | undefined {
  return sets.find((set) => set.version === version)?.questions.find((each) => each.id === id);
}

function question(
  id: string,
  letter: string,
  text: string,
  options: readonly (readonly [string, RatingOption['points']])[],
): RatingQuestion {
  return { id, letter, text, options: options.map(([label, points]) => ({ label, points })) };
}
