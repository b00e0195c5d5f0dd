// The answer itself: the sentence in big type, what to do, the promised day and why, the history.

import { dayText, momentText } from '@motcua/domain/clock-time';
import type { TrackingView } from '@motcua/server/tracking/schema';
import { Link } from '@tanstack/react-router';
import { statusLook } from '../status-look.ts';
import { DayTrace } from '../ui/day-trace.tsx';
import { Icon } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import { citizenWords as words } from '../words/citizen.ts';
import { shortClock } from '../words/dates.ts';
import { dossierWords } from '../words/dossier.ts';
import { LinkZalo } from './link-zalo.tsx';
import { SupplementItems } from './supplement.tsx';
import classes from './tracking.module.css';

export function TrackingBody({ view, token }: { view: TrackingView; token: string }) {
  const today = view.timeline[0]?.at ?? view.due ?? '';
  return (
    <>
      <p className={classes['which']}>
        {view.procedureName}
        {view.code !== null && <span>{view.code}</span>}
      </p>
      <Chip {...statusLook(view.status)}>{view.statusLabel}</Chip>
      <h1 className={classes['sentence']}>{withoutNames(view)}</h1>
      <MustDo view={view} today={today} token={token} />
      {view.due !== null && (
        <section className={classes['due']}>
          <h2>{words.due}</h2>
          <p className={classes['dueText']}>{view.dueText}</p>
          <p className={classes['quiet']}>{view.timeText}</p>
          <DayTrace
            question={words.why}
            lines={view.trace}
            counted={dossierWords.time.counted}
            notCounted={dossierWords.time.notCounted}
          />
        </section>
      )}
      {view.zalo !== null && <LinkZalo token={token} officeName={view.zalo.oaName} today={today} />}
      <section className={classes['timeline']}>
        <h2>{words.timeline}</h2>
        <ol>
          {view.timeline.map((entry, index) => (
            <li key={index}>
              <time dateTime={entry.at}>
                {dayText(entry.at.slice(0, 10), today)}, {shortClock(entry.at)}
              </time>
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
      <footer className={classes['office']}>
        <h2>{words.office}</h2>
        <p>{view.officeName}</p>
        <p className={classes['quiet']}>{view.officeAddress}</p>
        {view.officePhone !== null && <a href={`tel:${view.officePhone}`}>{words.call(view.officePhone)}</a>}
        <p className={classes['private']}>{words.private}</p>
      </footer>
    </>
  );
}

/** The sentence names its dossier for the chat; here name and code already stand above it. */
function withoutNames({ sentence, code, procedureName }: TrackingView): string {
  const named = words.named(code ?? '', procedureName);
  return sentence.startsWith(named)
    ? `${words.dossier} ${sentence.slice(named.length).replace(/^:?\s*/, '')}`
    : sentence;
}

/** The only filled thing on the page, when there is something to do. */
function MustDo({ view, today, token }: { view: TrackingView; today: string; token: string }) {
  if (view.supplement?.answered)
    return (
      <details className={classes['answered']}>
        <summary>{words.supplement.done}</summary>
        <SupplementItems token={token} items={view.supplement.items} />
      </details>
    );
  if (view.mustDo === null)
    return view.sentence.includes(words.nothingToDo) ? null : (
      <p className={classes['nothing']}>{words.nothingToDo}</p>
    );
  return (
    <section className={classes['must']}>
      <h2>
        <Icon name="flag" size={20} />
        {words.toDo}
      </h2>
      {view.supplement === null && <p>{view.mustDo}</p>}
      {view.supplement !== null && (
        <>
          <SupplementItems token={token} items={view.supplement.items} />
          <p>{words.answerBy(momentText(view.supplement.answerBy, today))}</p>
        </>
      )}
    </section>
  );
}
