// Around every page of a citizen: whose office it is, the way home, big type, the other language.

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBigType } from '../ui/big-type.ts';
import { Mark } from '../ui/mark.tsx';
import { alwaysVi } from '../words/always.ts';
import { chooseLanguage, languageNames, useLanguage } from '../words/language.ts';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './frame.module.css';

interface CitizenFrameProps {
  /** The office whose page it is; the product's name while that is not known. */
  office?: string | undefined;
  children: ReactNode;
}

export function CitizenFrame({ office, children }: CitizenFrameProps) {
  const words = usePortalWords();
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  const [big, chooseBig] = useBigType();
  return (
    <div className={`mc-citizen ${classes['page']}`} lang={language}>
      <a className="mc-skip" href="#noi-dung">
        {words.skip}
      </a>
      <header className={classes['band']}>
        <Link
          to="/"
          className={classes['home'] ?? ''}
          aria-label={`${office ?? alwaysVi.product}: ${words.home}`}
        >
          <Mark size={32} tile={false} />
          <span lang="vi">{office ?? alwaysVi.product}</span>
        </Link>
      </header>
      <div className={classes['tools']}>
        <button type="button" aria-pressed={big} onClick={() => chooseBig(!big)}>
          <span aria-hidden="true">A</span>
          {words.big}
        </button>
        <button type="button" lang={other} onClick={() => chooseLanguage(other)}>
          {languageNames[other]}
        </button>
      </div>
      <main id="noi-dung" className={classes['main']} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
