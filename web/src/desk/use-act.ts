// Acting on a dossier: one key per intention, the pages that show it ask again, a quiet word that it is done.

import type { Action } from '@motcua/domain/dossier-action';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { dossierWords } from '../words/dossier.ts';
import { act, dossierQuery } from './queries.ts';

/** `label` is the button's word, for the sentence that says it is done. */
export function useAct(dossier: DossierView, label: string) {
  const client = useQueryClient();
  const intention = useIntention();
  const { queryKey } = dossierQuery(dossier.id);
  return useMutation({
    mutationKey: ['act', dossier.id],
    mutationFn: (action: Action) =>
      act(dossier.id, dossier.version, action, intention.keyFor({ version: dossier.version, action })),
    onSuccess: async () => {
      intention.done();
      say(dossierWords.done(label, dossier.code ?? ''));
      await Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: ['worklist'] }),
      ]);
    },
    onError: (error) => {
      if (problemOf(error).status === 409) void client.invalidateQueries({ queryKey });
    },
  });
}
