// Batches: papers go from desk to desk by scanning; a new one is given here, one under way is opened and signed for.

import { Button, NativeSelect } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { batchWords as words } from '../words/batches.ts';
import { batchesQuery, giveBatch } from './batch-queries.ts';
import { BatchReceive } from './batch-receive.tsx';
import { ScanList, type Scanned } from './batch-scan.tsx';
import classes from './batches.module.css';
import { useSession } from './use-session.ts';

export function Batches() {
  const { data } = useQuery(batchesQuery);
  const [opened, setOpened] = useState<string | null>(null);
  const today = useSession().now;
  return (
    <div className={classes['page']}>
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p className={classes['quiet']}>{words.lead}</p>
      {opened === null ? (
        <GiveBatch units={data?.units ?? []} onGiven={setOpened} />
      ) : (
        <BatchReceive key={opened} id={opened} onClose={() => setOpened(null)} />
      )}
      <Section title={words.list}>
        {data?.batches.length === 0 && <p>{words.none}</p>}
        <ul className={classes['list']}>
          {data?.batches.map((batch) => (
            <li key={batch.id}>
              <span>
                <strong>{words.head(batch.name, batch.fromUnit, batch.toUnit)}</strong>
                <span className={classes['quiet']}>
                  {batch.fromOfficer}, {momentText(batch.at, today)}
                </span>
              </span>
              <span>{words.standing(batch.count, batch.missing)}</span>
              <Button
                variant={batch.mayReceive ? 'filled' : 'default'}
                size="xs"
                aria-label={`${words.open} ${batch.name}`}
                onClick={() => setOpened(batch.id)}
              >
                {words.open}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function GiveBatch({
  units,
  onGiven,
}: {
  units: readonly { code: string; name: string }[];
  onGiven: (id: string) => void;
}) {
  const [scanned, setScanned] = useState<readonly Scanned[]>([]);
  const [toUnit, setToUnit] = useState('');
  const intention = useIntention();
  const client = useQueryClient();
  const giving = useMutation({
    mutationFn: (body: { toUnit: string; dossierIds: string[] }) => giveBatch(body, intention.keyFor(body)),
    onSuccess: async (batch) => {
      intention.done();
      say(words.given(batch.name));
      await client.invalidateQueries({ queryKey: ['batches'] });
      onGiven(batch.id);
    },
  });
  return (
    <Section title={words.newBatch} aside={words.scanned(scanned.length)}>
      <ScanList
        onScan={(dossier) => {
          setScanned((before) =>
            before.some(({ id }) => id === dossier.id) ? before : [...before, dossier],
          );
          return null;
        }}
      />
      <ol className={classes['list']}>
        {scanned.map(({ id, code }) => (
          <li key={id}>
            <span>{code}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setScanned(scanned.filter((each) => each.id !== id))}
            >
              {words.remove(code)}
            </Button>
          </li>
        ))}
      </ol>
      <div className={classes['sign']}>
        <NativeSelect
          label={words.toUnit}
          data={[
            { value: '', label: words.choose },
            ...units.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={toUnit}
          onChange={(event) => setToUnit(event.currentTarget.value)}
        />
        <Button
          disabled={scanned.length === 0 || toUnit === ''}
          loading={giving.isPending}
          onClick={() => giving.mutate({ toUnit, dossierIds: scanned.map(({ id }) => id) })}
        >
          {words.give(scanned.length)}
        </Button>
      </div>
      {giving.isError && <p role="alert">{problemOf(giving.error).detail}</p>}
    </Section>
  );
}
