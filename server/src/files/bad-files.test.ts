// Files nobody should have to open: refused or tamed, each with one clear sentence, and nothing kept of them.

import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { givenPdf, givenPhoto } from '../../test/given-photo.ts';
import { checkFile } from './check.ts';
import { photosOfPdf } from './photos-to-pdf.ts';

const objectStream = (plain: string, filter = '/FlateDecode', body = deflateSync(Buffer.from(plain))) =>
  `9 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 /Filter ${filter} /Length ${body.length} >>\nstream\n` +
  `${body.toString('latin1')}\nendstream\nendobj\n`;

test.each([
  ['a zip', Buffer.from('PK\x03\x04word/document.xml'), 'tệp nén hoặc tệp Word'],
  ['an iPhone’s HEIC', Buffer.from('\0\0\0\x18ftypheic'), 'HEIC'],
  ['nothing', Buffer.alloc(0), 'Tệp rỗng'],
  ['a page of the web', Buffer.from('<html><script>1</script>'), 'không phải ảnh hay PDF'],
  ['half a photograph', (await givenPhoto()).subarray(0, 3000), 'bị hỏng'],
  ['a script', givenPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }), 'mã lệnh'],
  ['a script in disguise', givenPdf({ catalog: '/AA << /O << /S /J#61vaScript >> >>' }), 'mã lệnh'],
  ['a packed script', givenPdf({ after: objectStream('1 0 << /S /JavaScript >>') }), 'mã lệnh'],
  ['a program', givenPdf({ catalog: '/OpenAction << /S /Launch >>' }), 'chương trình'],
  ['a file inside', givenPdf({ catalog: '/Names << /EmbeddedFiles 9 0 R >>' }), 'tệp đính kèm'],
  ['a locked PDF', givenPdf({ after: 'trailer << /Encrypt 8 0 R >>\n' }), 'mật khẩu'],
  ['an unknown packing', givenPdf({ after: objectStream('x', '/LZWDecode') }), 'không kiểm tra được'],
  ['a bomb', givenPdf({ after: objectStream('0'.repeat(65 * 1024 * 1024)) }), 'không kiểm tra được'],
  ['streams without end', givenPdf({ after: 'stream\n'.repeat(2_900_000) }), 'không kiểm tra được'],
  [
    'packing without end',
    givenPdf({ after: '9 0 obj /ObjStm\nstream\n'.repeat(900_000) }),
    'không kiểm tra được',
  ],
  ['half a PDF', givenPdf().subarray(0, 120), 'chưa trọn'],
  ['no pages', Buffer.from('%PDF-1.4\n%%EOF'), 'không có trang nào'],
])('%s is refused, and why', async (_, bytes, why) => {
  await expect(checkFile(bytes)).rejects.toMatchObject({ detail: expect.stringContaining(why) });
});

/** A small picture whose head claims 14,000² pixels: what is looked at before anything is read. */
async function claimedHuge(format: 'png' | 'progressive'): Promise<Buffer> {
  const small = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });
  const bytes = await (format === 'png' ? small.png() : small.jpeg({ progressive: true })).toBuffer();
  if (format === 'png') {
    bytes.writeUInt32BE(14_000, 16);
    bytes.writeUInt32BE(14_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  } else {
    const frame = bytes.indexOf(Buffer.from('ffc2', 'hex'));
    bytes.writeUInt16BE(14_000, frame + 5);
    bytes.writeUInt16BE(14_000, frame + 7);
  }
  return bytes;
}

test('a photograph of 14,000² pixels: tamed as a plain JPEG, refused where it would have to be held whole', async () => {
  const huge = sharp({ create: { width: 14_000, height: 14_000, channels: 3, background: 'white' } });
  expect((await checkFile(await huge.jpeg().toBuffer())).size).toEqual({ width: 2600, height: 2600 });
  for (const format of ['png', 'progressive'] as const)
    await expect(checkFile(await claimedHuge(format))).rejects.toMatchObject({
      detail: 'Ảnh có 196 triệu điểm ảnh, quá lớn để nhận (tối đa 60 triệu). Xin chụp lại ở cỡ nhỏ hơn.',
    });
});

test('a PDF of paper only is kept as it is, pages counted also where they are packed', async () => {
  expect(await checkFile(givenPdf({ pages: 4 }))).toMatchObject({ type: 'application/pdf', pages: 4 });
  const packed = givenPdf({ after: objectStream('5 0 6 40 << /Type /Page >> << /Type /Pages >>') });
  expect((await checkFile(packed)).pages).toBe(2);
});

test.each(['/Filter /DCTDecode /Length x', '/Filter /DCTDecode /Length 0', '/Filter /DCTDecode /Length 9'])(
  'a PDF that bears our mark and holds %s gives no photographs, and an answer',
  (part) => {
    expect(photosOfPdf(Buffer.from(`%PDF-1.4\n%motcua-photos\n${part}`))).toBeNull();
  },
);
