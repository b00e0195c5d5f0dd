// Be Vietnam Pro in the four weights of the desk, with every letter; the browser fetches only those a page needs.

import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
