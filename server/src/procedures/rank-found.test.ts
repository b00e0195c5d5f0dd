// What a clerk types and which procedure must stand first, whatever is used most.

import { describe, expect, it } from 'vitest';
import { wardCatalogue } from '../demo/catalogue/ward-catalogue.ts';
import { rankFound } from './rank-found.ts';

const ward = wardCatalogue.map(({ procedure }) => procedure);
const named = (...rows: [shortName: string, name?: string][]) =>
  rows.map(([shortName, name = shortName], index) => ({ code: `9.00000${index}`, shortName, name }));
const ranked = (typed: string, ...rows: [shortName: string, name?: string][]) =>
  rankFound(typed, named(...rows)).map((row) => row.shortName);

const birth: [string, string] = ['Đăng ký khai sinh', 'Thủ tục đăng ký khai sinh'];
const death: [string, string] = ['Đăng ký khai tử', 'Thủ tục đăng ký khai tử'];

describe('the best match of the ward catalogue', () => {
  it.each([
    ['khai tu', 'Đăng ký khai tử'],
    ['khai tử', 'Đăng ký khai tử'],
    ['KHAI TỬ'.normalize('NFD'), 'Đăng ký khai tử'],
    ['khai sinh', 'Đăng ký khai sinh'],
    ['so do lan dau', 'Cấp sổ đỏ lần đầu cho hộ gia đình, cá nhân'],
    ['sổ đỏ lần đầu', 'Cấp sổ đỏ lần đầu cho hộ gia đình, cá nhân'],
  ])('%j → %s', (typed, first) => expect(rankFound(typed, ward)[0]?.shortName).toBe(first));
});

describe('rankFound', () => {
  it.each(['khai tu', 'khai tử', 'dang ky khai tu', 'tử'])(
    '%j: a death is not taken in as a birth',
    (typed) => expect(ranked(typed, birth, death)[0]).toBe('Đăng ký khai tử'),
  );

  it('takes a typed accent as meant, and still finds the others', () => {
    expect(ranked('bán', ['Cấp bản sao'], ['Mua bán nhà'])).toEqual(['Mua bán nhà', 'Cấp bản sao']);
  });

  it('does not mind where in the syllable the tone stands', () => {
    expect(ranked('xoá', ['Xoa'], ['Xóa đăng ký'])).toEqual(['Xóa đăng ký', 'Xoa']);
  });

  it('puts words in a row before scattered ones, the short name before the long one', () => {
    const rows: [string, string?][] = [
      ['Cấp Giấy chứng nhận', 'Cấp sổ đỏ lần đầu'],
      ['Đính chính sổ đỏ cấp lần đầu'],
      ['Cấp sổ đỏ lần đầu'],
    ];
    expect(ranked('so do lan dau', ...rows)).toEqual([
      'Cấp sổ đỏ lần đầu',
      'Đính chính sổ đỏ cấp lần đầu',
      'Cấp Giấy chứng nhận',
    ]);
  });

  it('puts a word half typed where it is begun in the short name', () => {
    expect(ranked('khai t', birth, death)[0]).toBe('Đăng ký khai tử');
  });

  it('keeps the order of use among equals and when nothing is typed', () => {
    expect(ranked('dang ky', death, birth)).toEqual(['Đăng ký khai tử', 'Đăng ký khai sinh']);
    expect(ranked(' ', death, birth)).toEqual(['Đăng ký khai tử', 'Đăng ký khai sinh']);
  });

  it('finds a code', () => {
    expect(ranked('9.000001', birth, death)[0]).toBe('Đăng ký khai tử');
  });
});
