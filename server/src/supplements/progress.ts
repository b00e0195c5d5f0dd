// How far a citizen has come with what was asked of them: each open item with what was sent for it.

import type { Dossier, SupplementRequest } from '@motcua/domain/dossier';
import { askedSince, type OpenItem, openItems, openRequest, slotOf } from '@motcua/domain/supplement';
import { type FileRow, listFiles } from '../files/store.ts';
import type { Tx } from '../platform/database.ts';
import { listValues, type ValueRow } from './store.ts';

export interface ItemProgress {
  item: OpenItem;
  /** Where the photographs for it are kept; null where words answer. */
  slot: string | null;
  /** What the paper looked like before it was asked for again; null when nothing was kept of it. */
  before: FileRow | null;
  /** What the citizen has sent for it since, newest first. */
  files: FileRow[];
  value: ValueRow | null;
}

export interface Progress {
  request: SupplementRequest;
  items: ItemProgress[];
}

/** Undefined while the dossier waits for nothing. */
export async function progressOf(tx: Tx, dossier: Dossier): Promise<Progress | undefined> {
  const request = openRequest(dossier);
  if (request === undefined) return undefined;
  const since = askedSince(request);
  const [files, values] = await Promise.all([listFiles(tx, dossier.id), listValues(tx, dossier.id, since)]);
  const items = openItems(request).map((item): ItemProgress => {
    const slot = slotOf(dossier, item);
    const own = files.filter(({ paperId }) => paperId === slot);
    return {
      item,
      slot,
      before: own.find(({ keptAt }) => keptAt < since) ?? null,
      files: own.filter(({ keptAt, officerId }) => keptAt >= since && officerId === null),
      value: values.find((each) => each.item === item.index) ?? null,
    };
  });
  return { request, items };
}

export function isAnswered({ files, value }: ItemProgress): boolean {
  return files.length > 0 || value !== null;
}
