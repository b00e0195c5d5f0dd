// How a citizen answers the questions of the birth declaration in the chat, whatever their order: by what is asked.

import sharp from 'sharp';
import type { Phone } from './chat-world.ts';

export const filerNumber = '999186012345';

const answers: readonly (readonly [RegExp, string])[] = [
  [/nộp hồ sơ cho ai/, '1'],
  [/Giấy chứng sinh điện tử/, 'không'],
  [/[uủ][ỷy] quyền|nộp thay/, 'không'],
  [/số nhà, đường/, '12 đường Hùng Vương'],
  [/Số căn cước.*người đi khai sinh/, filerNumber],
  [/Số điện thoại/, '0912 000 101'],
  [/là gì của trẻ/, 'mẹ'],
  [/trường hợp nào/, '1'],
  [/Giới tính/, 'nam'],
  [/Họ.*của trẻ/, 'Trần Văn An'],
  [/Họ.*của cha/, 'Trần Văn Bình'],
  [/Họ, chữ đệm, tên/, 'Nguyễn Thị Mai'],
  [/Ngày sinh của trẻ/, '12/5/2026'],
  [/Ngày sinh/, '5/3/1990'],
  [/Dân tộc/, 'kinh'],
  [/Quốc tịch/, 'viet nam'],
  [/Trẻ sinh ở đâu/, 'benh vien'],
  [/Tên bệnh viện/, 'Bệnh viện đa khoa Kiến Tường'],
  [/Nơi cư trú|xã, phường nào|Nơi sinh/, 'kien tuong tay ninh'],
  [/Số bản sao|bao nhiêu bản/, '1'],
];

/** What would be typed to the last thing that was asked; `bỏ qua` to what may be passed over. */
export function answerTo(asked: string): string {
  const question = asked.replace(/^Đã .*$/m, '');
  const known = answers.find(([pattern]) => pattern.test(question));
  if (known !== undefined) return known[1];
  if (question.includes('bỏ qua')) return 'bỏ qua';
  return '1';
}

/** Answers until a paper is asked for, or the list to check is shown; gives the last message. */
export async function answerQuestions(phone: Phone, first: string): Promise<string> {
  let asked = first;
  for (let count = 0; count < 60; count += 1) {
    if (/xem lại trước khi nộp|thấy trọn tờ giấy/.test(asked)) return asked;
    asked = (await phone.say(answerTo(asked))).at(-1) ?? '';
  }
  throw new Error(`The questions do not end: ${asked}`);
}

/** A photograph of a page of print, as sharp as told. */
export async function givenPage({ blur = 0, width = 900 } = {}): Promise<Buffer> {
  const lines = Array.from({ length: 30 }, (_, at) => {
    const length = 200 + ((at * 97) % 500);
    return `<rect x="60" y="${60 + at * 36}" width="${length}" height="3"/><rect x="90" y="${66 + at * 36}" width="4" height="12"/>`;
  });
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(width * 1.3)}"><rect width="100%" height="100%" fill="#f2efe8"/>${lines.join('')}</svg>`;
  const image = sharp(await sharp(Buffer.from(page)).png().toBuffer());
  return (blur === 0 ? image : image.blur(blur)).jpeg().toBuffer();
}
