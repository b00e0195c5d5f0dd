// Vietnamese mobile numbers: read as people write them, kept as +84…, refused with a sentence.

export type PhoneResult = { ok: true; phone: string } | { ok: false; message: string };

const mobile = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/;

// Eleven-digit numbers of before September 2018 and what they became (Quyết định 2036/QĐ-BTTTT).
const renumbered: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/** Reads a mobile number; gives E.164 (`+84912345678`). The message of a refusal names the field and the remedy. */
export function parsePhoneNumber(typed: string): PhoneResult {
  const text = typed.normalize('NFKC').replace(/[\s.()-]/g, '');
  if (text === '') return refuse('Nhập số điện thoại di động, ví dụ 0912 345 678.');
  if (!/^\+?\d+$/.test(text)) return refuse('Số điện thoại chỉ gồm chữ số. Xoá chữ và ký hiệu khác.');
  const digits = text.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, '0');
  const national =
    digits.length === 11 ? (renumbered[digits.slice(0, 4)] ?? digits.slice(0, 4)) + digits.slice(4) : digits;
  if (mobile.test(national)) return { ok: true, phone: `+84${national.slice(1)}` };
  if (national.length !== 10)
    return refuse(`Số điện thoại di động có 10 chữ số; số này có ${national.length}. Xem lại số điện thoại.`);
  return refuse(`Đầu số ${national.slice(0, 3)} không phải đầu số di động. Xem lại số điện thoại.`);
}

/** `0912 345 678`, as people read it aloud. */
export function phoneText(phone: string): string {
  const national = phone.replace(/^\+84/, '0');
  return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`.trim();
}

function refuse(message: string): PhoneResult {
  return { ok: false, message };
}
