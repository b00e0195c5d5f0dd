// Keeps open pages fresh: the server says which dossier changed, the pages that show it ask again.

import type { ChangeMessage, DossierView } from '@motcua/server/dossiers/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { say } from '../ui/toast.ts';
import { deskWords } from '../words/desk.ts';
import { attentionKey } from './clock-queries.ts';
import { noticesKey } from './notices-queries.ts';
import { opinionsKey } from './opinions-queries.ts';
import { dossierQuery } from './queries.ts';

const gatherMs = 250;
const patienceMs = 3_000;

/**
 * Listens while the desk is open. Changes that come together are asked for once. A toast only when the dossier
 * someone has open changed by another hand. Returns true while the line is lost.
 */
export function useLiveChanges(openId: string | undefined): boolean {
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  const open = useRef(openId);
  useEffect(() => {
    open.current = openId;
  }, [openId]);

  useEffect(() => {
    const changed = new Map<string, number>();
    let gathering: number | undefined;
    let waiting: number | undefined;
    const askAgain = () => {
      gathering = undefined;
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: [noticesKey] });
      void client.invalidateQueries({ queryKey: [attentionKey] });
      void client.invalidateQueries({ queryKey: [opinionsKey] });
      for (const [id, version] of changed) {
        const { queryKey } = dossierQuery(id);
        const shown = client.getQueryData<DossierView>(queryKey);
        const ownHand = client.isMutating({ mutationKey: ['act', id] }) > 0;
        if (shown !== undefined && shown.version > version) continue;
        // The same version again: the dossier stands where it stood, a notice came further.
        if (shown !== undefined && shown.version < version && id === open.current && !ownHand)
          say(deskWords.changed(shown.code ?? deskWords.uncoded), { id: `changed-${id}` });
        void client.invalidateQueries({ queryKey });
      }
      changed.clear();
    };
    const source = new EventSource('/api/v1/changes');
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as ChangeMessage;
      changed.set(change.dossierId, Math.max(change.version, changed.get(change.dossierId) ?? 0));
      gathering ??= window.setTimeout(askAgain, gatherMs);
    });
    source.addEventListener('open', () => {
      if (waiting === undefined) return;
      window.clearTimeout(waiting);
      waiting = undefined;
      setLost(false);
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['dossier'] });
      void client.invalidateQueries({ queryKey: [noticesKey] });
      void client.invalidateQueries({ queryKey: [attentionKey] });
      void client.invalidateQueries({ queryKey: [opinionsKey] });
    });
    source.addEventListener('error', () => {
      waiting ??= window.setTimeout(() => setLost(true), patienceMs);
    });
    return () => {
      source.close();
      window.clearTimeout(gathering);
      window.clearTimeout(waiting);
    };
  }, [client]);
  return lost;
}
