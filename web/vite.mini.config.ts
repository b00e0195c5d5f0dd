// How the same web is built as a Zalo Mini App: relative files in www, and the app-config.json that Zalo loads them by.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { palette } from './vite.palette.ts';
import { zaloKit } from './vite.zalo-kit.ts';

/** Zalo reads from this file, not from the page, which scripts and styles there are. */
function appConfig(): Plugin {
  return {
    name: 'app-config',
    apply: 'build',
    writeBundle({ dir = 'www' }, bundle) {
      const given: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'app-config.json'), 'utf8'));
      const files = Object.values(bundle);
      const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
      const needed = entry?.type === 'chunk' ? entry.imports : [];
      const config = {
        ...(given as object),
        listCSS: files.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css')),
        listSyncJS: entry === undefined ? [] : [entry.fileName],
        listAsyncJS: needed,
      };
      writeFileSync(join(dir, 'app-config.json'), `${JSON.stringify(config, null, 2)}\n`);
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), palette(), zaloKit(true), appConfig()],
  // `VITE_OFFICE_URL` says where the office is; the Mini App itself lives at Zalo.
  define: { 'import.meta.env.VITE_MINI_APP': JSON.stringify('1') },
  build: {
    outDir: 'www',
    target: 'es2020',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name].[hash].module.js',
        chunkFileNames: 'assets/[name].[hash].module.js',
      },
    },
  },
});
