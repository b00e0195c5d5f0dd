// Be Vietnam Pro as the first page needs it: one weight, the letters of Vietnamese and no others.

import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';

/** The bold weight comes once the page stands still, and not at all on a slow or paid-for line: the browser thickens. */
export function fetchBoldLater(): void {
  const line = (navigator as { connection?: { effectiveType?: string; saveData?: boolean } }).connection;
  if (line?.saveData === true || /2g|3g/.test(line?.effectiveType ?? '')) return;
  addEventListener('load', () => setTimeout(() => void import('./bold-fonts.ts'), 300));
}
