// A quiet word with one thing to do about it: stays long enough to be read and pressed.

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { vi } from '../words/vi.ts';
import { newKey } from './intention.ts';

export function sayWithAction(message: string, label: string, run: () => void): void {
  const id = newKey();
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
