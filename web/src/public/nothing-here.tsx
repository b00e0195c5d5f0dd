// Pages for an address that leads nowhere and for a page that broke: without the library, so that they always show.

import { Mark } from '../ui/mark.tsx';
import { useFrameWords } from '../words/language.ts';
import classes from './public.module.css';

export function NotFound() {
  const words = useFrameWords();
  return (
    <main className={classes['centre']}>
      <title>{words.notFound.title}</title>
      <Mark size={48} />
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.text}</p>
      <a className={classes['press']} href="/">
        {words.signIn.back}
      </a>
    </main>
  );
}

export function Broken() {
  const words = useFrameWords();
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
