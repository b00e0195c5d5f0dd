// Pages for an address that leads nowhere and for a page that broke.

import { Button } from '@mantine/core';
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
      <Button component="a" href="/" variant="default">
        {words.signIn.back}
      </Button>
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
      <Button onClick={() => window.location.reload()}>{words.broken.reload}</Button>
    </main>
  );
}
