// What a list became: each person with the code, the promise and the receipt; printable as it stands.

import { Button } from '@mantine/core';
import { beforeText } from '@motcua/domain/clock-time';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icons.tsx';
import { Section } from '../../ui/section.tsx';
import { listWords as words } from '../../words/lists.ts';
import { receiptUrl } from '../queries.ts';
import { useSession } from '../use-session.ts';
import classes from './list.module.css';
import type { TakenRow } from './list-queries.ts';

interface ListTakenProps {
  taken: readonly TakenRow[];
  /** Null while rows are left. */
  onNext: (() => void) | null;
}

export function ListTaken({ taken, onNext }: ListTakenProps) {
  const today = useSession().now;
  return (
    <Section title={words.done(taken.length)}>
      <div className={classes['buttons']}>
        <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {words.print}
        </Button>
        {onNext !== null && (
          <Button variant="default" onClick={onNext}>
            {words.next}
          </Button>
        )}
      </div>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.due}</th>
            <th scope="col" className={classes['screen']}>
              {words.receipt}
            </th>
          </tr>
        </thead>
        <tbody>
          {taken.map(({ line, fullName, id, code, due }) => (
            <tr key={id}>
              <td>{line}</td>
              <th scope="row">{fullName}</th>
              <td>
                <Link to="/ho-so/$id" params={{ id }}>
                  {code}
                </Link>
              </td>
              <td>{due === null ? words.noDue : beforeText(due, today)}</td>
              <td className={classes['screen']}>
                <a
                  className={classes['receipt']}
                  href={receiptUrl(id, 'a5')}
                  target="_blank"
                  rel="noopener"
                  aria-label={words.receiptOf(code)}
                >
                  <Icon name="print" size={16} />
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
