// The words of a procedure's page in the language chosen on this device.

import { useLanguage } from '../words/language.ts';
import { type ProcedureWords, procedureEn, procedureVi } from '../words/procedure.ts';

export function useProcedureWords(): ProcedureWords {
  return useLanguage() === 'en' ? procedureEn : procedureVi;
}
