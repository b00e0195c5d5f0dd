// What the pages of a citizen who signs in with Zalo ask.

import type { BeginAnswer, CitizenView } from '@motcua/server/citizens/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

export const mineQuery = queryOptions({
  queryKey: ['mine'],
  queryFn: ({ signal }) => ask<CitizenView>('/citizens/me', { signal }),
});

export function beginSignIn(tenant: string): Promise<BeginAnswer> {
  return ask('/citizens/zalo/begin', { method: 'POST', body: tenant === '' ? {} : { tenant } });
}

export function finishSignIn(back: { code: string; state: string }): Promise<CitizenView> {
  return ask('/citizens/zalo/finish', { method: 'POST', body: back });
}

export function signOut(): Promise<void> {
  return ask('/citizens/me', { method: 'DELETE' });
}
