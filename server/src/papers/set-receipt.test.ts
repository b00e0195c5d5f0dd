// The receipt on paper: every word arrives, the QR code leads to the dossier, hostile words stay words.

import { printableText } from '@motcua/domain/printable-text';
import { type ReceiptContent, receiptSheet } from '@motcua/domain/receipt';
import { decodeQR } from 'qr/decode.js';
import { afterAll, expect, test } from 'vitest';
import { readPages, readQrPixels } from './pdf-reading.ts';
import { closePapers, setPaper } from './set-paper.ts';
import { PapersBusy } from './setter.ts';

afterAll(closePapers);

const content: ReceiptContent = {
  superiorName: 'UBND phường Kiến Tường',
  agencyName: 'Trung tâm Phục vụ hành chính công',
  number: '0007',
  placeName: 'Kiến Tường',
  issuedOn: '2026-02-03',
  dossierCode: '000.00.27.H53-260203-0007',
  officeName: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
  officeAddress: 'Số 5, đường 30/4, phường Kiến Tường',
  officePhone: '0272 3000 000',
  applicantName: 'Nguyễn Thị Mỹ Huyền',
  submitterName: 'Trần Văn Đạt',
  address: 'Số 12/3B, khu phố 4, phường Kiến Tường, tỉnh Tây Ninh',
  phone: '0909 000 123',
  email: 'huyen@example.vn',
  identity: { number: '999186012345', masked: false },
  procedureName: 'Đăng ký khai sinh',
  summary: 'cháu Trần Nguyễn Bảo Ngọc',
  papers: [
    { name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0, note: null },
    { name: 'Giấy chứng sinh', originals: 1, copies: 2, note: 'Đã đối chiếu' },
  ],
  copies: 1,
  termText: '01 ngày làm việc',
  receivedAt: '2026-02-03T08:05:00+07:00',
  due: '2026-02-04T17:00:00+07:00',
  fee: { amount: 8_000, paid: true },
  channel: 'counter',
  deliveryMethod: 'counter',
  book: { volume: '01/2026', ordinal: '1207' },
  officerName: 'Lê Thị Hoa',
  source: 'Mẫu số 01, Thông tư số 03/2025/TT-VPCP',
  remark: null,
  mark: null,
};

const link = 'https://motcua.example.vn/theo-doi/FIw9RDHMfiMtz-lEUl66KA';
const renderReceipt = (typed: ReceiptContent, size: 'a4' | 'a5', qr = link) =>
  setPaper({ layout: 'receipt', sheet: receiptSheet(typed), qr, size });

/** All letters of a text or PDF; how lines were broken does not matter. */
const letters = (text: string) => text.normalize('NFC').replace(/[\s\u200b]/gu, '');
const lettersOf = (pdf: Buffer) =>
  letters(
    readPages(pdf)
      .map(({ text }) => text)
      .join(''),
  );
/** The same without the foot of each page, so that words that run over pages are whole. */
const bodyOf = (pdf: Buffer) =>
  letters(
    readPages(pdf)
      .map(({ text }) => text.split('Số 5, đường')[0])
      .join(''),
  );

