// Starts the web: styles, router, queries. The component library comes with the first page that uses it.

import './ui/base.css';
import './ui/tones.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config as configureZod } from 'zod/v4/core';
import { speakForSilentServer } from './api.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { fetchBoldLater } from './ui/fonts.ts';
import { en } from './words/en.ts';
import { language } from './words/language.ts';
import { vi } from './words/vi.ts';

// Before any schema is made: zod would compile checks with `new Function`, which the security policy refuses and reports.
configureZod({ jitless: true });
fetchBoldLater();
speakForSilentServer(language() === 'en' ? en.silent : vi.silent);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
