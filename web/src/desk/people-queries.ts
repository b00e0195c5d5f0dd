// What the pages of agencies and people ask the server.

import type { SessionView } from '@motcua/server/accounts/schema';
import type {
  AbsencesView,
  DoneView,
  MergerPreview,
  NewOfficerView,
  TreeView,
} from '@motcua/server/agencies/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';
import { queryClient } from '../query-client.ts';
import { newKey } from '../ui/intention.ts';
import { sessionQuery } from './session.ts';

export const peopleKey = 'people';

export const treeQuery = (day: string | undefined, known: string | undefined) =>
  queryOptions({
    queryKey: [peopleKey, 'tree', day ?? null, known ?? null],
    queryFn: ({ signal }) => ask<TreeView>(withQuery('/agencies', { day, known }), { signal }),
  });

/** What a merger into the other agency would move. */
export const mergerQuery = (agencyId: string, to: string) =>
  queryOptions({
    queryKey: [peopleKey, 'merger', agencyId, to],
    queryFn: ({ signal }) =>
      ask<MergerPreview>(withQuery(`/agencies/${agencyId}/merger`, { to }), { signal }),
  });

export const absencesQuery = queryOptions({
  queryKey: [peopleKey, 'absences'],
  queryFn: ({ signal }) => ask<AbsencesView>('/absences', { signal }),
});

/** Asks for a change; a new officer or a new first password comes back with the password. */
export function change(path: string, body: unknown, intention: string): Promise<DoneView | NewOfficerView> {
  return ask(path, { method: 'POST', body: body ?? {}, intention });
}

/** The session goes on in another post: whatever was shown before was another desk's. */
export async function switchPost(postId: string): Promise<void> {
  const session = await ask<SessionView>('/session/post', {
    method: 'POST',
    body: { postId },
    intention: newKey(),
  });
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
}
