// What the inbox of talks asks the server, and what an officer does with a talk.

import type {
  DossierTalks,
  TalkAnswer,
  TalkCount,
  TalkList,
  TalkScope,
  TalkView,
} from '@motcua/server/talks/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again when a talk changes. */
export const talksKey = 'talks';

const countMs = 60_000;
const listMs = 30_000;
/** Somebody waits at the other end of an open talk. */
const talkMs = 10_000;

export const talkCountQuery = queryOptions({
  queryKey: [talksKey, 'count'],
  refetchInterval: countMs,
  queryFn: ({ signal }) => ask<TalkCount>('/talks/count', { signal }),
});

export const talksQuery = (scope: TalkScope, offset: number) =>
  queryOptions({
    queryKey: [talksKey, 'list', scope, offset],
    refetchInterval: listMs,
    queryFn: ({ signal }) => ask<TalkList>(withQuery('/talks', { scope, offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export const talkQuery = (id: string) =>
  queryOptions({
    queryKey: [talksKey, 'one', id],
    refetchInterval: talkMs,
    queryFn: ({ signal }) => ask<TalkView>(`/talks/${encodeURIComponent(id)}`, { signal }),
  });

export const dossierTalksQuery = (dossierId: string) =>
  queryOptions({
    queryKey: [talksKey, 'dossier', dossierId],
    queryFn: ({ signal }) =>
      ask<DossierTalks>(`/dossiers/${encodeURIComponent(dossierId)}/talks`, { signal }),
  });

export type TalkAct =
  | { what: 'answers'; body: { version: number; text: string } }
  | { what: 'unit'; body: { version: number; unit: string } }
  | { what: 'end'; body: { version: number; how: 'answered' | 'by_phone' } };

export function actInTalk(id: string, { what, body }: TalkAct, intention: string): Promise<TalkAnswer> {
  return ask(`/talks/${encodeURIComponent(id)}/${what}`, { method: 'POST', body, intention });
}
