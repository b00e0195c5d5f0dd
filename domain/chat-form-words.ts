// What a message means while a form is being filled in: an answer as it was typed, or one of the few words that steer.

import type { Intent, Listening } from './chat-intent.ts';
import { chatKey, untypedKey, withoutParticles } from './chat-words.ts';
import { findDraftCode } from './draft-code.ts';
import { accentedKey } from './folding.ts';

/** Which of the steering words a message is; null when it is none. */
type FormAct = Extract<Intent, { kind: 'form_act' }>['act'];

const steering: readonly (readonly [FormAct, string])[] = [
  ['back', '0|quay lại|trở lại|lùi lại|câu trước|quay lại câu trước|back'],
  ['skip', 'bỏ qua|bỏ qua câu này|bỏ trống|để trống|câu sau|skip'],
  [
    'pause',
    'dừng|dừng lại|tạm dừng|để sau|lúc khác|mai làm tiếp|huỷ|huỷ bỏ|thôi|thoát|ngưng|stop|cancel|thôi không làm nữa|không làm nữa|lưu lại|lưu nháp',
  ],
  ['done', 'xong|xong rồi|đã xong|hết|hết rồi|đủ rồi|gửi xong|gửi xong rồi|đã gửi hết|đã gửi đủ'],
  ['review', 'xem lại|kiểm tra lại|xem câu trả lời|tới đâu rồi|đến đâu rồi'],
];
const people =
  /^(?:(?:cho|toi|em|minh|muon|xin|can) ){0,4}(?:gap|noi chuyen voi|hoi) (?:can bo|nhan vien|nguoi that|tu van vien)$/;

/**
 * Reads a message while a form waits. Whoever writes with accents means what is spelt: `Dũng` and `đúng` are not
 * `dừng`. Null when it is no steering word; then it is an answer, or something else altogether.
 */
export function readFormWords(said: string, listening: Listening): Intent | null {
  const draft = findDraftCode(said);
  if (draft !== null) return { kind: 'resume', code: draft };
  const keys = [chatKey(said), untypedKey(said)];
  for (const key of keys) {
    const bare = withoutParticles(key);
    if (people.test(bare)) return { kind: 'human' };
    if (onWeb.test(key)) return { kind: 'on_web' };
    if (goOn.test(bare) || goOn.test(key)) return { kind: 'resume', code: null };
    // `dung` without accents agrees where a yes or no is awaited.
    if (bare === 'dung' && listening.for === 'form' && listening.labels.length > 0) continue;
    const act = steering.find(([, phrases]) =>
      phrases.split('|').some((phrase) => means(said, bare, phrase)),
    );
    if (act !== undefined) return { kind: 'form_act', act: act[0], text: '' };
    const change = /^(?:sua|sua lai|chinh|doi|sua cau|sua muc)(?: (?:cau|muc|so))? ?(.*)$/.exec(bare);
    if (change !== null && (listening.for === 'form' || startsLike(said, 'sửa')))
      return { kind: 'form_act', act: 'change', text: change[1] ?? '' };
  }
  return null;
}

const onWeb =
  /^(?:\w+ ){0,3}(?:tren|qua|bang|sang|ra) (?:web|trang web|trinh duyet|may tinh)$|^(?:web|lam tren web|mo web)$/;
const goOn =
  /^(?:(?:toi|em|minh|muon|xin|cho) ){0,3}(?:tiep tuc|lam tiep|khai tiep|nop tiep|dien tiep)(?: (?:di|ho so|ho so nhap|ban nhap|khai|lam|nop))?$/;

/** "tiếp tục", "làm tiếp": go on with what was begun, whenever that was. */
export function readResume(said: string, key: string): Intent | null {
  const draft = findDraftCode(said);
  if (draft !== null) return { kind: 'resume', code: draft };
  if (onWeb.test(key)) return { kind: 'on_web' };
  return goOn.test(key) || goOn.test(withoutParticles(key)) ? { kind: 'resume', code: null } : null;
}

/** Filing is spoken of, and nothing is asked about it. `đăng ký khai sinh` alone is a question about a procedure. */
export const wantsToFile = (key: string): boolean => filing.test(key) && !asking.test(key);

const filing =
  /^(?:\w+ ){0,4}nop (?:ho so|don|giay to|giay)\b|\b(?:muon|can|xin)(?: duoc)? (?:lam|nop|dang ky|khai|cap|xin)\b|^(?:\w+ ){0,3}(?:khai|lam) ho so\b|\b(?:lam|khai|nop|dang ky) (?:\w+ ){1,6}(?:online|truc tuyen|qua mang|qua zalo|tai day|o day)\b/;
const asking =
  /\b(?:gi|nao|dau|(?<!ban )sao(?! y)|bao(?! tu)|may|ai|khong|chua|khac|phi|tien|the nao|luat|dieu kien)\b/;

function means(said: string, bare: string, phrase: string): boolean {
  if (bare !== chatKey(phrase)) return false;
  const written = accentedKey(said);
  const plain = /^[a-z0-9 ]*$/.test(written);
  return plain || ` ${written} `.includes(` ${accentedKey(phrase)} `);
}

function startsLike(said: string, word: string): boolean {
  const first = accentedKey(said).split(' ')[0] ?? '';
  return first === accentedKey(word) || first === chatKey(word);
}
