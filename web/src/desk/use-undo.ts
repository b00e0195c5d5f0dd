// Taking back the last act on a dossier: one key per intention, a quiet word, the pages ask again.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { undoWords } from '../words/undo.ts';
import { dossierQuery, undoAct } from './queries.ts';

/** `version`: the one whose last event is taken back. */
export function useUndo(dossierId: string) {
  const client = useQueryClient();
  const intention = useIntention();
  return useMutation({
    mutationKey: ['undo', dossierId],
    mutationFn: (body: { version: number; reason: string }) =>
      undoAct(dossierId, body, intention.keyFor(body)),
    onSuccess: () => {
      intention.done();
      say(undoWords.done);
    },
    // A word that has left its page still says why it came to nothing.
    onError: (error) => say(problemOf(error).detail),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: dossierQuery(dossierId).queryKey }),
        client.invalidateQueries({ queryKey: ['worklist'] }),
      ]),
  });
}
