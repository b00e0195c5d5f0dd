// The head of a dossier: code, procedure, the sentence a citizen would be told, the time bar, the receipt.

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Link } from '@tanstack/react-router';
import { statusLook } from '../status-look.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './dossier-head.module.css';
import { receiptUrl } from './queries.ts';
import { TimeBar } from './time-bar.tsx';

export function DossierHead({ dossier, onClose }: { dossier: DossierView; onClose?: () => void }) {
  return (
    <header className={classes['head']}>
      <div className={classes['top']}>
        {dossier.code === null ? (
          <span className={classes['code']}>{dossierWords.uncoded}</span>
        ) : (
          <CopyButton text={dossier.code} label={dossierWords.copyCode} className={classes['code']} />
        )}
        <Chip {...statusLook(dossier.status, dossier.outcome)}>{dossier.statusLabel}</Chip>
        <span className={classes['tools']}>
          {dossier.receivedAt !== null && <Print id={dossier.id} />}
          {onClose !== undefined && (
            <>
              <Tooltip label={dossierWords.openAlone}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={dossierWords.openAlone}
                  renderRoot={(props) => <Link to="/ho-so/$id" params={{ id: dossier.id }} {...props} />}
                >
                  <Icon name="link" />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={dossierWords.closePane}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={dossierWords.closePane}
                  onClick={onClose}
                >
                  <Icon name="cross" />
                </ActionIcon>
              </Tooltip>
            </>
          )}
        </span>
      </div>
      <h1>{dossier.procedureName}</h1>
      <p className={classes['who']}>{dossier.applicant.fullName}</p>
      <p className={classes['sentence']}>
        <span className={classes['reads']}>{dossierWords.citizenReads}</span> {dossier.statusSentence}
      </p>
      <TimeBar dossier={dossier} />
    </header>
  );
}

/** A5 is what counters print; A4 where the printer holds nothing else. */
function Print({ id }: { id: string }) {
  return (
    <Button.Group>
      <Button
        component="a"
        href={receiptUrl(id, 'a5')}
        target="_blank"
        rel="noopener"
        variant="default"
        size="xs"
        leftSection={<Icon name="print" size={16} />}
      >
        {dossierWords.print}
      </Button>
      <Button
        component="a"
        href={receiptUrl(id, 'a4')}
        target="_blank"
        rel="noopener"
        variant="default"
        size="xs"
        aria-label={dossierWords.printA4}
      >
        {dossierWords.a4}
      </Button>
    </Button.Group>
  );
}
