// Identity papers: the 12-digit personal number (số định danh cá nhân), passports, and the old 9-digit card.

export type IdentityNumber = { kind: 'personal'; number: string } | { kind: 'passport'; number: string };

export type IdentityResult = { ok: true; identity: IdentityNumber } | { ok: false; message: string };

// Provinces of birth registration: the 63 of before July 2025, of which today's 34 are a part (Nghị định 137/2015,
// Thông tư 59/2021/TT-BCA). Three-digit numbers of countries begin at 100.
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);
const lastCountry = 899;
/** Numbers of the demo ward: no province and no country has it, so nobody alive does. */
const demoPrefix = '999';

/**
 * Reads an identity number as typed (spaces and dots are forgiven). The message of a refusal names the field and
 * the remedy. Demo numbers are accepted only where the caller says so.
 */
export function parseIdentityNumber(typed: string, options: { allowDemo?: boolean } = {}): IdentityResult {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  if (text === '') return refuse('Nhập số căn cước (12 chữ số) hoặc số hộ chiếu.');
  if (/^[A-Z]\d{7,8}$/.test(text)) return { ok: true, identity: { kind: 'passport', number: text } };
  if (/^\d{9}$/.test(text))
    return refuse('Số chứng minh nhân dân 9 số không còn giá trị từ 1/1/2025. Nhập số căn cước 12 chữ số.');
  if (!/^\d+$/.test(text))
    return refuse('Số căn cước chỉ gồm 12 chữ số; hộ chiếu là một chữ cái và 7 chữ số.');
  if (text.length !== 12)
    return refuse(`Số căn cước có 12 chữ số; Anh/Chị mới nhập ${text.length}. Xem lại trên thẻ.`);
  const prefix = text.slice(0, 3);
  if (prefix === demoPrefix && options.allowDemo !== true)
    return refuse('Số căn cước bắt đầu bằng 999 chỉ dùng để thử. Nhập số trên thẻ.');
  if (prefix !== demoPrefix && !provinces.has(prefix) && !(+prefix >= 100 && +prefix <= lastCountry))
    return refuse(
      `Ba số đầu ${prefix} không phải mã nơi đăng ký khai sinh nào. Xem lại số căn cước trên thẻ.`,
    );
  if (/^0+$/.test(text.slice(6)))
    return refuse('Sáu số cuối của số căn cước không thể toàn số 0. Xem lại trên thẻ.');
  return { ok: true, identity: { kind: 'personal', number: text } };
}

/** What the fourth to sixth digits say: sex and year of birth. To compare with what a person declares. */
export function bornWith(number: string): { sex: 'male' | 'female'; year: number } {
  const century = Number(number.charAt(3));
  return {
    sex: century % 2 === 0 ? 'male' : 'female',
    year: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  };
}

/** The six digits asked for as proof in the chat: the random part of a personal number. Null for passports. */
export function lastSix(identity: IdentityNumber): string | null {
  return identity.kind === 'personal' ? identity.number.slice(-6) : null;
}

function refuse(message: string): IdentityResult {
  return { ok: false, message };
}
