// A batch under way: who signed for which dossier; the receiving desk scans each and signs, what is missing stays in sight.

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { batchWords as words } from '../words/batches.ts';
import { batchQuery, batchRecordUrl, receiveBatch, takeBackMissing } from './batch-queries.ts';
import { ScanList } from './batch-scan.tsx';
import classes from './batches.module.css';

export function BatchReceive({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: batch } = useQuery(batchQuery(id));
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const intention = useIntention();
  const client = useQueryClient();
  const settled = async () => {
    intention.done();
    setScanned([]);
    await client.invalidateQueries({ queryKey: ['batches'] });
  };
  const receiving = useMutation({
    mutationFn: (ids: string[]) => receiveBatch(id, ids, intention.keyFor(ids)),
    onSuccess: async ({ name }) => {
      say(words.received(name));
      await settled();
    },
  });
  const takingBack = useMutation({ mutationFn: () => takeBackMissing(id), onSuccess: settled });
  if (batch === undefined) return null;
  const missing = batch.lines.filter(({ receivedBy }) => receivedBy === null);
  const error = receiving.error ?? takingBack.error;
  return (
    <Section
      title={words.head(batch.name, batch.fromUnit, batch.toUnit)}
      aside={words.standing(batch.lines.length, missing.length)}
    >
      {batch.mayReceive && missing.length > 0 && (
        <ScanList
          onScan={(dossier) => {
            if (!missing.some(({ dossierId }) => dossierId === dossier.id))
              return words.notHere(dossier.code);
            setScanned((before) => (before.includes(dossier.id) ? before : [...before, dossier.id]));
            return null;
          }}
        />
      )}
      <ol className={classes['list']}>
        {batch.lines.map(({ dossierId, code, procedureName, receivedBy }) => (
          <li key={dossierId}>
            <span>
              <strong>{code}</strong>
              <span className={classes['quiet']}>{procedureName}</span>
            </span>
            <span>
              {receivedBy === null
                ? scanned.includes(dossierId)
                  ? words.ready
                  : words.missing
                : words.signed(receivedBy)}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes['sign']}>
        {batch.mayReceive && scanned.length > 0 && (
          <Button loading={receiving.isPending} onClick={() => receiving.mutate([...scanned])}>
            {words.receive(scanned.length)}
          </Button>
        )}
        {batch.mayTakeBack && missing.length > 0 && (
          <Button variant="default" loading={takingBack.isPending} onClick={() => takingBack.mutate()}>
            {words.takeBack(missing.length)}
          </Button>
        )}
        <Button variant="default" component="a" href={batchRecordUrl(id)} target="_blank" rel="noopener">
          {words.print}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {words.newBatch}
        </Button>
      </div>
      {error !== null && <p role="alert">{problemOf(error).detail}</p>}
    </Section>
  );
}
