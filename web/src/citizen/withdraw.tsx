// Withdrawing: what it will do is said first, whose wish it is says the number; nothing else on the page ends a dossier.

import type { TrackingView, WithdrawBody } from '@motcua/server/tracking/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './tracking.module.css';
import { trackingQuery, withdraw } from './tracking-queries.ts';

interface WithdrawProps {
  token: string;
  version: number;
  withdrawal: NonNullable<TrackingView['withdrawal']>;
}

export default function Withdraw({ token, version, withdrawal }: WithdrawProps) {
  const words = usePortalWords().withdraw;
  return (
    <details id="rut" className={classes['fold']}>
      <summary>
        <Icon name="chevron" size={16} />
        {words.title}
      </summary>
      {withdrawal.why !== null ? (
        <p lang="vi">{withdrawal.why}</p>
      ) : (
        <>
          <p>{words.law}</p>
          <h3>{words.after}</h3>
          <ul className={classes['after']} lang="vi">
            {withdrawal.after.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p className={classes['quiet']}>{words.who}</p>
          <Form token={token} version={version} />
        </>
      )}
    </details>
  );
}

function Form({ token, version }: Omit<WithdrawProps, 'withdrawal'>) {
  const words = usePortalWords().withdraw;
  const id = useId();
  const client = useQueryClient();
  const [digits, setDigits] = useState('');
  const [reason, setReason] = useState('');
  const intention = useIntention();
  const asking = useMutation({
    mutationFn: (body: WithdrawBody) => withdraw(token, body, intention.keyFor(body)),
    onSettled: () => client.invalidateQueries({ queryKey: trackingQuery(token).queryKey }),
  });
  const problem = asking.isError ? problemOf(asking.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate({ version, digits, reason });
  };
  return (
    <form onSubmit={submit} className={classes['ending']}>
      <label htmlFor={`${id}-digits`}>{words.digits}</label>
      <input
        id={`${id}-digits`}
        inputMode="numeric"
        autoComplete="off"
        required
        value={digits}
        onChange={(event) => setDigits(event.currentTarget.value)}
      />
      <label htmlFor={`${id}-reason`}>{words.reason}</label>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem !== null && (
        <Notice tone="red" icon="warning" title={words.failed} role="alert">
          <p>{problem.fields[0]?.message ?? problem.detail}</p>
        </Notice>
      )}
      <button type="submit" className={classes['second-button']} disabled={asking.isPending}>
        {words.submit}
      </button>
    </form>
  );
}
