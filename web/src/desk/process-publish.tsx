// Publishing a draft from a day on; what stands in the way is said before anybody presses.

import { Button, TextInput } from '@mantine/core';
import type { ProcessView } from '@motcua/server/processes/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { processesKey, publishVersion } from '../process/process-queries.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { processWords } from '../words/process.ts';
import classes from './process-page.module.css';
import { useSession } from './use-session.ts';

const words = processWords.publish;

export function Publish({ view }: { view: ProcessView }) {
  const client = useQueryClient();
  const intention = useIntention();
  const today = useSession().now.slice(0, 10);
  const [from, setFrom] = useState(today);
  const publishing = useMutation({
    mutationFn: () => publishVersion(view.code, view.version, from, intention.keyFor(from)),
    onSuccess: ({ text }) => say(text),
    onError: () => intention.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [processesKey] }),
  });
  const problem = publishing.isError ? problemOf(publishing.error) : null;
  return (
    <Section title={words.title}>
      {view.whyNotPublish !== null ? (
        <Notice tone="slate" icon="pause">
          <p>{view.whyNotPublish}</p>
        </Notice>
      ) : (
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            publishing.mutate();
          }}
        >
          <TextInput
            type="date"
            label={words.from}
            description={words.hint}
            min={today}
            value={from}
            error={problem?.fields[0]?.message ?? problem?.detail}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Button type="submit" loading={publishing.isPending}>
            {words.submit}
          </Button>
        </form>
      )}
    </Section>
  );
}
