// How the web is built: hashed files in dist, also compressed; nothing inlined but the palette (the content security policy allows no data: fonts).

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { dark, light, type Palette, paletteVariables } from './src/ui/palette.ts';

const block = (palette: Palette) =>
  Object.entries(paletteVariables(palette))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** The colours stand in the document itself: what the server writes into it is never shown without them. */
function palette(): Plugin {
  const css = [
    `:root{${block(light)}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-mantine-color-scheme=light]){${block(dark)}}}`,
    `:root[data-mantine-color-scheme=dark]{${block(dark)}}`,
  ].join('');
  return {
    name: 'palette',
    transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
  };
}

/** Beside each file its compressed forms, so that the server only has to send them. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue;
        const path = join(dir, name);
        const bytes = readFileSync(path);
        if (bytes.length < 1_000) continue;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), palette(), compressed()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 600, manifest: true },
  server: { proxy: { '/api': process.env['MOTCUA_API'] ?? 'http://127.0.0.1:8080' } },
});
