// The list as two-line cards: beside an open dossier, and on phones.

import type { WorklistRow } from '@motcua/server/worklists/schema';
import { deskWords } from '../words/desk.ts';
import { Choose } from './choose.tsx';
import { RowLink } from './row-link.tsx';
import classes from './rows.module.css';
import type { WorklistSearch } from './tabs.ts';
import { RowTime } from './urgency.tsx';
import type { Selection } from './use-selection.ts';

interface WorklistCardsProps {
  rows: readonly WorklistRow[];
  search: WorklistSearch;
  open: string | undefined;
  split: boolean;
  selection: Selection;
}

export function WorklistCards({ rows, search, open, split, selection }: WorklistCardsProps) {
  return (
    <ol className={classes['cards']}>
      {rows.map((row) => (
        <li key={row.id} className={classes['cardRow']} data-chosen={selection.has(row.id) || undefined}>
          <Choose row={row} selection={selection} />
          <RowLink row={row} search={search} split={split} open={row.id === open} className={classes['card']}>
            <span className={classes['cardTop']}>
              <span className={classes['name']}>{row.procedureName}</span>
              <RowTime row={row} />
            </span>
            <span className={classes['cardSub']}>
              <span>
                {row.applicantName} · {row.stepName}
              </span>
              <span title={row.code ?? undefined}>
                {row.code === null ? deskWords.uncoded : shortCode(row.code)}
              </span>
            </span>
          </RowLink>
        </li>
      ))}
    </ol>
  );
}

/** `261109-0003`: the office's own part is the same on every card. */
function shortCode(code: string): string {
  return code.slice(code.indexOf('-') + 1);
}
