// The desk's frame in the language chosen on this device.

import { en } from './en.ts';
import { useLanguage } from './language.ts';
import { type FrameWords, vi } from './vi.ts';

export function useFrameWords(): FrameWords {
  return useLanguage() === 'en' ? en : vi;
}
