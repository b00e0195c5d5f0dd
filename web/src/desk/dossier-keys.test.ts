// What belongs to a dossier is asked for again whenever the dossier is: also what the citizen sent meanwhile.

import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { filesQuery } from './files/files-api.ts';
import { papersQuery } from './papers-queries.ts';
import { dossierQuery } from './queries.ts';

test('a dossier that changed asks for its files and its papers again, and leaves those of others', async () => {
  const client = new QueryClient();
  client.setQueryData(filesQuery('d1').queryKey, { files: [], whyNotAdd: null });
  client.setQueryData(papersQuery('d1').queryKey, { papers: [], archived: [] });
  client.setQueryData(filesQuery('d2').queryKey, { files: [], whyNotAdd: null });
  await client.invalidateQueries({ queryKey: dossierQuery('d1').queryKey });
  const isStale = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated;
  expect(isStale(filesQuery('d1').queryKey)).toBe(true);
  expect(isStale(papersQuery('d1').queryKey)).toBe(true);
  expect(isStale(filesQuery('d2').queryKey)).toBe(false);
});
