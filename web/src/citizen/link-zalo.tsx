// Following on Zalo: a single-use code, copied and sent to the office's account by the citizen's own hand.

import type { LinkCodeAnswer } from '@motcua/server/tracking/schema';
import { useMutation } from '@tanstack/react-query';
import { type MouseEvent, useState } from 'react';
import { problemOf } from '../api.ts';
import { copyText } from '../ui/copy.ts';
import { Icon } from '../ui/icons.tsx';
import { useCitizenWords } from '../words/use-citizen.ts';
import classes from './tracking.module.css';
import { askLinkCode } from './tracking-queries.ts';

export default function LinkZalo({ token, officeName }: { token: string; officeName: string }) {
  const words = useCitizenWords().zalo;
  const asking = useMutation({ mutationFn: () => askLinkCode(token) });
  return (
    <section className={classes['zalo']}>
      <h2>
        <Icon name="chat" size={20} />
        {words.title}
      </h2>
      {asking.data === undefined ? (
        <>
          <p className={classes['quiet']}>{words.text(officeName)}</p>
          {asking.isError && <p role="alert">{problemOf(asking.error).detail}</p>}
          <button
            type="button"
            className={classes['second-button']}
            disabled={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {words.start}
          </button>
        </>
      ) : (
        <Code answer={asking.data} />
      )}
    </section>
  );
}

function Code({ answer }: { answer: LinkCodeAnswer }) {
  const words = useCitizenWords().zalo;
  const [copied, setCopied] = useState(false);
  const open = (event: MouseEvent) => {
    void copyText(answer.text).then(setCopied);
    // A web view inside a chat opens the chat itself; leaving the page would lose the phone around it.
    if (window.parent === window) return;
    event.preventDefault();
    window.parent.postMessage({ type: 'open-zalo', url: answer.openUrl }, '*');
  };
  return (
    <>
      <p className={classes['quiet']}>{words.codeText}</p>
      <p className={classes['code']}>
        <span className="mc-hidden">{words.codeLabel}: </span>
        {answer.code}
      </p>
      <a
        href={answer.openUrl}
        target="_blank"
        rel="noopener noreferrer"
        className={classes['main-button']}
        onClick={open}
      >
        {words.open}
      </a>
      <p className={classes['quiet']} role="status">
        {copied ? words.copied : words.expires(answer.expiresText)}
      </p>
    </>
  );
}
