// The time of a dossier as one bar: used, paused, left, with the days at its ends.

import { dayText, momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { DayTrace } from '../ui/day-trace.tsx';
import { shortDay } from '../words/dates.ts';
import { dossierWords } from '../words/dossier.ts';
import classes from './time-bar.module.css';
import { TimeLeft, urgencyLooks } from './urgency.tsx';
import { useSession } from './use-session.ts';

const words = dossierWords.time;

export function TimeBar({ dossier }: { dossier: DossierView }) {
  const { usedShare, urgency, receivedAt, due, originalDue } = dossier;
  const today = useSession().now;
  const percent = usedShare === null ? null : Math.round(usedShare * 100);
  const moved = due !== null && originalDue !== null && originalDue.slice(0, 10) !== due.slice(0, 10);
  return (
    <section aria-label={words.label} className={classes['time']} data-tone={urgencyLooks[urgency].tone}>
      <div className={classes['top']}>
        <TimeLeft urgency={urgency} text={dossier.timeText} />
        <span className={classes['quiet']}>{percent === null ? dossier.termText : words.used(percent)}</span>
      </div>
      {usedShare !== null && (
        <div className={classes['bar']} data-paused={urgency === 'paused' || undefined} aria-hidden="true">
          <span
            style={{ inlineSize: `${Math.min(100, 100 / Math.max(1, usedShare)) * Math.min(1, usedShare)}%` }}
          />
          {usedShare > 1 && (
            <span className={classes['over']} style={{ inlineSize: `${100 - 100 / usedShare}%` }} />
          )}
        </div>
      )}
      <div className={classes['ends']}>
        {receivedAt !== null && <span>{words.received(dayText(receivedAt.slice(0, 10), today))}</span>}
        <span>
          {moved && <s className={classes['was']}>{words.was(shortDay(originalDue.slice(0, 10)))}</s>}
          {due !== null && words.due(momentText(due, today))}
        </span>
      </div>
      <DayTrace
        question={words.why}
        lines={dossier.trace}
        counted={words.counted}
        notCounted={words.notCounted}
      />
    </section>
  );
}
