// The scan or photograph of a paper: what may be kept, and how what was sent is told from what it claims to be.

/** The most one upload may weigh, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/** Photographs that become one paper. */
export const mostPhotos = 30;

export type FileType = 'image/jpeg' | 'application/pdf';

/** Said to people wherever something else comes; the size in the words the screens use. */
export const acceptedText = 'Chỉ nhận ảnh (JPEG, PNG, WebP) hoặc PDF, mỗi tệp không quá 20 MB.';

export type Sniffed = { ok: true; kind: 'jpeg' | 'png' | 'webp' | 'pdf' } | { ok: false; why: string };

/** Tells what a file is by its first bytes; names and claimed types are never believed. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return refuse('Tệp rỗng.');
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith('\xff\xd8\xff')) return { ok: true, kind: 'jpeg' };
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { ok: true, kind: 'png' };
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return { ok: true, kind: 'webp' };
  if (head.includes('%PDF-')) return { ok: true, kind: 'pdf' };
  if (head.startsWith('PK'))
    return refuse('Đây là tệp nén hoặc tệp Word, Excel. Xin in ra PDF, hoặc chụp ảnh từng trang.');
  if (/^....ftyp(?:hei|mif|msf|avi)/s.test(head))
    return refuse('Đây là ảnh HEIC. Xin chọn “Tương thích nhất” trong cài đặt máy ảnh, hoặc gửi ảnh JPEG.');
  return refuse('Tệp này không phải ảnh hay PDF.');
}

function refuse(why: string): Sniffed {
  return { ok: false, why: `${why} ${acceptedText}` };
}
