// A list of the desk that is not there yet: still loading, or not loaded, with a button that tries again.

import { Button, Skeleton } from '@mantine/core';
import { problemOf } from '../api.ts';
import { Notice } from '../ui/notice.tsx';
import { vi } from '../words/vi.ts';
import classes from './worklist.module.css';

interface ListFailedProps {
  title: string;
  error: Error;
  again: () => void;
}

export function ListFailed({ title, error, again }: ListFailedProps) {
  return (
    <div className={classes['failed']}>
      <Notice tone="red" icon="warning" title={title} role="alert">
        <p>{problemOf(error).detail}</p>
        <Button variant="default" size="xs" mt="xs" onClick={again}>
          {vi.retry}
        </Button>
      </Notice>
    </div>
  );
}

export function ListWaiting({ rows, height }: { rows: number; height: number }) {
  return (
    <div className={classes['waiting']} aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius="sm" />
      ))}
    </div>
  );
}
