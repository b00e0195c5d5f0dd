// The list as a table, least time left first: the whole width of a wide screen.

import { dayText, momentText } from '@motcua/domain/clock-time';
import type { WorklistRow } from '@motcua/server/worklists/schema';
import { deskWords } from '../words/desk.ts';
import { absenceWords } from '../words/people.ts';
import { RowLink } from './row-link.tsx';
import classes from './rows.module.css';
import type { WorklistSearch } from './tabs.ts';
import { RowTime } from './urgency.tsx';
import { useSession } from './use-session.ts';

export function WorklistTable({ rows, search }: { rows: readonly WorklistRow[]; search: WorklistSearch }) {
  const { columns } = deskWords;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{columns.dossier}</th>
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
          <Row key={row.id} row={row} search={search} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, search }: { row: WorklistRow; search: WorklistSearch }) {
  const today = useSession().now;
  return (
    <tr>
      <th scope="row">
        <RowLink row={row} search={search} split open={false} className={classes['rowLink']}>
          {row.procedureName}
        </RowLink>
      </th>
      <td className={classes['code']}>{row.code ?? deskWords.uncoded}</td>
      <td>{row.applicantName}</td>
      <td title={row.unitName}>{row.stepName}</td>
      <td title={deskWords.since(momentText(row.since, today))}>
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
