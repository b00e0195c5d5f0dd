// Who a notice is for and of which dossier: the first line of a row, whose link opens the dossier.

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { noticeWords } from '../words/notices.ts';
import classes from './notices.module.css';

interface NoticeHeadProps {
  row: { dossierId: string; applicantName: string; procedureName: string; code: string | null };
  /** At the end of the line. */
  note: ReactNode;
}

export function NoticeHead({ row, note }: NoticeHeadProps) {
  return (
    <div className={classes['head']}>
      <h2>
        <Link to="/ho-so/$id" params={{ id: row.dossierId }} data-row={row.dossierId}>
          {row.applicantName}
        </Link>
      </h2>
      <span className={classes['quiet']}>{note}</span>
      <p className={classes['dossier']}>
        {row.procedureName} · {row.code ?? noticeWords.uncoded}
      </p>
    </div>
  );
}
