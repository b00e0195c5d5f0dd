// Takes back the last act, from its place in the timeline: says what follows, asks why, and is gone when it is too late.

import { Button, Modal, TextInput } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { useState } from 'react';
import { undoWords as words } from '../words/undo.ts';
import { vi } from '../words/vi.ts';
import classes from './timeline.module.css';
import { useSession } from './use-session.ts';
import { useUndo } from './use-undo.ts';

interface UndoLastProps {
  dossierId: string;
  version: number;
  offer: NonNullable<DossierView['undo']>;
}

export function UndoLast({ dossierId, version, offer }: UndoLastProps) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState(words.usual);
  const undoing = useUndo(dossierId);
  const { now } = useSession();
  return (
    <>
      <Button variant="subtle" size="compact-xs" onClick={() => setOpened(true)}>
        {words.button}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title(offer.what)}
        closeButtonProps={{ 'aria-label': vi.close }}
        transitionProps={{ duration: 120 }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            undoing.mutate({ version, reason }, { onSuccess: () => setOpened(false) });
          }}
        >
          <p>{words.consequence}</p>
          <p className={classes['quiet']}>{words.until(momentText(offer.until, now))}</p>
          <TextInput
            label={words.reason}
            description={words.reasonHint}
            required
            minLength={5}
            maxLength={300}
            data-autofocus
            mt="sm"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" loading={undoing.isPending}>
            {words.button}
          </Button>
        </form>
      </Modal>
    </>
  );
}
