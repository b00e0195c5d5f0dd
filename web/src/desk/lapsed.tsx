// A word to an officer whose time with a dossier ran out: it lies on the pile again, and may be taken again.

import type { Worklist } from '@motcua/server/worklists/schema';
import { Link } from '@tanstack/react-router';
import { Notice } from '../ui/notice.tsx';
import { deskWords } from '../words/desk.ts';
import { holdWords as words } from '../words/worklist.ts';
import classes from './worklist.module.css';

export function Lapsed({ lapsed }: { lapsed: Worklist['lapsed'] }) {
  if (lapsed.length === 0) return null;
  return (
    <div className={classes['failed']}>
      <Notice tone="amber" icon="hourglass" title={words.lapsedTitle(lapsed.length)} role="status">
        <p>{words.lapsedText}</p>
        <ul>
          {lapsed.map(({ id, code, procedureName }) => (
            <li key={id}>
              <Link to="/ho-so/$id" params={{ id }}>
                {procedureName}
              </Link>{' '}
              · {code ?? deskWords.uncoded}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
