// The portal's words in the language chosen on this device.

import { useLanguage } from './language.ts';
import { type PortalWords, portalVi } from './portal.ts';
import { portalEn } from './portal-en.ts';

export function usePortalWords(): PortalWords {
  return useLanguage() === 'en' ? portalEn : portalVi;
}
