// Acting on a dossier: one key per intention, the pages that show it ask again, a quiet word that it is done.

import type { Action } from '@motcua/domain/dossier-action';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { sayWithAction, withdrawOffer } from '../ui/toast-action.tsx';
import { dossierWords } from '../words/dossier.ts';
import { undoWords } from '../words/undo.ts';
import { act, dossierQuery } from './queries.ts';
import { useUndo } from './use-undo.ts';

/** `label` is the button's word, for the sentence that says it is done. */
export function useAct(dossier: DossierView, label: string) {
  const client = useQueryClient();
  const intention = useIntention();
  const undoing = useUndo(dossier.id);
  const { queryKey } = dossierQuery(dossier.id);
  return useMutation({
    mutationKey: ['act', dossier.id],
    mutationFn: (action: Action) =>
      act(dossier.id, dossier.version, action, intention.keyFor({ version: dossier.version, action })),
    onSuccess: async ({ version }) => {
      intention.done();
      await Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: ['worklist'] }),
      ]);
      const isLast = client.getQueryData<DossierView>(queryKey)?.undo?.seq === version;
      const word = dossierWords.done(label, dossier.code ?? '');
      withdrawOffer(dossier.id);
      if (!isLast) return say(word);
      sayWithAction(dossier.id, word, undoWords.button, () =>
        undoing.mutate({ version, reason: undoWords.usual }),
      );
    },
    onError: (error) => {
      if (problemOf(error).status === 409) void client.invalidateQueries({ queryKey });
    },
  });
}
