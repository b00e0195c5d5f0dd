// Who has looked at my dossier: asked only when it is opened.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './tracking.module.css';
import { readingsQuery } from './tracking-queries.ts';

export default function ReadingList({ token }: { token: string }) {
  const words = usePortalWords().readings;
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...readingsQuery(token), enabled: open });
  return (
    <details className={classes['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" size={16} />
        {words.title}
      </summary>
      <p className={classes['quiet']}>{words.lead}</p>
      {error !== null && (
        <p role="alert">
          {words.failed}. {problemOf(error).detail}
        </p>
      )}
      {data?.rows.length === 0 && <p>{words.none}</p>}
      <ul lang="vi">
        {data?.rows.map(({ at, when, role, unitName }) => (
          <li key={`${at} ${role} ${unitName}`}>
            {role}, {unitName}
            <time dateTime={at}>{when}</time>
          </li>
        ))}
      </ul>
    </details>
  );
}
