// What this officer may do now: one primary act, the others, and what cannot be done yet with the reason.

import { Button } from '@mantine/core';
import type { ActionType } from '@motcua/domain/dossier-action';
import type { ActionOffer, DossierView } from '@motcua/server/dossiers/schema';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { dossierWords } from '../words/dossier.ts';
import { ActionDrawer } from './actions/action-drawer.tsx';
import { tellsCitizen } from './actions/forms.ts';
import classes from './actions-panel.module.css';
import { Reach } from './reach.tsx';
import { useAct } from './use-act.ts';

const words = dossierWords.actions;

export function ActionsPanel({ dossier }: { dossier: DossierView }) {
  const [chosen, choose] = useState<ActionOffer | null>(null);
  const [opened, setOpened] = useState(false);
  const claimLabel = dossier.actions.find((offer) => offer.type === 'claim')?.label ?? '';
  const claiming = useAct(dossier, claimLabel);
  const possible = dossier.actions.filter((offer) => offer.whyNot === null);
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
  return (
    <Section title={words.title}>
      {claiming.isError && (
        <div className={classes['failed']}>
          <Notice tone="amber" icon="warning" role="alert">
            <p>{problemOf(claiming.error).detail}</p>
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
