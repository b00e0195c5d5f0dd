// What can be done to the dossiers that are chosen: at the foot of the list, as long as any are.

import { Button } from '@mantine/core';
import type { BulkType } from '@motcua/server/worklists/schema';
import { bulkWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';
import { mostChosen, type Selection } from './use-selection.ts';

interface BulkBarProps {
  selection: Selection;
  total: number;
  onAct: (type: BulkType) => void;
}

const types = Object.keys(words.types) as BulkType[];

export function BulkBar({ selection, total, onAct }: BulkBarProps) {
  const { count } = selection;
  if (count === 0) return null;
  return (
    <section className={classes['bar']} aria-label={words.bar}>
      <strong role="status">{words.chosen(count)}</strong>
      <span className={classes['acts']}>
        {types.map((type, index) => (
          <Button
            key={type}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => onAct(type)}
          >
            {words.types[type]}
          </Button>
        ))}
      </span>
      <span className={classes['more']}>
        {count < Math.min(total, mostChosen) && (
          <Button size="xs" variant="subtle" onClick={() => void selection.everything()}>
            {total > mostChosen ? words.most(mostChosen) : words.everything(total)}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={selection.clear}>
          {words.none}
        </Button>
      </span>
    </section>
  );
}
