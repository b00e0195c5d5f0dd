// Bytes on the street: what people send and what the OA uploads, each with a day on which it is gone.

import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { monthOf } from './calendar.ts';
import type { Media, Place } from './model.ts';
import type { MediaBytes, Street } from './parts.ts';

export type UploadKind = 'image' | 'gif' | 'file';

const dayMs = 86_400_000;
/** Zalo keeps uploads of the OA for at most seven days. */
const uploadDays = 7;
const megabyte = 1024 * 1024;

const uploads: Record<UploadKind, { maxBytes: number; mimes: readonly string[] }> = {
  image: { maxBytes: megabyte, mimes: ['image/jpeg', 'image/png'] },
  gif: { maxBytes: 5 * megabyte, mimes: ['image/gif'] },
  file: {
    maxBytes: 5 * megabyte,
    mimes: ['application/pdf', 'application/msword', 'application/zip', 'text/csv'],
  },
};

export function createMemoryBytes(): MediaBytes {
  const shelf = new Map<string, Uint8Array>();
  return { put: (id, bytes) => void shelf.set(id, bytes), get: (id) => shelf.get(id) };
}

/** Keeps bytes that a person sends, for as long as the settings say. */
export function keepPersonal(
  street: Street,
  kind: Media['kind'],
  file: { name: string; bytes: Uint8Array },
): Media {
  const expiresAt = street.now() + street.state.settings.mediaDays * dayMs;
  return keep(street, { kind, ...file, ticket: null, expiresAt });
}

/** An upload of the OA: `attachment_id` for pictures, `token` for files; refused by kind and size. */
export function uploadMedia(
  street: Street,
  kind: UploadKind,
  file: { name: string; bytes: Uint8Array },
): Answer {
  const rule = uploads[kind];
  if (file.bytes.length === 0) return refuse(-201, 'file is invalid!');
  if (file.bytes.length > rule.maxBytes) return refuse(-210);
  if (!rule.mimes.includes(mimeOf(file.bytes, file.name))) return refuse(-201, 'file is invalid!');
  const { office, settings } = street.state;
  const month = monthOf(street.now());
  if (office.uploads.month !== month) office.uploads = { month, image: 0, gif: 0, file: 0 };
  if (office.uploads[kind] >= settings.uploadsPerMonth) return refuse(-211);
  office.uploads[kind] += 1;
  const expiresAt = street.now() + uploadDays * dayMs;
  const media = keep(street, { kind, ...file, ticket: street.ids.token(48), expiresAt });
  return succeed(kind === 'file' ? { token: media.ticket } : { attachment_id: media.ticket });
}

/** A living upload by its ticket; undefined when unknown or expired. */
export function findUpload(street: Street, ticket: string, kind: UploadKind): Media | undefined {
  return street.state.media.find(
    (one) => one.ticket === ticket && one.kind === kind && one.expiresAt > street.now(),
  );
}

export function urlOf(street: Street, place: Place): string {
  return 'url' in place ? place.url : `${street.origin()}/media/${place.mediaId}`;
}

/** What the bytes are, by their first bytes; the name decides only where the bytes cannot. */
function mimeOf(bytes: Uint8Array, name = ''): string {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF8')) return 'image/gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('#!AMR')) return 'audio/amr';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'application/msword';
  if (head.startsWith('PK') && name.toLowerCase().endsWith('.docx')) return 'application/zip';
  return name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/octet-stream';
}

function keep(
  street: Street,
  file: Pick<Media, 'kind' | 'name' | 'ticket' | 'expiresAt'> & { bytes: Uint8Array },
): Media {
  const { bytes, ...rest } = file;
  const media: Media = {
    ...rest,
    id: street.ids.hex(24),
    mime: mimeOf(bytes, file.name),
    size: bytes.length,
    checksum: createHash('md5').update(bytes).digest('hex'),
  };
  street.bytes.put(media.id, bytes);
  street.state.media.push(media);
  return media;
}
