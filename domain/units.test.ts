// Today's units: complete, and found by what people type.

import { describe, expect, it } from 'vitest';
import { placeText } from './units.ts';
import { unitsOfToday } from './units-of-today.ts';

const units = unitsOfToday();
const found = (text: string, within?: string): (string | null)[] =>
  units.find(text, within).map((each) => placeText(units, each.code));

describe('the units of today', () => {
  it('are 34 provinces and 3,321 communes, each in its province', () => {
    const communes = units.provinces.flatMap((province) => units.communesOf(province.code));
    expect(units.provinces).toHaveLength(34);
    expect(communes).toHaveLength(3321);
    expect(new Set(communes.map((each) => each.code)).size).toBe(3321);
    expect(communes.filter((each) => !/^(Phường|Xã|Đặc khu) \S/.test(each.name))).toEqual([]);
    expect(communes.filter((each) => each.name.startsWith('Đặc khu'))).toHaveLength(13);
  });

  it.each([
    ['Phường Kiến Tường', 'Phường Kiến Tường, Tỉnh Tây Ninh'],
    ['kien tuong', 'Phường Kiến Tường, Tỉnh Tây Ninh'],
    ['P. Kiến Tường', 'Phường Kiến Tường, Tỉnh Tây Ninh'],
    ['P.Kiến Tường, tỉnh Tây Ninh', 'Phường Kiến Tường, Tỉnh Tây Ninh'],
    ['phuong kien tuong tay ninh', 'Phường Kiến Tường, Tỉnh Tây Ninh'],
    ['xa huu lung', 'Xã Hữu Lũng, Tỉnh Lạng Sơn'],
    ['đặc khu Phú Quốc', 'Đặc khu Phú Quốc, Tỉnh An Giang'],
    ['dong kinh lang son', 'Phường Đông Kinh, Tỉnh Lạng Sơn'],
  ])('%s is one place', (text, place) => expect(found(text)).toEqual([place]));

  it('offers all of one name, and narrows by the province that is typed or chosen', () => {
    expect(found('tan thanh').length).toBeGreaterThan(2);
    const inTayNinh = found('tan thanh tay ninh');
    expect(inTayNinh.length).toBeGreaterThan(0);
    expect(inTayNinh.every((place) => place?.endsWith('Tỉnh Tây Ninh'))).toBe(true);
    expect(found('tan thanh', '80')).toEqual(inTayNinh);
  });

  it('takes a commune that bears the name of a province for what it is', () => {
    expect(found('phuong long an')).toContain('Phường Long An, Tỉnh Tây Ninh');
    expect(found('Cà Mau').length).toBeLessThan(5);
  });

  it.each(['', '   ', '!!!', 'zzzzzz', '<script>', '📷'])('finds nothing in %j', (text) =>
    expect(found(text)).toEqual([]),
  );
});
