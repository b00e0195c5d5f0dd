// Which language the frame speaks: Vietnamese unless this browser chose English.

import { useSyncExternalStore } from 'react';
import { recall, remember } from '../ui/storage.ts';

export type Language = 'vi' | 'en';

const key = 'motcua.language';
const listeners = new Set<() => void>();

let chosenHere: Language | undefined;

export function language(): Language {
  return chosenHere ?? (recall(key) === 'en' ? 'en' : 'vi');
}

export function chooseLanguage(chosen: Language): void {
  chosenHere = chosen;
  remember(key, chosen);
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language);
}

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };
