// Several photographs become one PDF, a page each; and such a PDF gives its photographs back, for the viewer.

import type { Photo } from './tame-image.ts';

/** A4 in points. */
const short = 595.28;
const long = 841.89;
const mark = '%motcua-photos';

/** Each photograph fills a page of its own as far as its shape allows, upright or lying as it is. */
export function photosToPdf(photos: readonly Photo[]): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (head: string, stream?: Buffer) => {
    offsets.push(length);
    write(`${offsets.length} 0 obj\n${head}\n`);
    if (stream !== undefined) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  write(`%PDF-1.4\n${mark}\n`);
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = photos.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${photos.length} >>`);
  for (const [index, photo] of photos.entries()) {
    const [width, height] = photo.width > photo.height ? [long, short] : [short, long];
    const scale = Math.min(width / photo.width, height / photo.height);
    const [w, h] = [photo.width * scale, photo.height * scale];
    const place = [w, 0, 0, h, (width - w) / 2, (height - h) / 2].map((each) => each.toFixed(2)).join(' ');
    const content = Buffer.from(`q ${place} cm /Photo Do Q`);
    const at = 3 + index * 3;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${at + 1} 0 R ` +
        `/Resources << /XObject << /Photo ${at + 2} 0 R >> >> >>`,
    );
    object(`<< /Length ${content.length} >>`, content);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${photo.width} /Height ${photo.height} /ColorSpace /DeviceRGB ` +
        `/BitsPerComponent 8 /Filter /DCTDecode /Length ${photo.bytes.length} >>`,
      photo.bytes,
    );
  }
  const table = length;
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** The photographs of a PDF made here; null for one that came from elsewhere, also when it bears our mark. */
export function photosOfPdf(pdf: Buffer): Buffer[] | null {
  if (!pdf.subarray(0, 64).toString('latin1').startsWith(`%PDF-1.4\n${mark}\n`)) return null;
  const photos: Buffer[] = [];
  let from = 0;
  for (;;) {
    const at = pdf.indexOf('/Filter /DCTDecode /Length ', from);
    if (at < 0) return photos;
    const size = Number(/^\d+/.exec(pdf.subarray(at + 27, at + 40).toString('latin1'))?.[0] ?? 0);
    const start = pdf.indexOf('stream\n', at) + 7;
    if (size === 0 || start < at) return null;
    photos.push(pdf.subarray(start, start + size));
    from = start + size;
  }
}
