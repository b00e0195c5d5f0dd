// The contract of files: what is scanned or photographed, filed with a dossier, and looked at.

import { mostPhotos } from '@motcua/domain/paper-file';
import { z } from 'zod';

const fileType = z.enum(['image/jpeg', 'application/pdf']);

export const uploadIds = z
  .array(z.uuid('Mã bản chụp không đúng dạng.'))
  .max(mostPhotos, `Một giấy tờ nhận không quá ${mostPhotos} ảnh.`);

export const uploadAnswer = z.object({
  id: z.string(),
  type: fileType,
  pages: z.int(),
  /** What is kept, and what was sent: a photograph shrinks on the way. */
  bytes: z.int(),
  sentBytes: z.int(),
});
export type UploadAnswer = z.infer<typeof uploadAnswer>;

export const addFilesBody = z.object({
  paperId: z.string().max(10),
  uploads: uploadIds.min(1, 'Chọn ít nhất một bản chụp.'),
});
export type AddFilesBody = z.infer<typeof addFilesBody>;

export const addFilesAnswer = z.object({ version: z.int() });

export const dossierFiles = z.object({
  /** Why the caller may not add any, as a sentence; null when they may. */
  whyNotAdd: z.string().nullable(),
  /** Slot by slot, the newest version first. */
  files: z.array(
    z.object({
      id: z.string(),
      paperId: z.string(),
      version: z.int(),
      origin: z.enum(['counter', 'desk', 'chat', 'web']),
      type: fileType,
      pages: z.int(),
      bytes: z.int(),
      keptAt: z.string(),
      /** Null when the citizen sent it. */
      keptBy: z.string().nullable(),
    }),
  ),
});
export type DossierFiles = z.infer<typeof dossierFiles>;
export type DossierFile = DossierFiles['files'][number];
