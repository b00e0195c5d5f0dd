// Chat Vietnamese made regular: accents folded, abbreviations spelt out, traces of Telex and VNI typing removed.

import { foldedKey } from './folding.ts';

// Folded token → folded words. Only what cannot be misread in a sentence about dossiers.
const abbreviations: Record<string, string> = {
  hs: 'ho so',
  hso: 'ho so',
  hoso: 'ho so',
  mhs: 'ma ho so',
  gt: 'giay to',
  kq: 'ket qua',
  bs: 'bo sung',
  ko: 'khong',
  k: 'khong',
  hok: 'khong',
  hong: 'khong',
  hk: 'khong',
  kg: 'khong',
  khum: 'khong',
  khg: 'khong',
  dc: 'duoc',
  r: 'roi',
  rui: 'roi',
  ruif: 'roi',
  ui: 'roi',
  z: 'vay',
  v: 'vay',
  zay: 'vay',
  dzay: 'vay',
  dzi: 'vay',
  j: 'gi',
  zi: 'gi',
  bn: 'bao nhieu',
  bnhiu: 'bao nhieu',
  bnhieu: 'bao nhieu',
  nhiu: 'nhieu',
  ntn: 'nhu the nao',
  bh: 'bao gio',
  chx: 'chua',
  cx: 'cung',
  tui: 'toi',
  t: 'toi',
  mik: 'minh',
  mk: 'minh',
  e: 'em',
  c: 'chi',
  ac: 'anh chi',
  trc: 'truoc',
  lm: 'lam',
  sdt: 'so dien thoai',
  cb: 'can bo',
  cbo: 'can bo',
  nvien: 'nhan vien',
  ttin: 'thong tin',
  ks: 'khai sinh',
  gks: 'giay khai sinh',
  dkks: 'dang ky khai sinh',
  dkkh: 'dang ky ket hon',
  xnhn: 'xac nhan tinh trang hon nhan',
  xnttn: 'xac nhan tinh trang hon nhan',
  tlks: 'trich luc khai sinh',
  hkd: 'ho kinh doanh',
  gpxd: 'giay phep xay dung',
  shk: 'so ho khau',
  tthc: 'thu tuc hanh chinh',
  dvc: 'dich vu cong',
  pakn: 'phan anh kien nghi',
  sanh: 'sinh',
  tracuu: 'tra cuu',
  xongchua: 'xong chua',
  khaisinh: 'khai sinh',
  cccd: 'can cuoc',
  cmnd: 'chung minh',
  ubnd: 'uy ban',
};

// Words that only colour a sentence; taken from its ends.
const particles = new Set(
  'oi a ah ak nha nhe nhi hen ha he ne nao di voi giup gium dum ad admin shop em anh chi ban da thua vang xin lam on cho hoi vay the'.split(
    ' ',
  ),
);

/** The regular form of a message: folded words, one space between them. */
export function chatKey(text: string): string {
  return spellOut(foldedKey(text));
}

/**
 * The same for text whose Telex or VNI keys were not turned into accents (`hoof sow`, `ho62 so7`). No Vietnamese
 * word ends in f, j, r, s, w, x or z, so taking them off loses nothing; only tried when the plain reading fails.
 */
export function untypedKey(text: string): string {
  return spellOut(foldedKey(text).split(' ').map(untypedWord).join(' '));
}

/** One folded word without the keys of Telex or VNI: `giaays` is `giay`. */
export function untypedWord(word: string): string {
  if (!/[a-z]/.test(word) || word.length < 3) return word;
  const bare = /^[a-z]+\d/.test(word) ? word.replace(/\d/g, '') : word;
  return bare
    .replace(/(?<=[aeiouy])w|w(?=[aeiou])/g, '')
    .replace(/([aeod])\1/g, '$1')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxjz](?=[aeiouynmgcpth]*$)/, '');
}

/** A key without the words that only colour it, for comparing with commands: `menu đi ạ` is `menu`. */
export function withoutParticles(key: string): string {
  const words = key.split(' ');
  let from = 0;
  let to = words.length;
  while (to - from > 1 && particles.has(words[to - 1] ?? '')) to--;
  while (to - from > 1 && particles.has(words[from] ?? '')) from++;
  return words.slice(from, to).join(' ');
}

/** True when two words differ by at most one letter added, lost, changed, or two neighbours swapped. */
export function withinOneEdit(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

function spellOut(key: string): string {
  return key
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
    .replace(/\b(bao|may) h\b/g, '$1 gio')
    .replace(/(.)\1{2,}/g, (run: string) => (/\d/.test(run) ? run : run.charAt(0)));
}
