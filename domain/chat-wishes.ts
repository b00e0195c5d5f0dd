// What a person may wish of the messages about their dossiers: which of them, and whether at night.

/** `important`: only what needs an act of the person or ends the matter. `none`: nothing unasked; the link stays. */
export type NoticeWish = 'all' | 'important' | 'none';

export interface Wishes {
  /** Null: not spoken of, stays as it was. */
  notices: NoticeWish | null;
  nightAllowed: boolean | null;
}

/** The wishes in the regular form of a message; null when it speaks of none. */
export function readWishes(key: string): Wishes | null {
  const night = readNight(key);
  if (night !== null) return { notices: null, nightAllowed: night };
  const notices = noticeWishes.find(([pattern]) => pattern.test(key))?.[1];
  return notices === undefined ? null : { notices, nightAllowed: null };
}

/** What was set, said back, with the way to take it back. */
export function wishesText({ notices, nightAllowed }: Wishes): string {
  if (nightAllowed === true)
    return 'Vâng, từ nay Trung tâm báo tin ngay cả ban đêm. Muốn yên ban đêm, Anh/Chị nhắn "đừng nhắn ban đêm".';
  if (nightAllowed === false)
    return 'Vâng, từ 21 giờ đến 7 giờ Trung tâm không gửi tin; tin trong đêm được gửi lúc 7 giờ sáng. Muốn nhận cả đêm, Anh/Chị nhắn "nhắn cả ban đêm".';
  switch (notices) {
    case 'important':
      return 'Vâng, Trung tâm chỉ báo khi Anh/Chị cần làm gì hoặc khi hồ sơ có kết quả. Muốn nhận mọi thay đổi, Anh/Chị nhắn "báo mọi thay đổi".';
    case 'none':
      return 'Vâng, Trung tâm không tự gửi tin nữa; hồ sơ vẫn liên kết, Anh/Chị hỏi lúc nào cũng được trả lời. Khi cần bổ sung giấy tờ hoặc nộp tiền, cán bộ báo bằng cách khác. Muốn nhận lại, Anh/Chị nhắn "báo mọi thay đổi"; muốn bỏ cả liên kết, nhắn "huỷ liên kết".';
    default:
      return 'Vâng, Trung tâm báo mỗi khi hồ sơ thay đổi. Muốn nhận ít hơn, Anh/Chị nhắn "chỉ báo khi cần".';
  }
}

const told = '(?:bao|nhan|gui|nhac)';
const news = '(?:tin|tin nhan|thong bao)';

const noticeWishes: readonly (readonly [RegExp, NoticeWish])[] = [
  [
    new RegExp(
      `\\bchi ${told}(?: ${news})?(?: cho (?:toi|em|minh))? khi (?:can|quan trong|co ket qua|can thiet|co viec|xong)\\b`,
    ),
    'important',
  ],
  [
    new RegExp(
      `\\bchi (?:muon |can )?${told} ${news} quan trong\\b|\\b(?:${told}|nhan tin) it (?:thoi|lai|hon)\\b`,
    ),
    'important',
  ],
  [
    new RegExp(
      `\\btat ${news}\\b|\\bdung ${told} (?:gi )?(?:nua|cho toi nua)\\b|\\b(?:ngung|dung|thoi|khong muon) (?:nhan|gui) ${news}\\b|\\bkhong nhan ${news} (?:\\w+ )*nua\\b|\\bhuy (?:dang ky )?(?:nhan )?${news}\\b`,
    ),
    'none',
  ],
  [
    new RegExp(
      `\\b(?:${told}|nhan lai) (?:cho (?:toi|em|minh) )?(?:het )?(?:moi|tat ca|het|day du) (?:cac )?(?:thay doi|${news}|thu|viec|buoc)\\b|\\b${told} (?:lai )?(?:nhu )?binh thuong\\b|\\bbat(?: lai)? ${news}\\b`,
    ),
    'all',
  ],
];

function readNight(key: string): boolean | null {
  if (
    !new RegExp(`\\b${told}\\b`).test(key) ||
    !/\b(?:ban dem|buoi toi|dem khuya|ca dem|nua dem)\b/.test(key)
  )
    return null;
  if (new RegExp(`\\b(?:dung|khong|thoi|ngung)(?: muon)? ${told}\\b`).test(key)) return false;
  return /\bca (?:ban dem|buoi toi|dem)\b|\bban dem (?:cung|luon)\b/.test(key) ? true : null;
}
