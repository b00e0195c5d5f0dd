// The answer itself: the sentence in big type, what to do, the promised day and why, the history.

import type { TrackingView } from '@motcua/server/tracking/schema';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { statusLook } from '../status-look.ts';
import { DayTrace } from '../ui/day-trace.tsx';
import { Icon } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import { ReadAloud } from '../ui/read-aloud.tsx';
import { citizenWords } from '../words/citizen.ts';
import { useLanguage } from '../words/language.ts';
import { useCitizenWords } from '../words/use-citizen.ts';
import classes from './tracking.module.css';

// Below the first screen: fetched once the answer itself stands there.
const LinkZalo = lazy(() => import('./link-zalo.tsx'));
const RateDossier = lazy(() => import('./rate.tsx').then(({ RateDossier: page }) => ({ default: page })));
const ReadingList = lazy(() => import('./readings.tsx'));
const SupplementItems = lazy(() =>
  import('./supplement.tsx').then(({ SupplementItems: items }) => ({ default: items })),
);
const Withdraw = lazy(() => import('./withdraw.tsx'));

/** Where a rating may be asked for; the server knows exactly. */
const rateable: ReadonlySet<string> = new Set(['resolved', 'returned']);

export function TrackingBody({ view, token }: { view: TrackingView; token: string }) {
  const words = useCitizenWords();
  const english = useLanguage() === 'en' ? view.english : null;
  return (
    <>
      <p className={classes['which']} lang="vi">
        {view.procedureName}
        {view.code !== null && <span>{view.code}</span>}
      </p>
      <p className={classes['awaited']}>
        <Chip {...statusLook(view.status)}>{english?.awaited ?? view.awaited.text}</Chip>
      </p>
      {english !== null && <p className={classes['sentence']}>{english.sentence}</p>}
      <h1 className={classes[english === null ? 'sentence' : 'original']} lang="vi">
        {withoutNames(view)}
      </h1>
      <ReadAloud text={view.sentence} className={classes['aloud']} />
      <MustDo view={view} token={token} />
      {rateable.has(view.status) && (
        <Suspense fallback={null}>
          <RateDossier token={token} />
        </Suspense>
      )}
      {view.due !== null && (
        <section className={classes['due']}>
          <h2>{words.due}</h2>
          <p className={classes['dueText']} lang="vi">
            {view.dueText}
          </p>
          <p className={classes['quiet']} lang="vi">
            {view.timeText}
          </p>
          <DayTrace
            question={words.why}
            lines={view.trace}
            counted={words.counted}
            notCounted={words.notCounted}
          />
        </section>
      )}
      {view.zalo !== null && (
        <Suspense fallback={null}>
          <LinkZalo token={token} officeName={view.zalo.oaName} />
        </Suspense>
      )}
      <section className={classes['timeline']}>
        <h2>{words.timeline}</h2>
        <ol lang="vi">
          {view.timeline.map((entry, index) => (
            <li key={index}>
              <time dateTime={entry.at}>{entry.when}</time>
              <p>{entry.text}</p>
              {entry.lines.map((line) => (
                <p key={line} className={classes['quiet']}>
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <Link
        to="/thu-tuc/$tenant/$code"
        params={{ tenant: token.split('.')[0] ?? '', code: view.procedureCode }}
        className={classes['second-button'] ?? ''}
      >
        {words.process}
      </Link>
      <div className={classes['folds']}>
        <Suspense fallback={null}>
          <ReadingList token={token} />
          {view.withdrawal !== null && (
            <Withdraw token={token} version={view.version} withdrawal={view.withdrawal} />
          )}
        </Suspense>
      </div>
      <footer className={classes['office']}>
        <h2>{words.office}</h2>
        <p lang="vi">{view.officeName}</p>
        <p className={classes['quiet']} lang="vi">
          {view.officeAddress}
        </p>
        {view.officePhone !== null && <a href={`tel:${view.officePhone}`}>{words.call(view.officePhone)}</a>}
        <p className={classes['private']}>{words.private}</p>
      </footer>
    </>
  );
}

/** The sentence names its dossier for the chat; here name and code already stand above it. */
function withoutNames({ sentence, code, procedureName }: TrackingView): string {
  const named = citizenWords.named(code ?? '', procedureName);
  return sentence.startsWith(named)
    ? `${citizenWords.dossier} ${sentence.slice(named.length).replace(/^:?\s*/, '')}`
    : sentence;
}

/** The only filled thing on the page, when there is something to do. */
function MustDo({ view, token }: { view: TrackingView; token: string }) {
  const words = useCitizenWords();
  if (view.supplement?.answered)
    return (
      <details className={classes['answered']}>
        <summary>{words.supplement.done}</summary>
        <Suspense fallback={null}>
          <SupplementItems token={token} items={view.supplement.items} />
        </Suspense>
      </details>
    );
  if (view.mustDo === null)
    return view.sentence.includes(citizenWords.nothingToDo) ? null : (
      <p className={classes['nothing']}>{words.nothingToDoHere}</p>
    );
  return (
    <section className={classes['must']}>
      <h2>
        <Icon name="flag" size={20} />
        {words.toDo}
      </h2>
      {view.supplement === null && <p lang="vi">{view.mustDo}</p>}
      {view.supplement !== null && (
        <>
          <Suspense fallback={null}>
            <SupplementItems token={token} items={view.supplement.items} />
          </Suspense>
          <p>{words.answerBy(view.supplement.answerByText)}</p>
        </>
      )}
    </section>
  );
}
