// Uploads an image or a file to be sent afterwards; what Zalo would refuse is refused here, before the bytes travel.

import { type OaAccess, type OaAnswer, postOaFile } from './call.ts';
import { textAt } from './json.ts';

export interface Upload {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
}

export type UploadProblem =
  | { kind: 'too_large'; limitBytes: number; actualBytes: number }
  | { kind: 'wrong_format'; accepted: readonly string[] };

const megabyte = 1_048_576;
const imageFormats: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
const fileFormats: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
};

/** jpg or png up to 1 MB → the `attachmentId` of an image message. Kept at most seven days. */
export async function uploadImage(
  access: OaAccess,
  upload: Upload,
): Promise<OaAnswer<{ attachmentId: string }> | UploadProblem> {
  return readAttachmentId(await send(access, '/v2.0/oa/upload/image', upload, imageFormats, megabyte));
}

/** gif up to 5 MB → the `attachmentId` of a moving image. Kept at most seven days. */
export async function uploadGif(
  access: OaAccess,
  upload: Upload,
): Promise<OaAnswer<{ attachmentId: string }> | UploadProblem> {
  return readAttachmentId(
    await send(access, '/v2.0/oa/upload/gif', upload, { gif: 'image/gif' }, 5 * megabyte),
  );
}

/** PDF, DOC, DOCX or CSV up to 5 MB → the `token` of a file message. Kept at most seven days. */
export async function uploadFile(
  access: OaAccess,
  upload: Upload,
): Promise<OaAnswer<{ token: string }> | UploadProblem> {
  const answer = await send(access, '/v2.0/oa/upload/file', upload, fileFormats, 5 * megabyte);
  if (answer.kind !== 'ok') return answer;
  const token = textAt(answer.value, 'token');
  return token === undefined ? { kind: 'no_answer', why: 'not_json' } : { ...answer, value: { token } };
}

function readAttachmentId(
  answer: OaAnswer<unknown> | UploadProblem,
): OaAnswer<{ attachmentId: string }> | UploadProblem {
  if (answer.kind !== 'ok') return answer;
  const attachmentId = textAt(answer.value, 'attachment_id');
  return attachmentId === undefined
    ? { kind: 'no_answer', why: 'not_json' }
    : { ...answer, value: { attachmentId } };
}

async function send(
  access: OaAccess,
  path: string,
  upload: Upload,
  formats: Readonly<Record<string, string>>,
  limitBytes: number,
): Promise<OaAnswer<unknown> | UploadProblem> {
  const extension = /\.([a-z0-9]+)$/i.exec(upload.name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (type === undefined) return { kind: 'wrong_format', accepted: Object.keys(formats) };
  const actualBytes = upload.bytes.byteLength;
  if (actualBytes > limitBytes) return { kind: 'too_large', limitBytes, actualBytes };
  return postOaFile(access, path, new Blob([upload.bytes], { type }), upload.name);
}
