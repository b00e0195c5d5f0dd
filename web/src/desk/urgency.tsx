// How urgent a dossier is: words first, an icon, and the colour that repeats them.

import type { Urgency } from '@motcua/server/dossiers/schema';
import type { WorklistRow } from '@motcua/server/worklists/schema';
import { Icon, type IconName } from '../ui/icons.tsx';
import type { Tone } from '../ui/palette.ts';
import classes from './urgency.module.css';

export const urgencyLooks: Record<Urgency, { tone: Tone; icon: IconName }> = {
  on_time: { tone: 'green', icon: 'clock' },
  at_risk: { tone: 'amber', icon: 'hourglass' },
  late: { tone: 'red', icon: 'warning' },
  paused: { tone: 'slate', icon: 'pause' },
  no_term: { tone: 'grey', icon: 'dash' },
  ended: { tone: 'sage', icon: 'done' },
  not_received: { tone: 'grey', icon: 'inbox' },
};

/** `còn 2 ngày làm việc` with its icon, for lists. */
export function TimeLeft({ urgency, text }: { urgency: Urgency; text: string }) {
  const look = urgencyLooks[urgency];
  return (
    <span className={classes['left']} data-tone={look.tone}>
      <Icon name={look.icon} size={16} />
      <span>{text}</span>
    </span>
  );
}

/** The time of a row: what the counter owes it by the minute comes before its days. */
export function RowTime({ row }: { row: Pick<WorklistRow, 'urgency' | 'timeText' | 'duty'> }) {
  const { urgency, timeText, duty } = row;
  if (duty === null || urgency === 'late') return <TimeLeft urgency={urgency} text={timeText} />;
  return <TimeLeft urgency={duty.missed ? 'late' : 'at_risk'} text={duty.text} />;
}
