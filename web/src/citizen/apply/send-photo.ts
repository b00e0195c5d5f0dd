// Sends a photograph or PDF in parts: what has arrived is not sent again when the line comes back.

import { type PhotoFlaw, photoFlaws } from '@motcua/domain/photo-quality';
import type { DraftPaperView, UploadProgress } from '@motcua/server/drafts/schema';
import { partBytes } from '@motcua/server/drafts/schema';
import { ask, withQuery } from '../../api.ts';
import { uploadPath } from './apply-api.ts';

export interface Sending {
  /** The same id goes on with the same upload. */
  upload: string;
  paperId: string;
  bytes: Blob;
}

/** @throws ProblemError; what arrived until then is kept, and the same `sending` goes on there */
export async function sendInParts(
  token: string,
  { upload, paperId, bytes }: Sending,
  onProgress: (share: number) => void,
): Promise<DraftPaperView> {
  const path = uploadPath(token, upload);
  let { received } = await ask<UploadProgress>(path);
  for (;;) {
    onProgress(received / bytes.size);
    const part = bytes.slice(received, received + partBytes);
    const url = withQuery(path, { paperId, total: bytes.size }) + `&from=${received}`;
    const progress = await ask<UploadProgress>(url, { method: 'POST', bytes: part });
    if (progress.paper !== null) return progress.paper;
    received = progress.received;
  }
}

const lookedAt = 500;

/** What may be hard to read on it; nothing for what the browser cannot show. */
export async function flawsOf(file: Blob): Promise<PhotoFlaw[]> {
  if (!file.type.startsWith('image/')) return [];
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, lookedAt / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) return [];
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = Uint8Array.from(
      { length: canvas.width * canvas.height },
      (_, at) => 0.3 * (data[4 * at] ?? 0) + 0.59 * (data[4 * at + 1] ?? 0) + 0.11 * (data[4 * at + 2] ?? 0),
    );
    return photoFlaws({ width: canvas.width, height: canvas.height, pixels });
  } catch {
    return [];
  }
}
