// Who sits at this desk: signing in and out, and forgetting everything when someone leaves.

import type { DemoSignIns, SessionView } from '@motcua/server/accounts/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask, problemOf } from '../api.ts';
import { queryClient } from '../query-client.ts';
import { dropForeignDrafts } from '../ui/draft.ts';
import { newKey } from '../ui/intention.ts';

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await ask<SessionView>('/session', { signal });
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
});

/** The demo's sign-ins and phone; null outside the demo. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<DemoSignIns | null> => {
    try {
      return await ask<DemoSignIns>('/demo/sign-ins', { signal });
    } catch (error) {
      if (problemOf(error).status === 404) return null;
      throw error;
    }
  },
});

/** Signs in; drafts of whoever sat here before are removed. */
export async function signIn(username: string, password: string, newPassword?: string): Promise<SessionView> {
  const session = await ask<SessionView>('/session', {
    method: 'POST',
    body: { username, password, ...(newPassword === undefined ? {} : { newPassword }) },
    intention: newKey(),
  });
  dropForeignDrafts(session.officer.id);
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Signs out and leaves nothing of this officer on the computer. */
export async function signOut(): Promise<void> {
  await ask('/session', { method: 'DELETE', intention: newKey() });
  dropForeignDrafts(null);
  queryClient.clear();
}
