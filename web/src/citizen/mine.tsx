// “Hồ sơ của tôi”: the dossiers that the person's Zalo follows, after signing in with Zalo.

import type { CitizenView } from '@motcua/server/citizens/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { problemOf } from '../api.ts';
import { isMiniApp, openChat } from '../mini/zalo-app.ts';
import { useOffice } from '../public/use-office.ts';
import { useMineWords } from '../words/mine.ts';
import { CitizenFrame } from './frame.tsx';
import classes from './mine.module.css';
import { beginSignIn, mineQuery, signOut } from './mine-queries.ts';

export function Mine() {
  const words = useMineWords();
  const { name } = useOffice();
  const mine = useQuery(mineQuery);
  return (
    <CitizenFrame office={name}>
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      {mine.isError && <p role="alert">{problemOf(mine.error).detail}</p>}
      {mine.data?.citizen === null && <SignIn />}
      {mine.data !== undefined && mine.data.citizen !== null && (
        <Dossiers citizen={mine.data.citizen} oa={mine.data.oa} />
      )}
    </CitizenFrame>
  );
}

function SignIn() {
  const words = useMineWords();
  const { tenant } = useOffice();
  const beginning = useMutation({
    mutationFn: () => beginSignIn(tenant),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <p className={classes['lead']}>{isMiniApp ? words.guest : words.lead}</p>
      <p className={classes['quiet']}>{words.what}</p>
      {beginning.isError && <p role="alert">{problemOf(beginning.error).detail}</p>}
      {!isMiniApp && (
        <button
          type="button"
          className={classes['press']}
          disabled={beginning.isPending}
          onClick={() => beginning.mutate()}
        >
          {words.signIn}
        </button>
      )}
    </>
  );
}

function Dossiers({ citizen, oa }: { citizen: NonNullable<CitizenView['citizen']>; oa: CitizenView['oa'] }) {
  const words = useMineWords();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.invalidateQueries(mineQuery),
  });
  return (
    <>
      <p className={classes['quiet']}>{words.signedInAs(citizen.name ?? words.nameless)}</p>
      {!citizen.linked && <p>{words.notLinked}</p>}
      {citizen.dossiers.length === 0 && (
        <>
          {citizen.linked && <p>{words.none}</p>}
          <p className={classes['lead']}>{words.howTo}</p>
        </>
      )}
      <ul className={classes['dossiers']} lang="vi">
        {citizen.dossiers.map((dossier) => (
          <li key={dossier.sentence}>
            <h2>{dossier.procedureName}</h2>
            <p>{dossier.sentence}</p>
            {dossier.mustDo !== null && (
              <p className={classes['must']}>
                <strong>{words.mustDo}</strong> {dossier.mustDo}
              </p>
            )}
            {oa !== null && dossier.code !== null && (
              <ToChat oa={oa} message={dossier.code} label={words.chat} />
            )}
          </li>
        ))}
      </ul>
      {oa !== null && citizen.dossiers.length === 0 && <ToChat oa={oa} message="" label={words.openOa} />}
      {!isMiniApp && (
        <button type="button" className={classes['plain']} onClick={() => leaving.mutate()}>
          {words.signOut}
        </button>
      )}
    </>
  );
}

/** In the Mini App the chat opens with the reference in its box; in a browser the link opens Zalo. */
function ToChat({
  oa,
  message,
  label,
}: {
  oa: NonNullable<CitizenView['oa']>;
  message: string;
  label: string;
}) {
  const open = (event: MouseEvent) => {
    if (!isMiniApp) return;
    event.preventDefault();
    void openChat(oa.id, message);
  };
  return (
    <a href={oa.url} target="_blank" rel="noopener noreferrer" className={classes['plain']} onClick={open}>
      {label}
    </a>
  );
}
