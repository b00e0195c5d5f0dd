// How the web is built: hashed files in dist, also compressed; nothing inlined but the palette (the content security policy allows no data: fonts).

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { palette } from './vite.palette.ts';
import { zaloKit } from './vite.zalo-kit.ts';

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
  plugins: [react(), palette(), zaloKit(false), compressed()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 600, manifest: true },
  server: { proxy: { '/api': process.env['MOTCUA_API'] ?? 'http://127.0.0.1:8080' } },
});
