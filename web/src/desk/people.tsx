// Cơ quan và cán bộ: the tree of agencies with units and people, of any day as known at any day, and what changed.

import { Button, TextInput } from '@mantine/core';
import { dayText } from '@motcua/domain/clock-time';
import type { AgencyView, TreeView } from '@motcua/server/agencies/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Section } from '../ui/section.tsx';
import { peopleWords as words } from '../words/people.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './people.module.css';
import { AgencyBlock } from './people-agency.tsx';
import { PeopleDrawer } from './people-drawer.tsx';
import type { PeopleForm } from './people-forms.ts';
import { MergerDrawer } from './people-merger.tsx';
import { treeQuery } from './people-queries.ts';

export function People() {
  const { ngay, biet } = useSearch({ from: '/desk/co-quan' });
  const tree = useQuery(treeQuery(ngay, biet));
  const [form, setForm] = useState<PeopleForm | null>(null);
  return (
    <section className={classes['page']} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <AsOf key={`${ngay}/${biet}`} day={ngay} known={biet} />
      {tree.data === undefined ? (
        tree.isError ? (
          <ListFailed title={words.notLoaded} error={tree.error} again={() => void tree.refetch()} />
        ) : (
          <ListWaiting rows={4} height={96} />
        )
      ) : (
        <Body tree={tree.data} past={ngay ?? biet} open={setForm} />
      )}
      <PeopleDrawer form={form} onClose={() => setForm(null)} />
    </section>
  );
}

function Body({
  tree,
  past,
  open,
}: {
  tree: TreeView;
  past: string | undefined;
  open: (form: PeopleForm) => void;
}) {
  const [merging, setMerging] = useState<AgencyView | null>(null);
  return (
    <div className={classes['body']}>
      {past !== undefined && (
        <p role="status" className={classes['quiet']}>
          {words.past(dayText(tree.day))}
        </p>
      )}
      <ol className={classes['tree']}>
        {tree.agencies.map((agency) => (
          <AgencyBlock key={agency.id} tree={tree} agency={agency} open={open} merge={setMerging} />
        ))}
      </ol>
      <MergerDrawer tree={tree} agency={merging} onClose={() => setMerging(null)} />
      <Section title={words.changes}>
        {tree.changes.length === 0 ? (
          <p className={classes['quiet']}>{words.noChanges}</p>
        ) : (
          <ol className={classes['changes']}>
            {tree.changes.map(({ id, at, who, text }) => (
              <li key={id}>
                <span>{text}</span>
                <span className={classes['quiet']}>
                  {who}, {at}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

/** The two days of the question live in the address. */
function AsOf({ day = '', known = '' }: { day: string | undefined; known: string | undefined }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ day, known });
  const look = (event: FormEvent) => {
    event.preventDefault();
    const search = {
      ...(typed.day === '' ? {} : { ngay: typed.day }),
      ...(typed.known === '' ? {} : { biet: typed.known }),
    };
    void navigate({ to: '/co-quan', search });
  };
  return (
    <form className={classes['asOf']} onSubmit={look}>
      <TextInput
        type="date"
        label={words.day}
        value={typed.day}
        onChange={(event) => setTyped({ ...typed, day: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.known}
        title={words.knownHint}
        value={typed.known}
        onChange={(event) => setTyped({ ...typed, known: event.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {words.look}
      </Button>
      {(day !== '' || known !== '') && (
        <Link to="/co-quan" search={{}}>
          {words.now}
        </Link>
      )}
    </form>
  );
}
