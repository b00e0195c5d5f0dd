// The link of one row: opens beside the list on wide screens, as its own page elsewhere.

import type { WorklistRow } from '@motcua/server/worklists/schema';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorklistSearch } from './tabs.ts';

interface RowLinkProps {
  row: WorklistRow;
  search: WorklistSearch;
  split: boolean;
  open: boolean;
  className: string | undefined;
  children: ReactNode;
}

export function RowLink({ row, search, split, open, className, children }: RowLinkProps) {
  const shared = {
    className: className ?? '',
    'data-row': row.id,
    'aria-current': open ? ('true' as const) : undefined,
    activeProps: {},
  };
  return split ? (
    <Link to="/ban-lam-viec" search={{ ...search, hs: row.id }} resetScroll={false} {...shared}>
      {children}
    </Link>
  ) : (
    <Link to="/ho-so/$id" params={{ id: row.id }} {...shared}>
      {children}
    </Link>
  );
}
