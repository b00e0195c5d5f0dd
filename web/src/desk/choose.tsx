// The tick of one row: chosen for an act on many; with shift, everything from the one ticked before.

import { Checkbox } from '@mantine/core';
import type { WorklistRow } from '@motcua/server/worklists/schema';
import { bulkWords } from '../words/worklist.ts';
import classes from './rows.module.css';
import type { Selection } from './use-selection.ts';

export function Choose({ row, selection }: { row: WorklistRow; selection: Selection }) {
  return (
    <Checkbox
      size="xs"
      className={classes['choose'] ?? ''}
      aria-label={bulkWords.choose(`${row.procedureName}, ${row.applicantName}`)}
      checked={selection.has(row.id)}
      onChange={() => undefined}
      onClick={(event) => selection.toggle(row.id, event.shiftKey)}
    />
  );
}
