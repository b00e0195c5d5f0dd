// The tracking page's words in the language chosen on this device.

import { type CitizenWords, citizenWords } from './citizen.ts';
import { citizenEn } from './citizen-en.ts';
import { useLanguage } from './language.ts';

export function useCitizenWords(): CitizenWords {
  return useLanguage() === 'en' ? citizenEn : citizenWords;
}
