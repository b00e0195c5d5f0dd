// Photographs and PDFs as people send them, made on the spot.

import sharp from 'sharp';

/** A JPEG, lying unless told otherwise, that says where it was taken and asks to be turned upright. */
export function givenPhoto(width = 1200, height = 800): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#d8d0c0' } })
    .withExif({ IFD0: { Make: 'Chỗ ở của tôi' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PDF of so many pages whose catalog holds what is given. */
export function givenPdf({ pages = 1, catalog = '', after = '' } = {}): Buffer {
  const page = (n: number) =>
    `${3 + n} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n`;
  const kids = Array.from({ length: pages }, (_, n) => `${3 + n} 0 R`).join(' ');
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n` +
      `${Array.from({ length: pages }, (_, n) => page(n)).join('')}${after}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
}
