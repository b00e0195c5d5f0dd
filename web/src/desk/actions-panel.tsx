// What this officer may do now: one primary act, the others, and what cannot be done yet with the reason.

import { Button } from '@mantine/core';
import type { ActionType } from '@motcua/domain/dossier-action';
import type { ActionOffer, DossierView } from '@motcua/server/dossiers/schema';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { dossierWords } from '../words/dossier.ts';
import { ActionDrawer } from './actions/action-drawer.tsx';
import { tellsCitizen } from './actions/forms.ts';
import classes from './actions-panel.module.css';
import { Changes } from './changes.tsx';
import { HoldNote } from './hold-note.tsx';
import { Reach } from './reach.tsx';
import { useAct } from './use-act.ts';

const words = dossierWords.actions;
const elsewhere: ReadonlySet<string> = new Set(['keep', 'note']);

export function ActionsPanel({ dossier }: { dossier: DossierView }) {
  const [chosen, choose] = useState<ActionOffer | null>(null);
  const [opened, setOpened] = useState(false);
  const claimLabel = dossier.actions.find((offer) => offer.type === 'claim')?.label ?? '';
  const claiming = useAct(dossier, claimLabel);
  // Keeping it on and leaving a word have places of their own.
  const possible = dossier.actions.filter(({ type, whyNot }) => whyNot === null && !elsewhere.has(type));
  const tells = possible.some(({ type }) => tellsCitizen.has(type as ActionType));
  const blocked = dossier.actions.filter((offer) => offer.whyNot !== null);
  const inOrder = possible.toSorted((a, b) => Number(b.primary) - Number(a.primary));

  // Taking a dossier needs nothing to be told, so it asks nothing.
  const take = (offer: ActionOffer) => {
    if (offer.type === 'claim') {
      claiming.mutate({ type: 'claim' });
      return;
    }
    choose(offer);
    setOpened(true);
  };
  const [main] = inOrder;
  useKeys(main?.primary === true ? { Enter: () => take(main) } : {});
  return (
    <Section title={words.title}>
      <HoldNote dossier={dossier} />
      {claiming.isError && (
        <div className={classes['failed']}>
          <Notice tone="amber" icon="warning" role="alert">
            <p>{problemOf(claiming.error).detail}</p>
            <Changes changes={problemOf(claiming.error).changes} />
          </Notice>
        </div>
      )}
      {inOrder.length === 0 ? (
        <p className={classes['quiet']}>{words.nothing}</p>
      ) : (
        <>
          {tells && <Reach reach={dossier.reach} />}
          <div className={classes['buttons']}>
            {inOrder.map((offer) => (
              <Button
                key={offer.type}
                variant={offer.primary ? 'filled' : 'default'}
                justify="start"
                fullWidth
                loading={offer.type === 'claim' && claiming.isPending}
                onClick={() => take(offer)}
              >
                {offer.label}
              </Button>
            ))}
          </div>
        </>
      )}
      {blocked.length > 0 && (
        <details className={classes['blocked']}>
          <summary>
            <Icon name="chevron" size={14} />
            {words.blocked(blocked.length)}
          </summary>
          <ul>
            {blocked.map((offer) => (
              <li key={offer.type}>
                <strong>{offer.label}</strong>
                <span>{offer.whyNot}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {dossier.others.length > 0 && (
        <details className={classes['blocked']}>
          <summary>
            <Icon name="chevron" size={14} />
            {words.others}
          </summary>
          <ul>
            {dossier.others.map(({ labels, whyNot }) => (
              <li key={whyNot}>
                <strong>{labels.join(', ')}</strong>
                <span>{whyNot}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen !== null && (
        <ActionDrawer
          key={chosen.type}
          dossier={dossier}
          type={chosen.type as ActionType}
          label={chosen.label}
          opened={opened}
          onClose={() => setOpened(false)}
          onClosed={() => choose(null)}
        />
      )}
    </Section>
  );
}
