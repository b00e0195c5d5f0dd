// One act on many dossiers: what it needs to be told, the preview of each, then progress and result of each.

import { Button, Modal, NativeSelect, Progress, Textarea } from '@mantine/core';
import type { Action } from '@motcua/domain/dossier-action';
import type { BulkType } from '@motcua/server/worklists/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { vi } from '../words/vi.ts';
import { bulkWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';
import { BulkResults, foretold, settled } from './bulk-results.tsx';
import { bulkRunQuery, type Chosen, choicesQuery, previewBulk, startBulk } from './worklist-queries.ts';

interface BulkDialogProps {
  type: BulkType;
  /** As they were when the dialog opened. */
  chosen: Chosen;
  /** `started`: the act was asked for, not only looked at. */
  onClose: (started: boolean) => void;
}

export function BulkDialog({ type, chosen, onClose }: BulkDialogProps) {
  const [run, setRun] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={() => onClose(run !== null)}
      size="xl"
      title={words.title(words.types[type], chosen.length)}
      closeButtonProps={{ 'aria-label': vi.close }}
    >
      {run === null ? (
        <Prepare type={type} chosen={chosen} onStarted={setRun} />
      ) : (
        <Watch id={run} onClose={() => onClose(true)} />
      )}
    </Modal>
  );
}

const asksNothing = (type: BulkType) => type !== 'assign' && type !== 'release';

function Prepare({
  type,
  chosen,
  onStarted,
}: Omit<BulkDialogProps, 'onClose'> & { onStarted: (id: string) => void }) {
  const [officerId, setOfficer] = useState('');
  const [reason, setReason] = useState('');
  const officers = useQuery({ ...choicesQuery, enabled: type === 'assign' }).data?.officers ?? [];
  const intention = useIntention();
  const action = actionOf(type, officerId, reason);
  const preview = useMutation({ mutationFn: (asked: Action) => previewBulk(asked, chosen) });
  const start = useMutation({
    mutationFn: ({ asked, dossiers }: { asked: Action; dossiers: Chosen }) =>
      startBulk(asked, dossiers, intention.keyFor({ asked, dossiers })),
    onSuccess: ({ id }) => onStarted(id),
  });
  const { mutate: look } = preview;
  useEffect(() => {
    if (asksNothing(type)) look(actionOf(type, '', ''));
  }, [type, look]);
  const error = preview.error ?? start.error;
  const shown = preview.data;
  const possible = new Set(shown?.rows.filter((row) => row.possible).map(({ id }) => id));
  return (
    <form
      className={classes['dialog']}
      onSubmit={(event) => {
        event.preventDefault();
        if (shown === undefined) look(action);
        else start.mutate({ asked: action, dossiers: chosen.filter(({ id }) => possible.has(id)) });
      }}
    >
      {type === 'assign' && (
        <NativeSelect
          label={words.officer}
          required
          data-autofocus
          value={officerId}
          data={[
            { value: '', label: words.pickOfficer },
            ...officers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            preview.reset();
            setOfficer(event.currentTarget.value);
          }}
        />
      )}
      {type === 'release' && (
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          required
          withAsterisk={false}
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => {
            preview.reset();
            setReason(event.currentTarget.value);
          }}
        />
      )}
      {error !== null && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problemOf(error).fields[0]?.message ?? problemOf(error).detail}</p>
        </Notice>
      )}
      {preview.isPending && <p role="status">{words.looking}</p>}
      {shown !== undefined && (
        <>
          <p role="status">{words.possible(shown.possible, shown.rows.length)}</p>
          <BulkResults rows={foretold(shown)} heading={words.columns.what} />
        </>
      )}
      <div className={classes['foot']}>
        <Button type="submit" loading={preview.isPending || start.isPending} disabled={shown?.possible === 0}>
          {shown === undefined ? words.look : words.start(shown.possible)}
        </Button>
      </div>
    </form>
  );
}

function Watch({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useQueryClient();
  const { data: run } = useQuery(bulkRunQuery(id));
  const finished = run?.finished === true;
  useEffect(() => {
    if (finished) void client.invalidateQueries({ queryKey: ['worklist'] });
  }, [finished, client]);
  if (run === undefined) return <p role="status">{words.looking}</p>;
  const ended = run.done + run.refused;
  return (
    <div className={classes['dialog']}>
      <Progress value={(100 * ended) / run.total} aria-label={words.progress(ended, run.total)} />
      <p role="status">
        {finished ? words.finished(run.done, run.refused) : words.progress(ended, run.total)}
      </p>
      {!finished && <p className={classes['quiet']}>{words.leave}</p>}
      <BulkResults rows={settled(run)} heading={words.columns.result} />
      <div className={classes['foot']}>
        <Button onClick={onClose}>{vi.close}</Button>
        <Button variant="default" renderRoot={(props) => <Link to="/hang-loat" {...props} />}>
          {words.runs}
        </Button>
      </div>
    </div>
  );
}

function actionOf(type: BulkType, officerId: string, reason: string): Action {
  switch (type) {
    case 'assign':
      return { type, officerId };
    case 'release':
      return { type, reason };
    case 'pass_on':
      return { type, note: null };
    case 'claim':
    case 'approve':
      return { type };
  }
}
