// The colours of the house, light and dark: the only place a colour is written. `contrast.test.ts` proves them legible.

/** What a status looks like: the words and icons on it, and the tint behind. */
export const tones = ['green', 'amber', 'red', 'slate', 'sage', 'plum', 'grey'] as const;
export type Tone = (typeof tones)[number];

export interface Palette {
  page: string;
  surface: string;
  sunken: string;
  hairline: string;
  /** Edges of things one can type into or press: 3:1 against what is around. */
  edge: string;
  text: string;
  quiet: string;
  ink: string;
  inkFilled: string;
  inkFilledHover: string;
  inkTint: string;
  onInk: string;
  lacquer: string;
  onLacquer: string;
  danger: string;
  dangerFilled: string;
  note: string;
  tone: Record<Tone, { text: string; tint: string }>;
}

export const light: Palette = {
  page: '#faf8f4',
  surface: '#ffffff',
  sunken: '#f3f0ea',
  hairline: '#e5e0d7',
  edge: '#8c8478',
  text: '#1f1b16',
  quiet: '#625a4f',
  ink: '#0b4f9e',
  inkFilled: '#0b4f9e',
  inkFilledHover: '#083f80',
  inkTint: '#e9f1fa',
  onInk: '#ffffff',
  lacquer: '#9e1b1b',
  onLacquer: '#ffffff',
  danger: '#a8231b',
  dangerFilled: '#a8231b',
  note: '#fff6d3',
  tone: {
    green: { text: '#17663a', tint: '#e5f2e9' },
    amber: { text: '#834d00', tint: '#fcf0d9' },
    red: { text: '#a8231b', tint: '#fceae7' },
    slate: { text: '#3b567f', tint: '#e8eef6' },
    sage: { text: '#48604f', tint: '#ecf1ed' },
    plum: { text: '#752a66', tint: '#f6e9f3' },
    grey: { text: '#5b5449', tint: '#f0ece5' },
  },
};

export const dark: Palette = {
  page: '#161412',
  surface: '#1e1b18',
  sunken: '#121110',
  hairline: '#38332d',
  edge: '#80776b',
  text: '#eee9e2',
  quiet: '#b4aba0',
  ink: '#8fbcf5',
  inkFilled: '#2a68b3',
  inkFilledHover: '#3273c0',
  inkTint: '#1a2a3d',
  onInk: '#ffffff',
  lacquer: '#9e1b1b',
  onLacquer: '#ffffff',
  danger: '#ff9d92',
  dangerFilled: '#b3362c',
  note: '#3a3316',
  tone: {
    green: { text: '#7fd3a0', tint: '#16301f' },
    amber: { text: '#f2bd6b', tint: '#38280f' },
    red: { text: '#ff9d92', tint: '#40201c' },
    slate: { text: '#a5c0ea', tint: '#1f2b3e' },
    sage: { text: '#abc6b3', tint: '#222c25' },
    plum: { text: '#e4a6d6', tint: '#371f32' },
    grey: { text: '#c2b9ad', tint: '#2b2722' },
  },
};

/** The palette as CSS variables: `--mc-text`, `--mc-green`, `--mc-green-tint` … */
export function paletteVariables(palette: Palette): Record<string, string> {
  const { tone, ...plain } = palette;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(plain))
    variables[`--mc-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  for (const name of tones) {
    variables[`--mc-${name}`] = tone[name].text;
    variables[`--mc-${name}-tint`] = tone[name].tint;
  }
  return variables;
}
