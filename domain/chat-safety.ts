// Two kinds of message the chat must not treat as business: denunciations, and people in danger.

import type { EmergencyService } from './chat-intent.ts';
import { chatKey, untypedKey } from './chat-words.ts';
import { accentedKey } from './folding.ts';

/** What lies beyond is neither read nor kept, in UTF-16 units; Zalo's own limit is 2,000. */
export const longestKept = 20_000;

/**
 * True for words of a denunciation (tố cáo): a channel the law does not know for it (Luật Tố cáo 2018, Điều 22:
 * by letter or in person) and whose secrecy a chat cannot keep. Rules, not guesses: a question about denouncing is
 * taken the same way, because the next message would hold the details.
 */
export function isDenunciation(written: string): boolean {
  const text = written.slice(0, longestKept);
  const words = wordsOf(text);
  return [chatKey(text), untypedKey(text)].some(
    (key) =>
      saysToCao(key, words) ||
      plainWrongs.some(([pattern, spelling]) => pattern.test(key) && spelledLike(words, spelling)) ||
      (officials.test(key) && wrongsOfOfficials.test(key) && !ordinaryBusiness.test(key)),
  );
}

/** The service to call when somebody is in danger; null when nobody seems to be. */
export function emergencyOf(text: string): EmergencyService | null {
  const key = chatKey(text).replace(/phong chay(?: (?:va )?chua chay)?|chua chay|pccc/g, ' ');
  const words = wordsOf(text);
  if (paperwork.test(key)) return null;
  if (fire.test(key) && spelledLike(words, 'cháy')) return 'fire';
  if (trapped.test(key)) return 'fire';
  if (crime.test(key)) return 'police';
  if (medical.test(key) || /(?:^| )tự tử(?: |$)/u.test(text.normalize('NFC').toLowerCase())) return 'medical';
  return null;
}

// Folded wording, and how it is spelt when the writer uses accents ('' where nothing else reads alike).
const plainWrongs: [RegExp, string][] = [
  [/\bto giac\b/, 'tố giác'],
  [/\btham (?:nhung|o)\b/, ''],
  [/\b(?:dua|nhan|an|doi|moi|vu|gia) hoi lo\b|\bhoi lo\b/, 'hối lộ'],
  [/\bvoi (?:tien|vinh)\b/, 'vòi'],
  [/\bdut lot\b|\blot tay\b|\bchung tien\b/, ''],
  [/\bnhung nhieu\b/, 'nhũng nhiễu'],
  [/\bhach sach\b|\bsach nhieu\b/, ''],
  [/\bbien thu\b/, 'biển thủ'],
  [/\blam quyen\b|\b(?:lam|loi) dung (?:chuc|quyen)\b/, ''],
  [/\bbao ke\b/, 'bảo kê'],
  [/\ban (?:tien|chan) (?:cua )?(?:dan|toi|em|nguoi)\b|\ban chan tien\b/, ''],
];

const officials =
  /\b(?:can bo|cong chuc|vien chuc|chu tich|bi thu|dia chinh|cong an|lanh dao|truong phong|nhan vien|ke toan|truong thon|truong ap|to truong|khu pho truong|bo phan|uy ban)\b/;

const wrongsOfOfficials =
  /\b(?:doi|lay|nhan|an|bat (?:\w+ ){0,2}(?:dua|nop|chung)|goi y|moi) (?:\w+ ){0,3}(?:tien|phong bi)\b|\b(?:doi|bieu|dua) qua cap\b|\bthu tien (?:ngoai|rieng|trai|sai|khong)\b|\bphong bi\b|\bcuop dat\b|\blua dao\b|\bgia mao\b|\blam gia\b|\bbao che\b|\bvi pham\b|\bde doa\b|\bcau ket\b|\bmoc noi\b|\bchiem (?:doat|dat)\b|\bdanh (?:dan|nguoi|toi)\b|\btieu cuc\b|\bkhuat tat\b|\ban chan\b/;

