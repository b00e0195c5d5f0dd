// The palette, written into the document of every build of the web.

import type { Plugin } from 'vite';
import { dark, light, type Palette, paletteVariables } from './src/ui/palette.ts';

const block = (palette: Palette) =>
  Object.entries(paletteVariables(palette))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** The colours stand in the document itself: what the server writes into it is never shown without them. */
export function palette(): Plugin {
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
