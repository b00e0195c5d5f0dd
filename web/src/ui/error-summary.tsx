// What has to be corrected, on top of a form, each a link to its field.

import { useEffect, useRef } from 'react';
import classes from './error-summary.module.css';
import { Notice } from './notice.tsx';

interface ErrorSummaryProps {
  title: string;
  errors: readonly { field: string; message: string }[];
  /** Finds the field to go to. */
  fieldOf: (field: string) => HTMLElement | null;
}

/** Takes the focus whenever it appears, so that eyes and screen readers begin here. */
export function ErrorSummary({ title, errors, fieldOf }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={classes['summary']}>
      <Notice tone="red" icon="warning" title={title} role="alert">
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field + message}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  const target = fieldOf(field);
                  target?.focus();
                  target?.scrollIntoView({ block: 'center' });
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
