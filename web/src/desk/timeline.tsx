// What happened, newest first, with what the citizen was told of it and how far the message came.

import { dayText } from '@motcua/domain/clock-time';
import type { DossierView, TimelineEntry } from '@motcua/server/dossiers/schema';
import { Icon, type IconName } from '../ui/icons.tsx';
import type { Tone } from '../ui/palette.ts';
import { Section } from '../ui/section.tsx';
import { shortClock } from '../words/dates.ts';
import { dossierWords } from '../words/dossier.ts';
import { noteWords } from '../words/worklist.ts';
import notes from './notes.module.css';
import classes from './timeline.module.css';
import { UndoLast } from './undo-last.tsx';
import { useSession } from './use-session.ts';

const words = dossierWords.timeline;

export function Timeline({ dossier }: { dossier: DossierView }) {
  const today = useSession().now;
  const newestFirst = dossier.timeline.toSorted((a, b) => b.seq - a.seq);
  return (
    <Section title={words.title} aside={words.newest}>
      <ol className={classes['timeline']}>
        {newestFirst.map((entry, index) => {
          const day = entry.at.slice(0, 10);
          const newDay = newestFirst[index - 1]?.at.slice(0, 10) !== day;
          return (
            <li key={entry.seq}>
              {newDay && <h3>{dayText(day, today)}</h3>}
              <div className={classes['entry']}>
                <time dateTime={entry.at}>{shortClock(entry.at)}</time>
                <div>
                  <p className={classes['what']}>{entry.text}</p>
                  {entry.lines.map((line) => (
                    <p key={line} className={classes['line']}>
                      {line}
                    </p>
                  ))}
                  {entry.note !== null && (
                    <div className={notes['inside']}>
                      <p className={notes['head']}>{noteWords.inside}</p>
                      <p>{entry.note}</p>
                    </div>
                  )}
                  <p className={classes['quiet']}>{entry.actorName}</p>
                  {dossier.undo?.seq === entry.seq && (
                    <UndoLast dossierId={dossier.id} version={dossier.version} offer={dossier.undo} />
                  )}
                  {entry.notices.map((notice) => (
                    <Told key={notice.id} notice={notice} />
                  ))}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

const looks: Record<string, { icon: IconName; tone: Tone }> = {
  sent: { icon: 'sent', tone: 'grey' },
  received: { icon: 'received', tone: 'grey' },
  seen: { icon: 'received', tone: 'green' },
  failed: { icon: 'warning', tone: 'red' },
  told: { icon: 'received', tone: 'green' },
  unknown: { icon: 'warning', tone: 'amber' },
  no_channel: { icon: 'dash', tone: 'grey' },
  not_needed: { icon: 'dash', tone: 'grey' },
  superseded: { icon: 'dash', tone: 'grey' },
  cancelled: { icon: 'dash', tone: 'grey' },
};
/** Whatever was planned, nothing of it was said. */
const untold = new Set(['no_channel', 'superseded', 'cancelled', 'failed']);

function headOf(state: string): string {
  if (state === 'not_needed') return words.notNeeded;
  return untold.has(state) ? words.notTold : words.told;
}

const onItsWay = { icon: 'clock', tone: 'grey' } as const;

function Told({ notice }: { notice: TimelineEntry['notices'][number] }) {
  const look = looks[notice.state] ?? onItsWay;
  return (
    <div className={classes['told']}>
      <p className={classes['toldHead']}>
        <Icon name="chat" size={14} />
        {headOf(notice.state)}
      </p>
      <p>{notice.text}</p>
      <p className={classes['tick']} data-tone={look.tone}>
        <Icon name={look.icon} size={14} />
        {notice.stateText}
      </p>
    </div>
  );
}
