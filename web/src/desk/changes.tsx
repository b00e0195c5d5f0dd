// What happened to a dossier while somebody was about to act on it: who did what, and when.

import type { Problem } from '../api.ts';
import { shortClock } from '../words/dates.ts';
import classes from './actions/actions.module.css';

export function Changes({ changes }: Pick<Problem, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <ul className={classes['changes']}>
      {changes.map(({ at, text, actorName }) => (
        <li key={`${at}${text}`}>
          <time dateTime={at}>{shortClock(at)}</time> {text} ({actorName})
        </li>
      ))}
    </ul>
  );
}
