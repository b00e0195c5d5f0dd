// Fetches a photo a citizen sent and reads the QR code in it. The address comes from outside: it is trusted with nothing.

import { findQrToken } from '@motcua/domain/link-code';
import type { ZaloHosts } from '@motcua/zalo/hosts';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';

export type PhotoReading =
  | { kind: 'qr_token'; token: string }
  | { kind: 'photo_without_qr' | 'photo_unreadable' };

const largestPhoto = 10 * 1024 * 1024;
const mostPixels = 50_000_000;
const patienceMs = 10_000;
/** Sizes tried, in pixels of the longer side: a code may fill the photo or be a corner of it. */
const readingSizes = [1600, 900, 2600];
const formats = new Set(['jpeg', 'png', 'webp', 'gif']);

/** What lies at an address that a message names; null when it cannot be fetched. Never throws. */
export async function fetchSent(zalo: ZaloHosts, address: string): Promise<Buffer | null> {
  const url = trustedAddress(zalo, address);
  return url === null ? null : fetchLimited(url);
}

/** Never throws: whatever cannot be read is `photo_unreadable`. */
export async function readPhoto(bytes: Buffer | null): Promise<PhotoReading> {
  return bytes === null ? { kind: 'photo_unreadable' } : readQr(bytes);
}

/**
 * Zalo's media hosts over https (http is raised), or the very origin that plays Zalo. No user names, no ports, and as
 * the certificate must fit the name, no name that was bent to an inner address.
 */
export function trustedAddress(zalo: ZaloHosts, address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  if (url.origin === new URL(zalo.openapi).origin) return url;
  if (url.protocol === 'http:') url.protocol = 'https:';
  const ofZalo = /\.(?:zdn|zadn)\.vn$/.test(url.hostname);
  return url.protocol === 'https:' && url.port === '' && ofZalo ? url : null;
}

async function fetchLimited(url: URL): Promise<Buffer | null> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok || answer.body === null) return null;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > largestPhoto) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

/** Reads the QR code of a receipt from the bytes of a picture. */
async function readQr(bytes: Buffer): Promise<PhotoReading> {
  try {
    const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await open().metadata();
    if (!formats.has(format)) return { kind: 'photo_unreadable' };
    for (const side of readingSizes) {
      const { data, info } = await open()
        .rotate()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const text = decode({ width: info.width, height: info.height, data });
      const token = text === null ? null : findQrToken(text);
      if (token !== null) return { kind: 'qr_token', token };
    }
    return { kind: 'photo_without_qr' };
  } catch {
    return { kind: 'photo_unreadable' };
  }
}

function decode(image: { width: number; height: number; data: Uint8Array }): string | null {
  try {
    return decodeQR(image, { timeLimit: 500 });
  } catch {
    return null;
  }
}
