// The worklist: tabs with counts, search, the list, and the open dossier beside it on wide screens.

import { useMediaQuery } from '@mantine/hooks';
import type { BulkType } from '@motcua/server/worklists/schema';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../ui/use-keys.ts';
import { deskWords } from '../words/desk.ts';
import { BulkBar } from './bulk-bar.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { Dossier } from './dossier.tsx';
import { Lapsed } from './lapsed.tsx';
import { useNext } from './next-dossier.tsx';
import { worklistQuery } from './queries.ts';
import { useRememberedView } from './use-remembered-view.ts';
import { useSelection } from './use-selection.ts';
import { useWalk } from './use-walk.ts';
import classes from './worklist.module.css';
import { WorklistBody } from './worklist-body.tsx';
import { WorklistHead } from './worklist-head.tsx';
import type { Chosen } from './worklist-queries.ts';

export function Worklist() {
  const search = useSearch({ from: '/desk/ban-lam-viec' });
  const { tab = 'mine', hs } = search;
  const navigate = useNavigate();
  const split = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const list = useQuery(worklistQuery(search));
  const searchBox = useRef<HTMLInputElement>(null);
  const listBox = useRef<HTMLDivElement>(null);
  const open = split ? hs : undefined;
  const rows = list.data?.rows ?? [];
  const selection = useSelection(search, rows);
  const [bulk, setBulk] = useState<{ type: BulkType; chosen: Chosen } | null>(null);
  useRememberedView(search);
  const next = useNext();

  useEffect(() => {
    if (!split && hs !== undefined) void navigate({ to: '/ho-so/$id', params: { id: hs }, replace: true });
  }, [split, hs, navigate]);

  useEffect(() => {
    listBox.current?.querySelector('[data-row][aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [open, list.data === undefined]);

  const close = () => {
    const rowOf = (id: string) => listBox.current?.querySelector<HTMLElement>(`[data-row="${id}"]`);
    void navigate({ to: '/ban-lam-viec', search: withoutOpen(search) }).then(() =>
      // The list takes another shape; wait until it is drawn.
      requestAnimationFrame(() => (rowOf(hs ?? '') ?? rowOf(list.data?.rows[0]?.id ?? ''))?.focus()),
    );
  };
  const walk = useWalk(listBox, open, rows);
  /** The row under the hand: the one in focus, else the open one. */
  const here = () =>
    document.activeElement?.closest('li, tr')?.querySelector<HTMLElement>('[data-row]')?.dataset['row'] ??
    open;
  const choose = (range: boolean) => {
    const id = here();
    if (id !== undefined) selection.toggle(id, range);
  };
  const act = (type: BulkType) => {
    const row = rows.find(({ id }) => id === here());
    const alone = row === undefined ? [] : [{ id: row.id, version: row.version }];
    const chosen = selection.count > 0 ? selection.chosen : alone;
    if (chosen.length > 0) setBulk({ type, chosen });
  };
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    x: () => choose(false),
    X: () => choose(true),
    a: () => act('assign'),
    t: () => next.mutate({ skip: null }),
    o: () => document.activeElement?.closest<HTMLElement>('[data-row]')?.click(),
    '/': () => searchBox.current?.select(),
    ...(open === undefined ? {} : { Escape: close }),
  });
  return (
    <div className={classes['split']} data-open={open !== undefined || undefined}>
      <title>{deskWords.pageTitle(deskWords.tabs[tab])}</title>
      <section className={classes['list']} aria-label={deskWords.list} ref={listBox}>
        <WorklistHead search={search} counts={list.data?.counts} searchBox={searchBox} next={next} />
        <Lapsed lapsed={list.data?.lapsed ?? []} />
        <WorklistBody list={list} search={search} open={open} split={split} selection={selection} />
        <BulkBar selection={selection} total={list.data?.total ?? 0} onAct={act} />
      </section>
      {open !== undefined && (
        <section className={classes['detail']} aria-label={deskWords.detail}>
          <Dossier key={open} id={open} onClose={close} />
        </section>
      )}
      {bulk !== null && (
        <BulkDialog
          {...bulk}
          onClose={(started) => {
            setBulk(null);
            if (started) selection.clear();
          }}
        />
      )}
    </div>
  );
}

function withoutOpen<Search extends { hs?: string }>({ hs: _open, ...rest }: Search) {
  return rest;
}
