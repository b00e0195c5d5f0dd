// The worklist: tabs with counts, search, the list, and the open dossier beside it on wide screens.

import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useKeys } from '../ui/use-keys.ts';
import { deskWords } from '../words/desk.ts';
import { Dossier } from './dossier.tsx';
import { worklistQuery } from './queries.ts';
import { useWalk } from './use-walk.ts';
import classes from './worklist.module.css';
import { WorklistBody } from './worklist-body.tsx';
import { WorklistHead } from './worklist-head.tsx';

export function Worklist() {
  const search = useSearch({ from: '/desk/ban-lam-viec' });
  const { tab = 'mine', q = '', offset = 0, hs } = search;
  const navigate = useNavigate();
  const split = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const list = useQuery(worklistQuery(tab, q, offset));
  const searchBox = useRef<HTMLInputElement>(null);
  const listBox = useRef<HTMLDivElement>(null);
  const open = split ? hs : undefined;

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
  const walk = useWalk(listBox, open, list.data?.rows ?? []);
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    o: () => document.activeElement?.closest<HTMLElement>('[data-row]')?.click(),
    '/': () => searchBox.current?.select(),
    ...(open === undefined ? {} : { Escape: close }),
  });
  return (
    <div className={classes['split']} data-open={open !== undefined || undefined}>
      <title>{deskWords.pageTitle(deskWords.tabs[tab])}</title>
      <section className={classes['list']} aria-label={deskWords.list} ref={listBox}>
        <WorklistHead search={search} counts={list.data?.counts} searchBox={searchBox} />
        <WorklistBody list={list} search={search} open={open} split={split} />
      </section>
      {open !== undefined && (
        <section className={classes['detail']} aria-label={deskWords.detail}>
          <Dossier key={open} id={open} onClose={close} />
        </section>
      )}
    </div>
  );
}

function withoutOpen<Search extends { hs?: string }>({ hs: _open, ...rest }: Search) {
  return rest;
}
