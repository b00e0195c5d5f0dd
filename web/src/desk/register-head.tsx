// Above the register: the period by two days or by one press, words to find; all of it lives in the address.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { dateOfDay, dayNumber } from '@motcua/domain/time';
import type { RegisterPage } from '@motcua/server/papers/schema';
import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { registerWords as words } from '../words/papers.ts';
import type { RegisterAsked } from './papers-queries.ts';
import classes from './register.module.css';

interface RegisterHeadProps {
  asked: RegisterAsked;
  today: string;
  searchBox: RefObject<HTMLInputElement | null>;
  /** Of agencies that were merged into this one. */
  books: RegisterPage['books'];
}

export function RegisterHead({ asked, today, searchBox, books }: RegisterHeadProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(asked);
  const set = (part: Partial<RegisterAsked>) => setTyped({ ...typed, ...part });
  return (
    <>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const q = typed.q.trim();
          const search = { tu: typed.from, den: typed.to, ...(q === '' ? {} : { q }), ...bookOf(typed.book) };
          void navigate({ to: '/so-theo-doi', search });
        }}
      >
        <TextInput
          type="date"
          label={words.from}
          value={typed.from}
          max={typed.to}
          required
          withAsterisk={false}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={typed.to}
          min={typed.from}
          required
          withAsterisk={false}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput
          ref={searchBox}
          className={classes['search'] ?? ''}
          type="search"
          label={words.search}
          value={typed.q}
          maxLength={200}
          onChange={(event) => set({ q: event.currentTarget.value })}
        />
        {books.length > 0 && (
          <NativeSelect
            label={words.book}
            value={typed.book ?? ''}
            data={[
              { value: '', label: words.ownBook },
              ...books.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const { book: _, ...rest } = typed;
              const chosen = event.currentTarget.value;
              setTyped(chosen === '' ? rest : { ...rest, book: chosen });
            }}
          />
        )}
        <Button type="submit">{words.show}</Button>
      </form>
      <nav className={classes['periods']} aria-label={words.periodsLabel}>
        {Object.entries(periodsOf(today)).map(([name, [tu, den]]) => (
          <Link
            key={name}
            to="/so-theo-doi"
            search={{ tu, den, ...(asked.q === '' ? {} : { q: asked.q }), ...bookOf(asked.book) }}
            aria-current={tu === asked.from && den === asked.to ? 'page' : undefined}
          >
            {words.periods[name as keyof typeof words.periods]}
          </Link>
        ))}
      </nav>
    </>
  );
}

function bookOf(book: string | undefined): { so?: string } {
  return book === undefined ? {} : { so: book };
}

function periodsOf(today: string): Record<keyof typeof words.periods, [from: string, to: string]> {
  const first = `${today.slice(0, 8)}01`;
  const before = dateOfDay(dayNumber(first) - 1);
  return {
    month: [first, today],
    before: [`${before.slice(0, 8)}01`, before],
    year: [`${today.slice(0, 4)}-01-01`, today],
  };
}
