// Starts the web: styles, router, queries. The component library comes with the first page that uses it.

import './ui/base.css';
import './ui/tones.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config as configureZod } from 'zod/v4/core';
import { speakForSilentServer } from './api.ts';
import { isMiniApp } from './mini/zalo-app.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { fetchBoldLater } from './ui/fonts.ts';
import { alwaysEn, alwaysVi } from './words/always.ts';
import { language } from './words/language.ts';

// Before any schema is made: zod would compile checks with `new Function`, which the security policy refuses and reports.
configureZod({ jitless: true });
fetchBoldLater();
speakForSilentServer(language() === 'en' ? alwaysEn.silent : alwaysVi.silent);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
const start = () =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
// What the server wrote stays until the page itself is here to take its place.
const ready = isMiniApp
  ? import('./mini/start.ts').then(({ startMiniApp }) => startMiniApp())
  : Promise.resolve();
void ready.then(() => router.load()).then(start, start);
