// Switches the frame between Vietnamese and English.

import { chooseLanguage, languageNames, useLanguage } from '../words/language.ts';
import classes from './public.module.css';

export function LanguageSwitch() {
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={classes['language']} lang={other} onClick={() => chooseLanguage(other)}>
      {languageNames[other]}
    </button>
  );
}
