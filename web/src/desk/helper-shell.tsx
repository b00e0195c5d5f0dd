// The whole desk of a helper outside the office: filing for somebody, and what became of it. Nothing else is here.

import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import type { AssistedList } from '@motcua/server/helpers/schema';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Section } from '../ui/section.tsx';
import { helperWords as words } from '../words/helpers.ts';
import { vi } from '../words/vi.ts';
import { HelperForm } from './helper-form.tsx';
import { assistedQuery } from './helper-queries.ts';
import { ListFailed } from './list-states.tsx';
import classes from './people.module.css';
import { proceduresQuery } from './queries.ts';
import { signOut } from './session.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { useSession } from './use-session.ts';

export function HelperShell() {
  const { officer, agency } = useSession();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const leave = async () => {
    await signOut();
    await navigate({ to: '/dang-nhap', search: { ra: 1 } });
  };
  return (
    <main id="main" className={classes['page']}>
      <title>{words.pageTitle}</title>
      <header className={classes['helperHead']}>
        <Mark size={32} />
        <div className={classes['head']}>
          <h1>{words.title}</h1>
          <p>
            {officer.unitName} · {officer.politeName} · {agency.officeName}
          </p>
        </div>
        <Button variant="default" onClick={() => void leave()}>
          {vi.rail.signOut}
        </Button>
      </header>
      <div className={classes['body']}>
        <Section title={words.file}>
          {code === '' ? (
            <PickProcedure pick={setCode} />
          ) : (
            <HelperForm key={code} code={code} onDone={() => setCode('')} />
          )}
        </Section>
        <Brought />
      </div>
      <SignInAgain />
      <Notifications position="bottom-right" containerWidth={380} limit={2} />
    </main>
  );
}

function PickProcedure({ pick }: { pick: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery(proceduresQuery(asked));
  return (
    <>
      <TextInput
        type="search"
        label={words.search}
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes['posts']}>
        {found.data?.rows.slice(0, 8).map((row) => (
          <li key={row.code}>
            <div>
              <span className={classes['name']}>{row.shortName}</span>
              <span className={classes['quiet']}>{row.termText}</span>
            </div>
            <Button size="xs" variant="default" onClick={() => pick(row.code)}>
              {words.pick}
              <span className="mc-hidden">{row.shortName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Brought() {
  const list = useQuery(assistedQuery);
  return (
    <Section title={words.brought(list.data?.total ?? 0)}>
      {list.isError && (
        <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
      )}
      {list.data?.rows.length === 0 && <p className={classes['quiet']}>{words.none}</p>}
      <ul className={classes['changes']}>
        {list.data?.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ row }: { row: AssistedList['rows'][number] }) {
  return (
    <li>
      <span className={classes['name']}>
        {row.applicantName} · {row.procedureName}
      </span>
      <span>{row.statusSentence}</span>
      <span className={classes['quiet']}>
        {row.code ?? words.uncoded} · {words.filedAt(row.atText)}
      </span>
    </li>
  );
}