/** Taking money is also what a counter lawfully does. */
const ordinaryBusiness =
  /\b(?:lay|nhan|doi|an) (?:\w+ ){0,2}tien (?:tro cap|ho tro|luong|du|thoi|lai|boi thuong|dat coc|le phi|phi|thue|phat|cong)\b/;

/** `to cao` without accents is also "big and tall", of a house, a tree, or somewhere among accented words a person. */
const bigAndTall =
  /\b(?:nha (?:toi|em|minh|ong|ba|no|do)|nha|cay|tuong|dang|toa|cong|hang rao|rat) to cao\b|\bto cao (?:su|rao|hon|lam|qua)\b/;
const bigPerson = /\b(?:nguoi|than hinh|voc dang) to cao\b/;

function saysToCao(key: string, words: string[]): boolean {
  if (!/\bto cao\b/.test(key) || !spelledLike(words, 'tố cáo')) return false;
  const [accentedTo, accentedCao] = wordsOf('tố cáo');
  if (words.some((word, at) => word === accentedTo && words[at + 1] === accentedCao)) return true;
  const writesAccents = words.some((word) => !/^[a-z0-9]*$/.test(word));
  return !bigAndTall.test(key) && !(writesAccents && bigPerson.test(key));
}

const fire =
  /\b(?:nha|kho|bep|rung|cho|quan|phong tro|can ho|chung cu|xom|xe|truong|lop|xuong|ruong|co so) (?:\w+ ){0,3}(?:dang |bi |boc )*chay\b|\bchay (?:nha|kho|rung|cho|chung cu|lon|to|du|roi|no)\b|\bdam chay\b|\bhoa hoan\b|\bboc chay\b|\bdang chay (?:nha|to|lon)\b|\bco chay\b|\bbao chay\b/;
const trapped =
  /\bno (?:binh )?ga[sz]?\b|\bmac ket\b|\bduoi nuoc\b|\bsap (?:nha|cau)\b|\bro ri (?:khi )?ga[sz]?\b/;
const crime =
  /\b(?:bi|co|vu|ke|thang|bon|dang) (?:an )?(?:cuop|trom|giat)\b|\bcuop (?:giat|nha|cua|tai san|xe)\b|\bmat trom\b|\b(?:bi|dang) (?:danh dap|hanh hung|bao hanh|de doa|dam|chem)\b|\bdanh nhau\b|\bgiet nguoi\b|\bchem nguoi\b|\bdam nguoi\b|\bbat coc\b|\bhiep dam\b/;
const medical =
  /\bcap cuu\b|\btai nan\b|\bngat xiu\b|\bbat tinh\b|\bdot quy\b|\bchay mau\b|\bngo doc\b|\bkho tho\b|\btu sat\b|\bmuon chet\b|\bkhong muon song\b|\bdau tim\b|\bco giat\b/;
/** Papers about past misfortune are business. */
const paperwork =
  /\b(?:giay|xac nhan|cap lai|cap doi|bao hiem|tro cap|che do|ho tro|lao dong|thu tuc|ho so|tham duyet|khai tu|mat giay|le phi|nghiem thu)\b/;

function wordsOf(text: string): string[] {
  return accentedKey(text).split(' ');
}

/**
 * True unless the writer's accents spell something else: every word of `spelling` stands in the text either with
 * exactly these accents or with none. `tổ cao`, `tờ cáo` are not `tố cáo`; `to cao` may be.
 */
function spelledLike(words: string[], spelling: string): boolean {
  if (spelling === '') return true;
  const wanted = wordsOf(spelling);
  const bare = wanted.map((word) => chatKey(word));
  const fits = (word: string | undefined, at: number): boolean =>
    word === wanted[at] ||
    (word !== undefined && /^[a-z0-9]+$/.test(word) && chatKey(untypedKey(word)) === bare[at]);
  return words.some((_, from) => wanted.every((_word, at) => fits(words[from + at], at)));
}
