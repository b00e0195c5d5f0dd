// Until when a dossier is held and what then happens; its holder keeps it on, or leaves it to others for the next.

import { Button } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { useState } from 'react';
import { holdWords, nextWords } from '../words/worklist.ts';
import classes from './actions-panel.module.css';
import { SkipDialog } from './next-dossier.tsx';
import { useAct } from './use-act.ts';
import { useSession } from './use-session.ts';

export function HoldNote({ dossier }: { dossier: DossierView }) {
  const { until, officerName } = dossier.holder;
  const today = useSession().now;
  const [skipping, setSkipping] = useState(false);
  const keep = dossier.actions.find(({ type }) => type === 'keep');
  const keeping = useAct(dossier, keep?.label ?? '');
  if (until === null || officerName === null) return null;
  const moment = momentText(until, today);
  if (keep === undefined) return <p className={classes['hold']}>{holdWords.other(officerName, moment)}</p>;
  return (
    <div className={classes['hold']}>
      <p>{holdWords.mine(moment)}</p>
      <span className={classes['holdActs']}>
        <Button
          size="xs"
          variant="subtle"
          loading={keeping.isPending}
          onClick={() => keeping.mutate({ type: 'keep' })}
        >
          {keep.label}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setSkipping(true)}>
          {nextWords.skip}
        </Button>
      </span>
      {skipping && <SkipDialog dossierId={dossier.id} onClose={() => setSkipping(false)} />}
    </div>
  );
}
