// Lists of people: right rows are read, wrong ones say where and what to do, nothing is ever computed.

import { expect, test } from 'vitest';
import { type ListCell, type ListLine, readGroupList } from './group-list.ts';

const heads = ['TT', 'HỌ TÊN', 'Số căn cước', 'Điện thoại', 'Địa chỉ', 'Nội dung'];
const right = ['1', 'Nguyễn Thị Ẩn', '999186012345', '0912 000 999', 'Khu phố 1', 'Xin xác nhận'];
const other = (number: string) => ['2', 'Lê Văn Ơn', number, '', 'Khu phố 2', ''];

const linesOf = (rows: (string | ListCell)[][]): ListLine[] =>
  rows.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell, kind: 'text' as const } : cell)),
  }));
const read = (rows: (string | ListCell)[][], count = rows.length) =>
  readGroupList({ lines: linesOf(rows), count }, { allowDemo: true });
const errorsOf = (...rows: (string | ListCell)[][]) => {
  const reading = read([heads, ...rows]);
  return reading.ok ? reading.errors.map(({ line, column, message }) => `${line} ${column}: ${message}`) : [];
};
const refusalOf = (rows: string[][], count?: number) => {
  const reading = read(rows, count);
  return reading.ok ? '' : reading.message;
};

test('heads are found under a title, in any case and with the words people use; other columns are named', () => {
  const reading = read([
    ['DANH SÁCH LỚP 9A'],
    [...heads, 'Lớp'],
    [...right, '9A'],
    [...other('999087012345'), '9A'],
  ]);
  expect(reading).toMatchObject({
    ok: true,
    errors: [],
    ignored: ['Lớp'],
    rows: [
      { line: 3, fullName: 'Nguyễn Thị Ẩn', identityNumber: '999186012345', summary: 'Xin xác nhận' },
      { line: 4, fullName: 'Lê Văn Ơn', phone: null, email: null, summary: null },
    ],
  });
});

test('every wrong cell says its row, its column and the remedy; right rows beside it are read', () => {
  const reading = read([heads, right, ['2', '', '99908701', '12', '', '']]);
  expect(reading).toMatchObject({ ok: true, rows: [{ line: 2 }] });
  const errors = errorsOf(right, ['2', '', '99908701', '12', '', '']);
  expect(errors).toHaveLength(4);
  expect(errors.join('\n')).toContain('3 Họ và tên: Ghi họ và tên người nộp.');
  expect(errors.join('\n')).toMatch(/3 Số căn cước: Số căn cước có 12 chữ số/);
  expect(errors.join('\n')).toContain('3 Địa chỉ: Ghi địa chỉ.');
  expect(errors.join('\n')).toMatch(/3 Số điện thoại: /);
});

test('the same number twice is told by the row that had it first', () => {
  expect(errorsOf(right, other('999 186 012 345'))).toEqual([
    '3 Số căn cước: Trùng số với dòng 2. Giữ một dòng, hoặc xem lại số căn cước.',
  ]);
});

test('a formula is never computed: its cell is refused, and text that looks like one stays text', () => {
  const formula = { text: '999087012345', kind: 'formula' } as const;
  expect(errorsOf(['1', 'Lê Văn Ơn', formula, '', 'Khu phố 2', ''])[0]).toContain('Ô này là công thức');
  const signs = ['=1+1', '+HYPERLINK("x")', '-2', '@SUM(A1)', '\t=cmd'];
  const reading = read([heads, ...signs.map((sign, at) => [...other(`99908701234${at}`).slice(0, 5), sign])]);
  expect(reading.ok && reading.rows.map(({ summary }) => summary)).toEqual([
    '=1+1',
    '+HYPERLINK("x")',
    '-2',
    '@SUM(A1)',
    '=cmd',
  ]);
});

test('a number that Excel cut short is not guessed', () => {
  const cut = { text: '79186012345', kind: 'number' } as const;
  expect(errorsOf(['1', 'Lê Văn Ơn', cut, '', 'Khu phố 2', ''])[0]).toContain('đã mất số 0 ở đầu');
});

test('what is no list is refused whole, with what to do', () => {
  expect(refusalOf([])).toContain('không có dòng nào');
  expect(refusalOf([heads])).toContain('chưa có người nào');
  expect(
    refusalOf([
      ['Họ và tên', 'Địa chỉ'],
      ['A', 'B'],
    ]),
  ).toContain('thiếu cột “Số căn cước”');
  expect(refusalOf([['1', '2']])).toContain('thiếu cột “Họ và tên”, “Số căn cước”, “Địa chỉ”');
  expect(refusalOf([[...heads, 'Họ và tên'], right])).toContain('hai cột “Họ và tên”');
  const many = refusalOf([heads, right], 10_001);
  expect(many).toContain('10.000 dòng');
  expect(many).toContain('20 tệp');
});
