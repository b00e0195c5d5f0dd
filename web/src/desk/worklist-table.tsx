// The list as a table, least time left first: the whole width of a wide screen.

import { Checkbox } from '@mantine/core';
import { dayText, momentText } from '@motcua/domain/clock-time';
import type { WorklistRow } from '@motcua/server/worklists/schema';
import { deskWords } from '../words/desk.ts';
import { absenceWords } from '../words/people.ts';
import { bulkWords, holdWords } from '../words/worklist.ts';
import { Choose } from './choose.tsx';
import { RowLink } from './row-link.tsx';
import classes from './rows.module.css';
import type { WorklistSearch } from './tabs.ts';
import { RowTime } from './urgency.tsx';
import type { Selection } from './use-selection.ts';
import { useSession } from './use-session.ts';

interface TableProps {
  rows: readonly WorklistRow[];
  search: WorklistSearch;
  selection: Selection;
}

export function WorklistTable({ rows, search, selection }: TableProps) {
  const { columns } = deskWords;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes['first']}>
              <Checkbox
                size="xs"
                aria-label={bulkWords.chooseAll}
                checked={rows.every(({ id }) => selection.has(id))}
                indeterminate={selection.count > 0 && !rows.every(({ id }) => selection.has(id))}
                onChange={selection.togglePage}
              />
              {columns.dossier}
            </span>
          </th>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.applicant}</th>
          <th scope="col">{columns.step}</th>
          <th scope="col">{columns.holder}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.left}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} search={search} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, search, selection }: Omit<TableProps, 'rows'> & { row: WorklistRow }) {
  const today = useSession().now;
  return (
    <tr data-chosen={selection.has(row.id) || undefined}>
      <th scope="row">
        <span className={classes['first']}>
          <Choose row={row} selection={selection} />
          <RowLink row={row} search={search} split open={false} className={classes['rowLink']}>
            {row.procedureName}
          </RowLink>
        </span>
      </th>
      <td className={classes['code']}>{row.code ?? deskWords.uncoded}</td>
      <td>{row.applicantName}</td>
      <td title={row.unitName}>{row.stepName}</td>
      <td title={holdTitle(row, today)}>
        {row.holderName ?? <span className={classes['quiet']}>{deskWords.nobody}</span>}
        {row.inPlace && <span className={classes['quiet']}> ({absenceWords.inPlace})</span>}
      </td>
      <td title={row.due === null ? undefined : momentText(row.due, today)}>
        {row.due === null ? (
          <span className={classes['quiet']}>
            {row.urgency === 'paused' ? deskWords.pausedDue : deskWords.noDue}
          </span>
        ) : (
          dayText(row.due.slice(0, 10), today)
        )}
      </td>
      <td title={row.duty?.text ?? row.timeText}>
        <RowTime row={row} />
      </td>
    </tr>
  );
}

/** Since when somebody has it, and until when they hold it. */
function holdTitle({ since, heldUntil }: WorklistRow, today: string): string {
  const from = deskWords.since(momentText(since, today));
  return heldUntil === null ? from : `${from}, ${holdWords.until(momentText(heldUntil, today))}`;
}
