// The first page: one question with search as you type, six occasions of life, the way to one's dossier.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { CitizenFrame } from '../citizen/frame.tsx';
import { Icon } from '../ui/icons.tsx';
import { usePortalWords } from '../words/use-portal.ts';
import { ChooseOffice } from './choose-office.tsx';
import { demoPhoneQuery } from './demo-phone.ts';
import { Found } from './found.tsx';
import classes from './portal.module.css';
import { useOffice } from './use-office.ts';

/** Longer than between two keys of somebody who types, shorter than a pause. */
const pauseMs = 180;

export function Portal() {
  const words = usePortalWords();
  const { q: asked = '' } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const offices = useOffice();
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return;
    const wait = setTimeout(() => void search(typed), pauseMs);
    return () => clearTimeout(wait);
  });
  const search = (text: string) => {
    const q = text.trim().slice(0, 200);
    return navigate({ search: q === '' ? {} : { q }, replace: true });
  };
  return (
    <CitizenFrame office={offices.name}>
      <title>{words.pageTitle}</title>
      <form
        role="search"
        action="/"
        className={classes['ask']}
        onSubmit={(event) => {
          event.preventDefault();
          void search(typed);
        }}
      >
        <h1>
          <label htmlFor="q">{words.question}</label>
        </h1>
        <ChooseOffice offices={offices} />
        <div className={classes['box']}>
          <input
            id="q"
            name="q"
            type="search"
            lang="vi"
            autoComplete="off"
            enterKeyHint="search"
            maxLength={200}
            aria-describedby="q-hint"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit">
            <Icon name="search" size={22} />
            <span>{words.search}</span>
          </button>
        </div>
        <p id="q-hint" className={classes['quiet']}>
          {words.hint}
        </p>
      </form>
      {asked !== '' && offices.tenant !== '' && <Found tenant={offices.tenant} q={asked} />}
      <nav aria-label={words.events} className={classes['events']}>
        <h2>{words.events}</h2>
        <ul>
          {words.lifeEvents.map(({ label, ask }) => (
            <li key={ask}>
              <Link to="/" search={{ q: ask }}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ul className={classes['ways']}>
        <li>
          <Link to="/tra-cuu">
            <Icon name="folder" size={24} />
            <strong>{words.track}</strong>
            <span>{words.trackText}</span>
          </Link>
        </li>
        <li>
          <Link to="/tra-cuu" hash="quet">
            <Icon name="camera" size={24} />
            <strong>{words.scan}</strong>
            <span>{words.scanText}</span>
          </Link>
        </li>
      </ul>
      <More tenant={offices.tenant} />
    </CitizenFrame>
  );
}

function More({ tenant }: { tenant: string }) {
  const words = usePortalWords();
  const phoneUrl = useQuery(demoPhoneQuery).data ?? null;
  return (
    <nav aria-label={words.more} className={classes['more']}>
      <h2>{words.more}</h2>
      <ul>
        {tenant !== '' && (
          <li>
            <Link to="/hoi-dap/$tenant" params={{ tenant }}>
              {words.questionsLink}
            </Link>
          </li>
        )}
        <li>
          <Link to="/ho-so-cua-toi">{words.mine}</Link>
        </li>
        <li>
          <Link to="/tinh-ngay-hen">{words.dueLink}</Link>
        </li>
        <li>
          <Link to="/ban-lam-viec" preload={false}>
            {words.deskLink}
          </Link>{' '}
          <span>({words.deskNote})</span>
        </li>
        {phoneUrl !== null && (
          <li>
            <a href={phoneUrl} target="_blank" rel="noopener">
              {words.phoneLink}
            </a>{' '}
            <span>({words.phoneNote})</span>
          </li>
        )}
      </ul>
    </nav>
  );
}
