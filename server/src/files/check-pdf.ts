// Whether a PDF is only paper: no scripts, no programs, no files inside, nothing locked.

import { constants, inflateSync } from 'node:zlib';
import { Problem } from '../platform/problem.ts';

/** What a page to look at never needs, and what a person is told of it. */
const dangers: [RegExp, string][] = [
  [/\/(?:JavaScript|XFA)\b/, 'có chứa mã lệnh'],
  [/\/(?:Launch|SubmitForm|ImportData|GoToE|GoToR)\b/, 'tự mở chương trình hoặc tệp khác'],
  [/\/(?:EmbeddedFiles?|FileAttachment|RichMedia|Rendition|Movie|Sound)\b/, 'có tệp đính kèm bên trong'],
  [/\/Encrypt\b/, 'đang bị khoá bằng mật khẩu'],
];
const remedy = 'Xin in lại thành PDF mới, hoặc chụp ảnh từng trang rồi gửi.';
/** Of all object streams together, packed or unpacked, with what stands before each stream. */
const mostLookedAt = 64 * 1024 * 1024;
/** How far before its stream the dictionary of an object stream may begin. */
const longestHead = 4096;

/**
 * The number of pages. Dictionaries may hide in object streams and names behind `#4a`: both are opened before looking.
 * What cannot be opened is refused, for nobody can say what it holds.
 * @throws Problem with one sentence
 */
export function checkPdf(bytes: Buffer): { pages: number } {
  const text = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(text.slice(-1100))) throw refusal('tải lên chưa trọn');
  const readable = [plainNames(text), ...objectStreams(bytes, text)];
  for (const part of readable) for (const [danger, why] of dangers) if (danger.test(part)) throw refusal(why);
  const pages = readable.reduce((sum, part) => sum + (part.match(/\/Type\s*\/Page\b/g)?.length ?? 0), 0);
  if (pages === 0) throw refusal('không có trang nào đọc được');
  return { pages };
}

/** Names as they are meant: `/J#61vaScript` is `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function objectStreams(bytes: Buffer, text: string): string[] {
  const unpacked: string[] = [];
  let left = mostLookedAt;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    // A file that has the same bytes looked at for stream after stream would hold everybody up for hours.
    if (left < 0) throw refusal('được nén theo cách không kiểm tra được');
    const before = text.slice(Math.max(0, index - longestHead), index);
    const head = plainNames(before.slice(Math.max(0, before.lastIndexOf('obj'))));
    left -= head.length;
    if (!/\/ObjStm\b/.test(head)) continue;
    const filter = /\/Filter\s*(\[[^\]]*\]|[^\s/>]*\/?\w+)/.exec(head)?.[1]?.replace(/[\s[\]]/g, '') ?? '';
    if ((filter !== '' && filter !== '/FlateDecode') || /\/Predictor\s*[2-9]/.test(head))
      throw refusal('được nén theo cách không kiểm tra được');
    const start = text.indexOf('\n', index) + 1;
    const body = bytes.subarray(start, text.indexOf('endstream', start));
    const plain = filter === '' ? body.toString('latin1') : inflate(body, left);
    left -= Math.max(body.length, plain.length);
    unpacked.push(plainNames(plain));
  }
  return unpacked;
}

function inflate(body: Buffer, most: number): string {
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(body, options).toString('latin1');
  } catch {
    throw refusal('được nén theo cách không kiểm tra được');
  }
}

function refusal(why: string): Problem {
  return new Problem('unsupported_type', `Tệp PDF này ${why} nên không nhận. ${remedy}`);
}
