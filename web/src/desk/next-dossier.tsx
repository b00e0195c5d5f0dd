// “Hồ sơ tiếp theo”: takes the dossier next in line and opens it; one at hand may be left to others with a reason.

import { Button, Modal, Radio, Textarea, Tooltip } from '@mantine/core';
import { type SkipReason, skipReasons } from '@motcua/domain/next-dossier';
import type { NextAnswer, NextBody } from '@motcua/server/worklists/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { deskWords } from '../words/desk.ts';
import { vi } from '../words/vi.ts';
import { nextWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';
import { takeNext } from './worklist-queries.ts';

/** Asks for the next dossier, opens it and says why this one; says so when there is none. */
export function useNext(onGiven?: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  return useMutation({
    mutationFn: (body: NextBody) => takeNext(body, intention.keyFor(body)),
    onSuccess: async ({ dossier, skipped }: NextAnswer) => {
      intention.done();
      onGiven?.();
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['dossier'] });
      if (dossier === null) {
        say(skipped === 0 ? words.nothing : words.onlySkipped(skipped));
        return;
      }
      say(words.given(dossier.procedureName, dossier.code ?? deskWords.uncoded));
      await navigate({ to: '/ban-lam-viec', search: { tab: 'mine', hs: dossier.id } });
    },
  });
}

export function NextButton({ next }: { next: ReturnType<typeof useNext> }) {
  return (
    <Tooltip label={next.isError ? problemOf(next.error).detail : words.hint}>
      <Button size="xs" loading={next.isPending} onClick={() => next.mutate({ skip: null })}>
        {words.button}
      </Button>
    </Tooltip>
  );
}

export function SkipDialog({ dossierId, onClose }: { dossierId: string; onClose: () => void }) {
  const [reason, setReason] = useState<SkipReason>('not_mine');
  const [note, setNote] = useState('');
  const next = useNext(onClose);
  return (
    <Modal opened onClose={onClose} title={words.skipTitle} closeButtonProps={{ 'aria-label': vi.close }}>
      <form
        className={classes['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          next.mutate({ skip: { dossierId, why: { reason, note } } });
        }}
      >
        <p className={classes['quiet']}>{words.skipText}</p>
        {next.isError && (
          <Notice tone="red" icon="warning" role="alert">
            <p>{problemOf(next.error).fields[0]?.message ?? problemOf(next.error).detail}</p>
          </Notice>
        )}
        <Radio.Group label={words.reason} value={reason} onChange={setReason}>
          <div className={classes['dialog']}>
            {Object.entries(skipReasons).map(([kind, label]) => (
              <Radio key={kind} value={kind} label={label} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={words.note}
          autosize
          minRows={2}
          required={reason === 'other'}
          withAsterisk={false}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes['foot']}>
          <Button type="submit" loading={next.isPending}>
            {words.skip}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
