// The trial phone of the demo, for the first page; null elsewhere.

import type { DemoSignIns } from '@motcua/server/accounts/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask, problemOf } from '../api.ts';

export const demoPhoneQuery = queryOptions({
  queryKey: ['demo-phone'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<string | null> => {
    try {
      return (await ask<DemoSignIns>('/demo/sign-ins', { signal })).phoneUrl;
    } catch (error) {
      if (problemOf(error).status === 404) return null;
      throw error;
    }
  },
});
