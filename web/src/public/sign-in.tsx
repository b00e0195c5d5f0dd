// The sign-in page; in the demo, one tap fills in a person.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { demoQuery } from '../desk/session.ts';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { useLanguage } from '../words/language.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { DemoPeople } from './demo-people.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './public.module.css';
import { SignInForm } from './sign-in-form.tsx';

export function SignIn() {
  const words = useFrameWords().signIn;
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/dang-nhap' });
  const demo = useQuery(demoQuery);
  const [filled, fill] = useState({ username: '', password: '' });
  return (
    <div className={classes['landing']} lang={language}>
      <title>{words.title}</title>
      <header className={classes['top']}>
        <Link to="/">{words.back}</Link>
        <LanguageSwitch />
      </header>
      <main className={classes['door']}>
        <Mark size={48} />
        <h1>{words.title}</h1>
        {search.ra === 1 && (
          <Notice tone="sage" icon="done" role="status">
            <p>{words.signedOut}</p>
          </Notice>
        )}
        <div className={classes['doorColumns']}>
          <SignInForm
            key={filled.username}
            filled={filled}
            onSignedIn={() => void navigate({ href: search['tro-lai'] ?? '/ban-lam-viec' })}
          />
          {demo.data !== null && demo.data !== undefined && (
            <DemoPeople demo={demo.data} chosen={filled.username} onChoose={fill} />
          )}
        </div>
      </main>
    </div>
  );
}
