// Around every page: nothing for the light ones that citizens open first, the component library for all others.

import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page uses no component of the library: it is there at once on a slow line. */
    light?: boolean;
  }
}

const MantineFrame = lazy(() => import('./ui/mantine-frame.tsx'));

export function RootFrame() {
  const light = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.light === true),
  });
  return light ? (
    <Outlet />
  ) : (
    <Framed>
      <Outlet />
    </Framed>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <MantineFrame>{children}</MantineFrame>
    </Suspense>
  );
}
