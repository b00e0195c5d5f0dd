// Papers other than the receipt, on paper: every word of the sheet arrives on A4, the code can be scanned, long ones go on.

import { accepted, acted, afterwards, anAction, calendar, filed, staff } from '@motcua/domain/dossier-story';
import { issuedAs, person, sheetOf } from '@motcua/domain/paper.fixture';
import { type RegisterLine, registerSheet } from '@motcua/domain/paper-register';
import { reprintMark, type Sheet } from '@motcua/domain/paper-sheet';
import { controlSlip } from '@motcua/domain/paper-slip';
import { decodeQR } from 'qr/decode.js';
import { afterAll, expect, test } from 'vitest';
import { readPages, readQrPixels } from './pdf-reading.ts';
import { closePapers, setPaper } from './set-paper.ts';

afterAll(closePapers);

const link = 'https://motcua.example.vn/q/kien-tuong.FIw9RDHMfiMtz-lEUl66KA';
const letters = (text: string) => text.normalize('NFC').replace(/[\s\u200b]/gu, '');
const print = (sheet: Sheet, qr: string | null = link) => setPaper({ layout: 'sheet', sheet, qr });
const lettersOf = (pdf: Buffer) =>
  letters(
    readPages(pdf)
      .map(({ text }) => text)
      .join(''),
  );
const millimetres = (pdf: Buffer) =>
  readPages(pdf).map(({ width, height }) =>
    [width, height].map((points) => Math.round((points / 72) * 25.4)),
  );

/** Every text of a sheet that a reader must find on the paper. */
function textsOf({ blocks, signers, ...sheet }: Sheet): string[] {
  const inBlocks = blocks.flatMap((block) => {
    if (block.kind === 'field') return [`${block.label}:`, block.value ?? ''];
    if (block.kind === 'pair') return [block.left, block.right].map(({ label }) => `${label}:`);
    if (block.kind === 'table') return [...block.heads, ...block.rows.flat()];
    return block.kind === 'list' ? block.items : [block.text];
  });
  const frame = [
    sheet.superiorName,
    sheet.issuerName,
    sheet.placeAndDate,
    ...sheet.title,
    sheet.subtitle ?? '',
  ];
  const foot = [sheet.contact, sheet.source, sheet.mark ?? '', sheet.qrHint ?? '', ...sheet.recipients];
  return [
    ...frame,
    ...inBlocks,
    ...signers.flatMap(({ who, hint, name }) => [who, hint, name ?? '']),
    ...foot,
  ];
}

const slip = () => {
  const { history, dossier } = afterwards(accepted(), 'pass_on', 'claim', 'pass_on', 'approve', 'finish');
  const unitNames = { 'mot-cua': 'Bộ phận Một cửa', 'tu-phap': 'Tư pháp', 'lanh-dao': 'Lãnh đạo' };
  const officerNames = { clerk_in: 'Phạm Thị Nhung', specialist: 'Lê Thị Hoa' };
  return controlSlip({ history, dossier, as: issuedAs, person, unitNames, officerNames }, calendar);
};

const sheets: Record<string, () => Sheet> = {
  'supplement request': () => sheetOf(afterwards(accepted(), 'request_supplement')),
  'supplement request before reception': () =>
    sheetOf(acted(filed(), staff.clerk_in, anAction('request_supplement'))),
  'refusal at intake': () => sheetOf(afterwards(filed({ by: staff.clerk_in }), 'refuse_at_intake')),
  apology: () => sheetOf(afterwards(accepted(), 'pass_on', 'extend')),
  'notice of stopping': () => sheetOf(afterwards(accepted({ fee: 8_000 }), 'pass_on', 'stop')),
  refusal: () => sheetOf(afterwards(accepted(), 'pass_on', 'pass_on', 'refuse', 'finish')),
  'control slip': slip,
};

