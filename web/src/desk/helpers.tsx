// Điểm tiếp nhận: the accounts of helpers, idle ones first, how much each helps, and shutting one.

import { Button, Modal } from '@mantine/core';
import type { HelperList } from '@motcua/server/helpers/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Chip, Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { helperWords as words } from '../words/helpers.ts';
import { peopleWords } from '../words/people.ts';
import { vi } from '../words/vi.ts';
import { helpersQuery } from './helper-queries.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './people.module.css';
import { change } from './people-queries.ts';

type Helper = HelperList['rows'][number];

export function Helpers() {
  const list = useQuery(helpersQuery);
  const [shutting, setShutting] = useState<Helper | null>(null);
  return (
    <section className={classes['page']} aria-label={words.listTitle}>
      <title>{words.listPageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.listTitle}</h1>
        <p>{words.listLead}</p>
      </header>
      <div className={classes['body']}>
        {list.data === undefined ? (
          list.isError ? (
            <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
          ) : (
            <ListWaiting rows={4} height={48} />
          )
        ) : (
          <>
            {list.data.rows.length === 0 && <p className={classes['quiet']}>{words.noHelpers}</p>}
            <ul className={classes['posts']}>
              {list.data.rows.map((row) => (
                <li key={row.officerId}>
                  <div>
                    <span className={classes['name']}>{row.politeName}</span>
                    <span className={classes['quiet']}>
                      {row.unitName} · {row.username}
                      {row.supervisorName !== null && ` · ${peopleWords.supervised(row.supervisorName)}`}
                    </span>
                    <Chip tone={row.idle ? 'amber' : 'green'} icon={row.idle ? 'clock' : 'check'}>
                      {row.lastUsedText}
                    </Chip>
                    <span>{words.helped(row.last30Days, row.ever)}</span>
                  </div>
                  <Button size="xs" variant="default" onClick={() => setShutting(row)}>
                    {peopleWords.acts.disable}
                    <span className="mc-hidden">{row.politeName}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Modal
        opened={shutting !== null}
        onClose={() => setShutting(null)}
        title={peopleWords.acts.disable}
        closeButtonProps={{ 'aria-label': vi.close }}
      >
        {shutting !== null && <Shut helper={shutting} onDone={() => setShutting(null)} />}
      </Modal>
    </section>
  );
}

function Shut({ helper, onDone }: { helper: Helper; onDone: () => void }) {
  const client = useQueryClient();
  const intention = useIntention();
  const shut = useMutation({
    mutationFn: () => change(`/helpers/${helper.officerId}/disable`, {}, intention.keyFor(helper.officerId)),
    onSuccess: async ({ text }) => {
      say(text);
      onDone();
      await client.invalidateQueries(helpersQuery);
    },
  });
  return (
    <>
      <p className={classes['lead']}>{peopleWords.disableLead(helper.politeName)}</p>
      {shut.isError && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problemOf(shut.error).detail}</p>
        </Notice>
      )}
      <Button loading={shut.isPending} onClick={() => shut.mutate()}>
        {peopleWords.acts.disable}
      </Button>
    </>
  );
}
