// A sentence that matters, on a tint, with its icon: what happened, what was kept, what to do.

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import classes from './notice.module.css';
import type { Tone } from './palette.ts';

interface NoticeProps {
  tone: Tone;
  icon: IconName;
  title?: string;
  children?: ReactNode;
  /** `alert` interrupts a screen reader: only for what just went wrong. */
  role?: 'alert' | 'status';
}

export function Notice({ tone, icon, title, children, role }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role={role}>
      <Icon name={icon} size={20} />
      <div className={classes['body']}>
        {title !== undefined && <p className={classes['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A status in few words: icon and words, the colour only repeats them. */
export function Chip({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={classes['chip']} data-tone={tone}>
      <Icon name={icon} size={15} />
      <span>{children}</span>
    </span>
  );
}
