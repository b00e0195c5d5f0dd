// What the desk asks of the file store: sending, forgetting, filing, listing.

import type { DossierFiles, UploadAnswer } from '@motcua/server/files/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.ts';
import { newKey } from '../../ui/intention.ts';
import { shrinkPhoto } from '../../ui/shrink-photo.ts';
import { dossierQuery } from '../queries.ts';

/** A scan or photograph that lies on the server and is not yet filed. */
export type Page = Pick<UploadAnswer, 'id' | 'type' | 'pages'>;

export async function sendFile(file: Blob): Promise<Page> {
  const bytes = await shrinkPhoto(file);
  const { id, type, pages } = await ask<UploadAnswer>('/uploads', { method: 'POST', bytes });
  return { id, type, pages };
}

export function forgetUpload(id: string): Promise<void> {
  return ask(`/uploads/${id}`, { method: 'DELETE' });
}

export const uploadUrl = (id: string) => `/api/v1/uploads/${id}`;

/** Below the dossier's own key: what changes it, also the citizen's hand, asks for its files again. */
export const filesQuery = (dossierId: string) =>
  queryOptions({
    queryKey: [...dossierQuery(dossierId).queryKey, 'files'],
    queryFn: ({ signal }) => ask<DossierFiles>(`/dossiers/${dossierId}/files`, { signal }),
  });

export function fileUploads(dossierId: string, paperId: string, uploads: string[]): Promise<unknown> {
  const asking = { method: 'POST', body: { paperId, uploads }, intention: newKey() } as const;
  return ask(`/dossiers/${dossierId}/files`, asking);
}

export const fileUrl = (dossierId: string, fileId: string) => `/api/v1/dossiers/${dossierId}/files/${fileId}`;
