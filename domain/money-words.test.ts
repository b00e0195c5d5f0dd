// Figures and words of money: every rule of reading has its example.

import { expect, test } from 'vitest';
import { moneyInWords, moneyText, numberInWords } from './money-words.ts';

test.each([
  [0, 'không'],
  [1, 'một'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [55, 'năm mươi lăm'],
  [91, 'chín mươi mốt'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [999, 'chín trăm chín mươi chín'],
  [1_000, 'một nghìn'],
  [1_001, 'một nghìn không trăm linh một'],
  [1_005, 'một nghìn không trăm linh năm'],
  [1_015, 'một nghìn không trăm mười lăm'],
  [1_100, 'một nghìn một trăm'],
  [10_000, 'mười nghìn'],
  [15_500, 'mười lăm nghìn năm trăm'],
  [21_024, 'hai mươi mốt nghìn không trăm hai mươi tư'],
  [105_000, 'một trăm linh năm nghìn'],
  [1_000_000, 'một triệu'],
  [1_000_001, 'một triệu không trăm linh một'],
  [1_005_000, 'một triệu không trăm linh năm nghìn'],
  [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
  [1_000_000_000, 'một tỷ'],
  [1_000_000_005, 'một tỷ không trăm linh năm'],
  [1_050_000_000, 'một tỷ không trăm năm mươi triệu'],
  [2_000_000_000_000, 'hai nghìn tỷ'],
  [5_000_000_000_000_000, 'năm triệu tỷ'],
])('%i reads %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});

test('an amount begins with a capital and ends with đồng', () => {
  expect(moneyInWords(8_000)).toBe('Tám nghìn đồng');
  expect(moneyInWords(0)).toBe('Không đồng');
  expect(moneyInWords(1_500_000)).toBe('Một triệu năm trăm nghìn đồng');
});

test('figures carry a dot every three digits', () => {
  expect(moneyText(0)).toBe('0 đồng');
  expect(moneyText(500)).toBe('500 đồng');
  expect(moneyText(8_000)).toBe('8.000 đồng');
  expect(moneyText(1_234_567)).toBe('1.234.567 đồng');
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (value) => {
  expect(() => moneyText(value)).toThrow(RangeError);
  expect(() => moneyInWords(value)).toThrow(RangeError);
});
