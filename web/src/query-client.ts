// How the counter asks again: refusals never by themselves, a lost line twice; an ended session is announced once.

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { problemOf } from './api.ts';

let sessionEnded = false;
const listeners = new Set<() => void>();

/** Tells the desk that its session ended, or that it is there again. */
export function setSessionEnded(ended: boolean): void {
  sessionEnded = ended;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessionEnded,
  );
}

const notice = (error: Error) => {
  const { kind } = problemOf(error);
  if (kind === 'not_signed_in') setSessionEnded(true);
  // Moved to another post meanwhile: the frame asks who sits here now.
  if (kind === 'post_ended') void queryClient.invalidateQueries({ queryKey: ['session'] });
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && [0, 502, 503, 504].includes(problemOf(error).status),
    },
  },
});
