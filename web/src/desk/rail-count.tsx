// How much waits at a place: a number to see, a sentence to hear, and nothing for none.

import { useFrameWords } from '../words/use-frame.ts';
import classes from './rail.module.css';

export function Waiting({ count = 0 }: { count?: number | undefined }) {
  const words = useFrameWords().rail;
  if (count === 0) return null;
  return (
    <span className={classes['count']}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="mc-hidden">{words.waiting(count)}</span>
    </span>
  );
}
