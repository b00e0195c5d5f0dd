// Dossiers of one act on many, each with what will happen, what happened, or why not.

import type { BulkPreview, BulkRun } from '@motcua/server/worklists/schema';
import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../ui/icons.tsx';
import type { Tone } from '../ui/palette.ts';
import { deskWords } from '../words/desk.ts';
import { bulkWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';

interface Result {
  id: string;
  code: string | null;
  procedureName: string;
  applicantName: string;
  tone: Tone;
  icon: IconName;
  text: string;
}

export const foretold = ({ rows }: BulkPreview): Result[] =>
  rows.map(({ possible, ...row }) => ({
    ...row,
    ...(possible
      ? ({ tone: 'green', icon: 'check' } as const)
      : ({ tone: 'amber', icon: 'warning' } as const)),
  }));

const looks = {
  waiting: { tone: 'grey', icon: 'clock' },
  done: { tone: 'green', icon: 'check' },
  refused: { tone: 'amber', icon: 'warning' },
} as const;

export const settled = ({ rows }: BulkRun): Result[] =>
  rows.map(({ state, text, ...row }) => ({ ...row, ...looks[state], text: text ?? words.states[state] }));

export function BulkResults({ rows, heading }: { rows: readonly Result[]; heading: string }) {
  return (
    <table className={classes['results']}>
      <thead>
        <tr>
          <th scope="col">{words.columns.dossier}</th>
          <th scope="col">{words.columns.applicant}</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/ho-so/$id" params={{ id: row.id }}>
                {row.procedureName}
              </Link>
              <span className={classes['code']}>{row.code ?? deskWords.uncoded}</span>
            </th>
            <td>{row.applicantName}</td>
            <td>
              <span className={classes['result']} data-tone={row.tone}>
                <Icon name={row.icon} size={16} />
                {row.text}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
