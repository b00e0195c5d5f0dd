// A quiet word with one thing to do about it: stays long enough to be read and pressed.

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { vi } from '../words/vi.ts';
import { newKey } from './intention.ts';

/** What may still be offered, by what it is about: a newer offer takes the place of the older, which has lapsed. */
const offered = new Map<string, string>();

export function sayWithAction(about: string, message: string, label: string, run: () => void): void {
  const id = newKey();
  withdrawOffer(about);
  offered.set(about, id);
  const press = () => {
    notifications.hide(id);
    run();
  };
  notifications.show({
    id,
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'space-between' }}>
        <span>{message}</span>
        <Button variant="default" size="compact-sm" style={{ flexShrink: 0 }} onClick={press}>
          {label}
        </Button>
      </span>
    ),
    autoClose: 15_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': vi.close },
  });
}

/** What was offered about it no longer holds. */
export function withdrawOffer(about: string): void {
  const before = offered.get(about);
  if (before !== undefined) notifications.hide(before);
  offered.delete(about);
}