test.each(['a4', 'a5'] as const)(
  '%s: every word of the form and of the dossier is on one page',
  async (paper) => {
    const pdf = await renderReceipt(content, paper);
    expect(readPages(pdf)).toHaveLength(1);
    const text = lettersOf(pdf);
    for (const words of [
      'UBND PHƯỜNG KIẾN TƯỜNG',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Số: 0007/TNHS',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Kiến Tường, ngày 03 tháng 02 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.00.27.H53-260203-0007',
      'Quét mã bằng Zalo để theo dõi hồ sơ',
      'Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công phường Kiến Tường',
      'Tiếp nhận hồ sơ của: NGUYỄN THỊ MỸ HUYỀN',
      'Người nộp hồ sơ: TRẦN VĂN ĐẠT',
      'Số căn cước/Hộ chiếu: 999186012345',
      'Địa chỉ: Số 12/3B, khu phố 4, phường Kiến Tường, tỉnh Tây Ninh',
      'Số điện thoại: 0909 000 123',
      'Email: huyen@example.vn',
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh (cháu Trần Nguyễn Bảo Ngọc)',
      '1. Thành phần hồ sơ nộp gồm:',
      '1 Tờ khai đăng ký khai sinh 01 –',
      '2 Giấy chứng sinh 01 02 Đã đối chiếu',
      '2. Số lượng hồ sơ: 01 bộ',
      '3. Thời gian giải quyết hồ sơ theo quy định: 01 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 03 tháng 02 năm 2026',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 04 tháng 02 năm 2026',
      'Phí, lệ phí: 8.000 đồng (Tám nghìn đồng), đã thu',
      'Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công phường Kiến Tường',
      'Vào Sổ theo dõi hồ sơ: Quyển số 01/2026, Số thứ tự 1207',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Lê Thị Hoa',
      'Số 5, đường 30/4, phường Kiến Tường · Điện thoại: 0272 3000 000',
    ])
      expect(text, words).toContain(letters(words));
  },
);

test('pages have the size that was asked for', async () => {
  const millimetres = async (paper: 'a4' | 'a5') =>
    readPages(await renderReceipt(content, paper)).map(({ width, height }) =>
      [width, height].map((points) => Math.round((points / 72) * 25.4)),
    );
  expect(await millimetres('a4')).toEqual([[210, 297]]);
  expect(await millimetres('a5')).toEqual([[148, 210]]);
});

test.each([link, `https://dich-vu-cong.phuong-kien-tuong.example.vn:8443/theo-doi/${'k'.repeat(43)}`])(
  'the printed QR code opens %s',
  async (qr) => {
    const pixels = readQrPixels(await renderReceipt(content, 'a5', qr));
    expect(decodeQR(pixels)).toBe(qr);
    // Two modules of white are part of the 24 mm square: the code itself must stay at 20 mm or more.
    const modules = pixels.width / 8;
    expect((24 * (modules - 4)) / modules).toBeGreaterThanOrEqual(20);
  },
);

test('what overflows by little is set in smaller print on one page', async () => {
  const papers = Array.from({ length: 7 }, (_, i) => ({
    name: `Giấy tờ thứ ${i + 1} theo quy định của pháp luật`,
    originals: 1,
    copies: 0,
    note: null,
  }));
  const pdf = await renderReceipt({ ...content, papers }, 'a5');
  expect(readPages(pdf)).toHaveLength(1);
  expect(lettersOf(pdf)).toContain('7Giấytờthứ7');
  expect(lettersOf(pdf)).toContain(letters('Lê Thị Hoa'));
});

test('sent in online: only the officer signs, and what is not known stays a dotted gap', async () => {
  const text = lettersOf(
    await renderReceipt(
      { ...content, channel: 'online', due: null, number: null, book: null, email: null },
      'a5',
    ),
  );
  expect(text).not.toContain(letters('NGƯỜI NỘP HỒ SƠ'));
  expect(text).toContain(letters('NGƯỜI TIẾP NHẬN HỒ SƠ'));
  expect(text).toContain(letters('Không có ngày hẹn trả'));
  expect(text).toMatch(/Số:\.{5,}\/TNHS/);
  expect(text).toMatch(/Email:\.{5,}/);
  expect(text).toMatch(/Quyểnsố\.{5,},Sốthứtự\.{5,}/);
});

test('words that look like commands are printed as words', async () => {
  const hostile = '#read("/etc/passwd") [*x*] $x$ #sys.inputs \\ // /* ` <b> @a "); panic(';
  const pdf = await renderReceipt(
    {
      ...content,
      applicantName: hostile,
      address: hostile,
      summary: hostile,
      papers: [{ name: hostile, originals: 1, copies: 0, note: hostile }],
    },
    'a4',
  );
  const text = lettersOf(pdf);
  expect(text).toContain(letters(`Địa chỉ: ${hostile}`));
  expect(text).toContain(letters(`Tiếp nhận hồ sơ của: ${hostile.toLocaleUpperCase('vi')}`));
  expect(text).not.toContain('root:');
});

