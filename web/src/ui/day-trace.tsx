// The explanation of a date, day by day, behind one question.

import classes from './day-trace.module.css';
import { Icon } from './icons.tsx';

interface TraceLine {
  /** Null for a line about the whole, not a day. */
  date: string | null;
  counted: boolean;
  text: string;
}

interface DayTraceProps {
  question: string;
  lines: readonly TraceLine[];
  counted: string;
  notCounted: string;
  /** Shown at once, where the explanation is what was asked for. */
  open?: boolean;
}

export function DayTrace({ question, lines, counted, notCounted, open = false }: DayTraceProps) {
  if (lines.length === 0) return null;
  return (
    <details className={classes['trace']} open={open}>
      <summary>
        <Icon name="chevron" size={14} />
        {question}
      </summary>
      <ol>
        {lines.map((line, index) => (
          <li key={index} data-counted={line.date === null ? undefined : line.counted}>
            {line.date !== null && <span className="mc-hidden">{line.counted ? counted : notCounted}: </span>}
            {line.text}
          </li>
        ))}
      </ol>
    </details>
  );
}