test.each(Object.entries(sheets))(
  '%s: every word is on one page of A4, below the national header',
  async (_, sheet) => {
    const pdf = await print(sheet());
    expect(millimetres(pdf)).toEqual([[210, 297]]);
    const text = lettersOf(pdf);
    expect(text).toContain(letters('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'));
    // Words of a cell are set line by line: each must be there, in one run with what stands beside it.
    for (const words of textsOf(sheet())) expect(text, words).toContain(letters(words));
    expect(text).not.toContain('\ufffd');
  },
);

test('number and sign stand under the issuer; a number that was never given leaves a gap', async () => {
  const sheet = sheetOf(afterwards(accepted(), 'request_supplement'));
  expect(lettersOf(await print(sheet))).toContain('Số:0007/HDHS');
  const without = { ...sheet, number: { text: null, series: 'HDHS' } };
  expect(lettersOf(await print(without))).toMatch(/Số:\.{5,}\/HDHS/);
  expect(lettersOf(await print(slip()))).not.toContain('Số:');
});

test('the code on a paper opens its dossier', async () => {
  const pixels = readQrPixels(await print(sheetOf(afterwards(accepted(), 'request_supplement'))));
  expect(decodeQR(pixels)).toBe(link);
});

test('a reprint says so at its foot and changes no other word', async () => {
  const sheet = sheetOf(afterwards(accepted(), 'request_supplement'));
  const mark = reprintMark(2, '2026-11-25T09:15:00+07:00', 'bà Lê Thị Hoa');
  const again = lettersOf(await print({ ...sheet, mark }));
  const said = letters('Bản in lại lần 1 · 09 giờ 15 phút, ngày 25 tháng 11 năm 2026 · bà Lê Thị Hoa');
  expect(again).toContain(said);
  expect(again.replace(said, '')).toBe(lettersOf(await print(sheet)));
});

test('thirty long defects run over pages, each whole, under the head of their table', async () => {
  const sheet = sheetOf(afterwards(accepted(), 'request_supplement'));
  const rows = Array.from({ length: 30 }, (_, at) => [
    String(at + 1),
    `Giấy tờ thứ ${at + 1}`,
    `${'bị mờ, xin chụp lại; '.repeat(20)}hết ${at + 1}.`,
  ]);
  const blocks = sheet.blocks.map((block) => (block.kind === 'table' ? { ...block, rows } : block));
  const pages = readPages(await print({ ...sheet, blocks }));
  expect(pages.length).toBeGreaterThan(2);
  for (let at = 1; at <= 30; at++)
    expect(pages.filter(({ text }) => letters(text).includes(`hết${at}.`))).toHaveLength(1);
  for (const page of pages.filter(({ text }) => text.includes('hết')))
    expect(page.text).toContain('Giấy tờ, nội dung cần bổ sung');
  expect(pages.at(-1)?.text).toContain(`Trang ${pages.length}/${pages.length}`);
});

const line: RegisterLine = {
  number: 1,
  code: '000.00.27.H53-261123-0001',
  procedureName: 'Đăng ký khai sinh',
  copies: 1,
  applicantName: 'Nguyễn Thị Mỹ Huyền',
  address: 'Số 12/3B, khu phố 4, phường Kiến Tường, tỉnh Tây Ninh',
  phone: '0909 000 123',
  unitName: 'Tư pháp',
  receivedAt: '2026-11-23T08:05:00+07:00',
  due: '2026-12-01T17:00:00+07:00',
  returnedAt: null,
  deliveryMethod: 'counter',
  collector: null,
  status: 'in_process',
};

test('the register lies across the page, numbered, with its columns on each', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({ ...line, number: at + 1 }));
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const pdf = await print(registerSheet(lines, period, issuedAs, '2026-12-01'), null);
  const pages = readPages(pdf);
  expect(millimetres(pdf)[0]).toEqual([297, 210]);
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages) expect(letters(text)).toContain(letters('Tên cá nhân, tổ chức'));
  expect(lettersOf(pdf)).toContain('0040');
});
