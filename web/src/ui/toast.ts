// A quiet word at the edge of the page that leaves by itself.

import { notifications } from '@mantine/notifications';
import { vi } from '../words/vi.ts';

/** `id`: a second word under the same id replaces nothing and is not shown twice. */
export function say(message: string, options: { id?: string } = {}): void {
  notifications.show({
    ...options,
    message,
    autoClose: 6_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': vi.close },
  });
}
