// The root of all addresses: the frame, and the pages for what is not there or broke.

import { createRootRoute } from '@tanstack/react-router';
import { Broken, NotFound } from './public/nothing-here.tsx';
import { RootFrame } from './root-frame.tsx';

export const rootRoute = createRootRoute({
  component: RootFrame,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});
