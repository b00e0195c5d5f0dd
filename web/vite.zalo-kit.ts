// What `virtual:zalo-kit` is: Zalo's Mini App kit where it is installed, nothing in a browser's build.

import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const wanted = 'virtual:zalo-kit';

/** In the Mini App, where somebody has installed the kit for publishing; else nothing, and the pages do without. */
export function zaloKit(forMiniApp: boolean): Plugin {
  const found = (() => {
    if (!forMiniApp) return null;
    try {
      return createRequire(import.meta.url).resolve('zmp-sdk');
    } catch {
      return null;
    }
  })();
  return {
    name: 'zalo-kit',
    resolveId: (id) => (id === wanted ? `\0${wanted}` : null),
    load: (id) => {
      if (id !== `\0${wanted}`) return null;
      return found === null
        ? 'export const kit = null;'
        : `import * as kit from ${JSON.stringify(found)}; export { kit };`;
    },
  };
}
