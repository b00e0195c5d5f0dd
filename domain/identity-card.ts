// The QR code on a chip identity card (căn cước công dân gắn chip since 2021, thẻ căn cước since 7/2024): what it says.

import { bornWith, parseIdentityNumber } from './identity-number.ts';
import { isRealDate, type PlainDate } from './time.ts';

export type Sex = 'male' | 'female';

export interface IdentityCard {
  number: string;
  fullName: string;
  bornOn: PlainDate;
  sex: Sex;
  address: string;
  issuedOn: PlainDate;
  /** True when the scanner types no Vietnamese letters, so that names must be read over. */
  garbled: boolean;
}

export type CardReading = { ok: true; card: IdentityCard } | { ok: false; message: string };

/** Whether a scan looks like a card at all: fields with bars between them. */
export function looksLikeCard(text: string): boolean {
  return text.split('|').length >= 4;
}

/**
 * Reads `number|old number|name|ddMMyyyy|Nam or Nữ|address|ddMMyyyy`; cards since 7/2024 add fields behind, which are
 * not needed. The message of a refusal says what to do instead.
 */
export function readIdentityCard(text: string, options: { allowDemo?: boolean } = {}): CardReading {
  const fields = text
    .normalize('NFC')
    .split('|')
    .map((field) => field.trim());
  const [number = '', oldNumber = '', fullName = '', born = '', sexText = '', address = '', issued = ''] =
    fields;
  if (/^[A-Z]{2}\d{13}$/i.test(number) || (/^\d{10}$/.test(number) && !/^\d{9}$/.test(oldNumber)))
    return refuse('Đây là mã trên thẻ bảo hiểm y tế. Xin quét mã QR trên thẻ căn cước.');
  if (/^\d{9}$/.test(number))
    return refuse(
      'Mã này ghi số chứng minh nhân dân 9 số, không còn giá trị. Xin quét thẻ căn cước gắn chip.',
    );
  const identity = parseIdentityNumber(number, options);
  if (fields.length < 7 || !/^\d{12}$/.test(number) || !/^\d{0,9}$/.test(oldNumber))
    return refuse('Mã này không phải mã QR trên thẻ căn cước. Xin quét lại, hoặc nhập tay theo thẻ.');
  if (!identity.ok) return refuse(identity.message);
  const [bornOn, issuedOn] = [dayOf(born), dayOf(issued)];
  if (bornOn === null || issuedOn === null || fullName === '')
    return refuse('Mã QR trên thẻ đọc chưa trọn. Xin quét lại chậm hơn, hoặc nhập tay theo thẻ.');
  const { sex, year } = bornWith(number);
  if (year !== Number(bornOn.slice(0, 4)))
    return refuse('Số căn cước và ngày sinh trong mã không khớp nhau. Xin xem lại thẻ.');
  const said = /^nam$/i.test(sexText) ? 'male' : /^n/i.test(sexText) ? 'female' : sex;
  if (said !== sex) return refuse('Số căn cước và giới tính trong mã không khớp nhau. Xin xem lại thẻ.');
  // Hardly a name and its address together have no mark at all: then the scanner dropped them.
  const garbled = /[?\ufffd]/.test(fullName + address) || !/[À-ỹ]/.test(fullName + address);
  return { ok: true, card: { number, fullName, bornOn, sex, address, issuedOn, garbled } };
}

function dayOf(text: string): PlainDate | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return year !== undefined && isRealDate(date) ? date : null;
}

function refuse(message: string): CardReading {
  return { ok: false, message };
}
