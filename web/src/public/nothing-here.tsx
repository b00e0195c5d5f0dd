// Pages for an address that leads nowhere and for a page that broke: without the library, so that they always show.

import { Mark } from '../ui/mark.tsx';
import { alwaysEn, alwaysVi } from '../words/always.ts';
import { useLanguage } from '../words/language.ts';
import classes from './public.module.css';

export function NotFound() {
  const words = useWords();
  return (
    <main className={classes['centre']}>
      <title>{words.notFound.title}</title>
      <Mark size={48} />
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.text}</p>
      <a className={classes['press']} href="/">
        {words.firstPage}
      </a>
    </main>
  );
}

export function Broken() {
  const words = useWords();
  return (
    <main className={classes['centre']}>
      <title>{words.broken.title}</title>
      <Mark size={48} />
      <h1>{words.broken.title}</h1>
      <p role="alert">{words.broken.text}</p>
      <button type="button" className={classes['press']} onClick={() => window.location.reload()}>
        {words.broken.reload}
      </button>
    </main>
  );
}

function useWords() {
  return useLanguage() === 'en' ? alwaysEn : alwaysVi;
}
