// Makes a photograph safe and small: decoded, turned upright, without the place it was taken at, never larger than a page needs.

import sharp from 'sharp';
import { Problem } from '../platform/problem.ts';

export interface Photo {
  bytes: Buffer;
  width: number;
  height: number;
}

/** Pixels of the longer side: an A4 page at 220 dots an inch. */
const longestSide = 2600;
const mostPixels = 60_000_000;
/** A plain JPEG is shrunk while it is read, so a huge one costs little; other kinds are held whole. */
const mostPixelsPlainJpeg = 250_000_000;

/** @throws Problem with one sentence when it cannot be read or would cost too much to read */
export async function tameImage(bytes: Buffer): Promise<Photo> {
  const { width, height, format, isProgressive } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(unreadable);
  const most = format === 'jpeg' && !isProgressive ? mostPixelsPlainJpeg : mostPixels;
  if (width * height > most)
    throw new Problem(
      'too_large',
      `Ảnh có ${millions(width * height)} triệu điểm ảnh, quá lớn để nhận (tối đa ${millions(most)} triệu). Xin chụp lại ở cỡ nhỏ hơn.`,
    );
  const { data, info } = await sharp(bytes, { limitInputPixels: most, failOn: 'error', sequentialRead: true })
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable);
  return { bytes: data, width: info.width, height: info.height };
}

function unreadable(): never {
  throw new Problem(
    'unsupported_type',
    'Ảnh bị hỏng hoặc tải lên chưa trọn nên không đọc được. Xin chụp hoặc chọn lại.',
  );
}

function millions(pixels: number): string {
  return Math.round(pixels / 1_000_000).toLocaleString('vi-VN');
}
