// Big type for tired eyes: chosen once, kept on this device, put on while a citizen's page is shown.

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { recall, remember } from './storage.ts';

const key = 'motcua.big';
const listeners = new Set<() => void>();
let chosenHere: boolean | undefined;

const isBig = (): boolean => chosenHere ?? recall(key) === '1';

function choose(big: boolean): void {
  chosenHere = big;
  remember(key, big ? '1' : '0');
  for (const listener of listeners) listener();
}

/** Whether type is big, and the switch; the page is drawn big for as long as the caller is shown. */
export function useBigType(): [boolean, (big: boolean) => void] {
  const big = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isBig);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-big', big);
    return () => document.documentElement.removeAttribute('data-big');
  }, [big]);
  return [big, choose];
}
