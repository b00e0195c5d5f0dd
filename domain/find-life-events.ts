// Six occasions in life for which people come to the office, and which procedures belong to each.

import type { FindEntry } from './find-index.ts';
import { foldedKey } from './folding.ts';

export interface LifeEvent {
  /** Stable: it stands in addresses. */
  id: string;
  name: string;
  /** What one does then, in a few words. */
  says: string;
}

interface Rule extends LifeEvent {
  /** Patterns over the folded name and, after a bar, the folded field. */
  holds: readonly RegExp[];
}

const rules: readonly Rule[] = [
  {
    id: 'sinh-con',
    name: 'Sinh con, nuôi con',
    says: 'Khai sinh, nhận cha mẹ con, con nuôi, thẻ bảo hiểm y tế của trẻ',
    holds: [
      /khai sinh|nhan cha me con|con nuoi|tre em|mam non|mau giao|thai san/,
      /\| (?:nuoi con nuoi|tre em|dan so)/,
    ],
  },
  {
    id: 'ket-hon',
    name: 'Kết hôn, gia đình',
    says: 'Đăng ký kết hôn, xác nhận tình trạng hôn nhân, giám hộ',
    holds: [/ket hon|tinh trang hon nhan|ly hon|giam ho|bao luc gia dinh/],
  },
  {
    id: 'nguoi-than-mat',
    name: 'Người thân qua đời',
    says: 'Khai tử, mai táng, di chúc và thừa kế',
    holds: [/khai tu|mai tang|di chuc|di san|tu tuat|tho cung|chet/],
  },
  {
    id: 'cu-tru-giay-to',
    name: 'Cư trú, giấy tờ tuỳ thân',
    says: 'Thường trú, tạm trú, căn cước, chứng thực, bản sao',
    holds: [
      /thuong tru|tam tru|tam vang|can cuoc|dinh danh|ho chieu|chung thuc|ban sao|trich luc|cai chinh|ho tich|ly lich tu phap/,
      /\| (?:dang ky quan ly cu tru|chung thuc|cap quan ly can cuoc)/,
    ],
  },
  {
    id: 'nha-dat',
    name: 'Nhà đất, xây dựng',
    says: 'Sổ đỏ, tách thửa, sang tên, giấy phép xây dựng',
    holds: [
      /giay phep xay dung|quyen su dung dat|thua dat|dat dai|nha o|su dung dat/,
      /\| (?:dat dai|hoat dong xay dung|nha o)/,
    ],
  },
  {
    id: 'kinh-doanh',
    name: 'Mở quán, kinh doanh',
    says: 'Hộ kinh doanh, hợp tác xã, giấy phép buôn bán',
    holds: [/ho kinh doanh|hop tac xa|doanh nghiep|ban le|an toan thuc pham|kinh doanh|to hop tac/],
  },
];

export const lifeEvents: readonly LifeEvent[] = rules.map(({ id, name, says }) => ({ id, name, says }));

/** The occasions a procedure belongs to; none for what only offices and specialists ask for. */
export function lifeEventsOf({ name, field }: Pick<FindEntry, 'name' | 'field'>): string[] {
  const text = `${foldedKey(name)} | ${foldedKey(field)}`;
  return rules.filter(({ holds }) => holds.some((pattern) => pattern.test(text))).map(({ id }) => id);
}
