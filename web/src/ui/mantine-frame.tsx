// The component library around the pages that use it: fetched with the first of them, never with a citizen's first page.

import './mantine.ts';
import './desk-fonts.ts';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { paletteResolver, theme } from './theme.ts';

export default function MantineFrame({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={paletteResolver} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
