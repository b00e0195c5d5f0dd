// What of a procedure a question is about: papers, money, time, place, steps, who may, by which law.

export const aspects = [
  'papers',
  'fee',
  'time',
  'place',
  'steps',
  'who',
  'legal',
  'conditions',
  'form',
  'result',
] as const;
export type Aspect = (typeof aspects)[number];

/** The first that holds; what one asks for by name comes before what a word may mean by the way. */
const signs: readonly (readonly [Aspect, RegExp])[] = [
  [
    'fee',
    /\b(?:le phi|chi phi|muc phi|muc thu|phi|mat tien|ton tien|ton bao nhieu|bao nhieu tien|dong bao nhieu|gia bao nhieu|mien phi|het bao nhieu|nop tien|tra tien|thu phi|gia bao nhieu|khoan phi)\b/,
  ],
  [
    'legal',
    /\b(?:can cu (?:phap ly|nao)|quy dinh nao|van ban (?:phap luat|nao|quy pham|phap luat|quy dinh)|luat nao|van ban phap luat|nghi dinh|thong tu|quyet dinh nao|quy dinh (?:tai|o|trong) (?:dau|van ban)|co so phap ly|phap luat quy dinh)\b/,
  ],
  ['form', /\b(?:mau (?:don|to khai|giay|so|bieu)|bieu mau|to khai|don (?:de nghi|xin|dang ky)|tai mau)\b/],
  [
    'time',
    /\b(?:bao lau|may ngay|bao nhieu (?:ngay|lau|thoi gian)|thoi (?:han|gian) (?:giai quyet|xu ly|thuc hien|cap|tra|lam|hoan|bao)|trong vong|mat (?:bao|may)|khi nao (?:co|xong|duoc)|bao gio (?:co|xong|duoc)|thoi han|thoi gian)\b/,
  ],
  [
    'place',
    /\b(?:o dau|tai dau|den dau|noi nao|cho nao|dia diem|thuc hien o dau|co quan nao|nop (?:cho ai|truc tuyen|qua mang|online)|(?:xa|phuong|tinh|bo phan|phong) nao|qua mang|truc tuyen|online|den co quan|tham quyen)\b/,
  ],
  [
    'who',
    /\b(?:doi tuong|ai (?:duoc|co the|co quyen|phai|moi|la nguoi)|nhung ai|nguoi nao (?:duoc|phai|co)|uy quyen|nho nguoi|lam thay|lam ho|di thay)\b/,
  ],
  [
    'steps',
    /\b(?:trinh tu|cac buoc|may buoc|buoc nao|quy trinh|cach thuc|huong dan|nhu the nao|the nao|ra sao|lam sao|cach lam|cach (?:dang ky|nop))\b/,
  ],
  [
    'conditions',
    /\b(?:dieu kien|yeu cau (?:gi|nao)|tieu chuan|bao nhieu tuoi|may tuoi|du tuoi|co (?:duoc|bi|phai|can|bat buoc)(?: \w+)* khong|truong hop nao)\b/,
  ],
  ['result', /\b(?:nhan duoc (?:gi|giay)|ket qua|duoc cap (?:gi|may|giay))\b/],
];

/** Papers, time and money together when nothing in particular is asked. */
export function aspectOf(key: string): Aspect {
  if (asksPapers.test(key) && !/\b(?:le phi|bao lau|may ngay|o dau)\b/.test(key)) return 'papers';
  return signs.find(([, sign]) => sign.test(key))?.[0] ?? 'papers';
}

const asksPapers =
  /\b(?:giay to (?:gi|nao)|nhung giay to|giay to can|ho so (?:\w+ ){0,8}(?:gom|can)|gom (?:nhung|co|cac)? ?(?:gi|giay)|thanh phan ho so|can (?:chuan bi|mang|nop)|can giay|can (?:nhung )?gi)\b/;
