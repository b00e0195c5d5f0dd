// How the counter is built: hashed files in dist, nothing inlined (the content security policy allows no data: fonts).

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  server: { proxy: { '/api': process.env['MOTCUA_API'] ?? 'http://127.0.0.1:8080' } },
});