test.each(['a4', 'a5'] as const)(
  '%s: long names and forty papers run over pages and lose nothing',
  async (paper) => {
    const name = 'Ặ'.repeat(500);
    const procedureName = 'Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật '
      .repeat(20)
      .trim();
    const papers = Array.from({ length: 40 }, (_, i) => ({
      name: `Giấy tờ thứ ${i + 1}: ${'văn bản ủy quyền '.repeat(i % 5 === 0 ? 50 : 1)}hết ${i + 1}.`,
      originals: 1,
      copies: 1,
      note: null,
    }));
    const pdf = await renderReceipt({ ...content, applicantName: name, procedureName, papers }, paper);
    const text = bodyOf(pdf);
    const pages = readPages(pdf);
    expect(text).toContain(name);
    expect(text).toContain(letters(procedureName));
    for (let i = 1; i <= 40; i++) expect(text).toContain(`hết${i}.0101`);
    expect(pages.length).toBeGreaterThan(1);
    const withPapers = pages.filter((page) => page.text.includes('Giấy tờ thứ'));
    for (const page of withPapers) expect(page.text).toContain('Tên giấy tờ');
    expect(pages.at(-1)?.text).toContain(`Trang ${pages.length}/${pages.length}`);
  },
);

test('every sign that counts as printable has its letter in the font, and no other ends the process', async () => {
  const everySign = Array.from({ length: 0x10ffff }, (_, code) => code)
    .filter((code) => (code < 0x3000 || code % 97 === 0) && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code));
  const printed = [...new Set(everySign.map((sign) => printableText(`o${sign}`)))];
  const papers = printed.map((name) => ({ name, originals: 1, copies: 0, note: name }));
  const text = lettersOf(await renderReceipt({ ...content, papers }, 'a4'));
  expect(printed.length).toBeGreaterThan(900);
  expect(text).not.toContain('\ufffd');
  expect(text).toContain('o□');
});

test('an order that ends the process fails alone: its neighbours are set by a new one', async () => {
  // Kept out by receiptSheet; typst 0.13 panics over it.
  const deadly = { ...receiptSheet(content), address: 'abc \u202e def \u200f' };
  const [before, hit, after] = await Promise.allSettled([
    renderReceipt(content, 'a5'),
    setPaper({ layout: 'receipt', sheet: deadly, qr: link, size: 'a5' }),
    renderReceipt(content, 'a5'),
  ]);
  expect([before.status, hit.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('stacked marks come back letter for letter', async () => {
  const applicantName = 'ĐẶNG NGUYỄN THỤY KHUÊ ỄỘỬỰỴỸẶẪẬẺỄỊỎỒỔỘỚỞỢỦỨỬỮỰ';
  expect(lettersOf(await renderReceipt({ ...content, applicantName }, 'a5'))).toContain(
    letters(applicantName),
  );
});

test('the same dossier gives the same bytes, another one other bytes, as PDF/A-2b', async () => {
  const first = await renderReceipt(content, 'a5');
  expect((await renderReceipt({ ...content }, 'a5')).equals(first)).toBe(true);
  expect((await renderReceipt({ ...content, number: '0008' }, 'a5')).equals(first)).toBe(false);
  expect(first.toString('latin1')).toContain(
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
  );
});

test('more orders than can wait are refused at once; the rest are set', async () => {
  const orders = Array.from({ length: 67 }, (_, i) => renderReceipt({ ...content, number: String(i) }, 'a5'));
  const answers = await Promise.allSettled(orders);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(3);
  for (const answer of refused) expect(answer.reason).toBeInstanceOf(PapersBusy);
});

test('closing rejects what waits; the next order starts anew', async () => {
  const order = renderReceipt(content, 'a5');
  await Promise.all([expect(order).rejects.toThrow('closing'), closePapers()]);
  expect(readPages(await renderReceipt(content, 'a5'))).toHaveLength(1);
});
