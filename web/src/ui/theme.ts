// The house's look for Mantine: colours from the palette, Be Vietnam Pro, radius 8, hairlines instead of shadows.

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { dark, light, type Palette, paletteVariables } from './palette.ts';

const ink: MantineColorsTuple = [
  '#e9f1fa',
  '#cfe0f4',
  '#a3c4ea',
  '#74a6df',
  '#4d8bd3',
  '#2f76c6',
  '#2a68b3',
  '#0b4f9e',
  '#083f80',
  '#062f60',
];
const warmDark: MantineColorsTuple = [
  '#eee9e2',
  '#b4aba0',
  '#80776b',
  '#5b5349',
  '#38332d',
  '#2b2722',
  '#1e1b18',
  '#161412',
  '#121110',
  '#0d0c0b',
];
const warmGrey: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0ea',
  '#e5e0d7',
  '#d5cec2',
  '#b8b0a3',
  '#8c8478',
  '#6f675b',
  '#625a4f',
  '#3c362e',
  '#1f1b16',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark: warmDark, gray: warmGrey },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontFamilyMonospace: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, centered: true, overlayProps: { opacity: 0.35 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, overlayProps: { opacity: 0.25 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 }, openDelay: 300 } },
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { variant?: string }) => ({
        root:
          props.variant === 'default'
            ? { '--button-bd': '1px solid var(--mc-hairline)', '--button-color': 'var(--mc-ink)' }
            : props.variant === 'subtle'
              ? { '--button-color': 'var(--mc-ink)' }
              : {},
      }),
    },
  },
});

const scheme = (palette: Palette): Record<string, string> => ({
  ...paletteVariables(palette),
  '--mantine-color-body': palette.surface,
  '--mantine-color-text': palette.text,
  '--mantine-color-bright': palette.text,
  '--mantine-color-dimmed': palette.quiet,
  '--mantine-color-placeholder': palette.quiet,
  '--mantine-color-anchor': palette.ink,
  '--mantine-color-error': palette.danger,
  '--mantine-color-default': palette.surface,
  '--mantine-color-default-hover': palette.sunken,
  '--mantine-color-default-color': palette.text,
  '--mantine-color-default-border': palette.edge,
  '--mantine-primary-color-filled': palette.inkFilled,
  '--mantine-primary-color-filled-hover': palette.inkFilledHover,
  '--mantine-primary-color-light': palette.inkTint,
  '--mantine-primary-color-light-color': palette.ink,
});

export const paletteResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme(light),
  dark: scheme(dark),
});
