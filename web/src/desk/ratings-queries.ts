// What the page of ratings asks the server.

import type { RatingBoard } from '@motcua/server/ratings/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

export const ratingsQuery = queryOptions({
  queryKey: ['ratings'],
  queryFn: ({ signal }) => ask<RatingBoard>('/ratings', { signal }),
});

export function takeUp(dossierId: string, intention: string): Promise<{ text: string }> {
  return ask(`/ratings/${dossierId}/take`, { method: 'POST', body: {}, intention });
}

export function answerCitizen(
  dossierId: string,
  reply: string,
  intention: string,
): Promise<{ text: string }> {
  return ask(`/ratings/${dossierId}/answer`, { method: 'POST', body: { reply }, intention });
}
