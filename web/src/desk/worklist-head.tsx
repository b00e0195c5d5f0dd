// Above the list: the tabs with how many each holds, and the search box. Both live in the address.

import { TextInput, UnstyledButton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { deskWords } from '../words/desk.ts';
import { NextButton, type useNext } from './next-dossier.tsx';
import { type Tab, tabs, type WorklistSearch } from './tabs.ts';
import classes from './worklist.module.css';
import { WorklistFilters } from './worklist-filters.tsx';
import { withFilter } from './worklist-search.ts';

const typingPauseMs = 200;

interface WorklistHeadProps {
  search: WorklistSearch;
  counts: Record<Tab, number> | undefined;
  searchBox: RefObject<HTMLInputElement | null>;
  next: ReturnType<typeof useNext>;
}

export function WorklistHead({ search, counts, searchBox, next }: WorklistHeadProps) {
  const { tab = 'mine', q = '' } = search;
  const headRef = useRef<HTMLElement>(null);
  useEffect(() => {
    const head = headRef.current;
    if (head === null) return;
    // The heads of the columns stay below this one, however many rows of it there are.
    const watch = new ResizeObserver(() =>
      head.parentElement?.style.setProperty('--head-height', `${head.offsetHeight}px`),
    );
    watch.observe(head);
    return () => watch.disconnect();
  }, []);
  const { hs: _open, ...rest } = withFilter(search, {});
  return (
    <header className={classes['head']} ref={headRef}>
      <h1 className="mc-hidden">{deskWords.title}</h1>
      <nav aria-label={deskWords.tabsLabel} className={classes['tabs']}>
        {tabs.map((name) => (
          <Link
            key={name}
            to="/ban-lam-viec"
            search={{ ...rest, tab: name }}
            className={classes['tab'] ?? ''}
            aria-current={name === tab ? 'page' : undefined}
            data-late={(name === 'late' && (counts?.late ?? 0) > 0) || undefined}
          >
            <span>{deskWords.tabs[name]}</span>
            <span className={classes['count']}>{counts?.[name] ?? ''}</span>
          </Link>
        ))}
      </nav>
      <span className={classes['tools']}>
        <NextButton next={next} />
        <WorklistFilters search={search} />
      </span>
      <SearchBox q={q} searchBox={searchBox} />
    </header>
  );
}

function SearchBox({ q, searchBox }: { q: string; searchBox: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (q !== asked) {
    setAsked(q);
    setTyped(q);
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === asked) return;
    const timer = window.setTimeout(() => {
      setAsked(wanted);
      void navigate({
        to: '/ban-lam-viec',
        search: ({ q: _q, offset: _offset, ...rest }) => ({
          tab: 'mine' as const,
          ...rest,
          ...(wanted === '' ? {} : { q: wanted }),
        }),
        replace: true,
      });
    }, typingPauseMs);
    return () => window.clearTimeout(timer);
  }, [typed, asked, navigate]);
  return (
    <TextInput
      ref={searchBox}
      className={classes['search'] ?? ''}
      type="search"
      aria-label={deskWords.search}
      placeholder={deskWords.search}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        typed === '' ? (
          <kbd className={`mc-key-hint ${classes['slash'] ?? ''}`}>{deskWords.searchKey}</kbd>
        ) : (
          <UnstyledButton
            aria-label={deskWords.clearSearch}
            onClick={() => {
              setTyped('');
              searchBox.current?.focus();
            }}
          >
            <Icon name="cross" size={14} />
          </UnstyledButton>
        )
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
      }}
    />
  );
}
