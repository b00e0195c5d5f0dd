// Makes elements: a tag, its attributes and listeners, its children.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** `on…` attributes are listeners, true is an empty attribute, null, undefined and false leave it out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Paths on a 24-unit square, drawn as two-unit strokes. */
const drawings = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  reload: 'M20 12a8 8 0 1 1-2.5-5.8M20 4v4.5h-4.5',
  send: 'M4 12l16-8-5 16-3.5-6.5L4 12z',
  plus: 'M12 5v14M5 12h14',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16',
  sticker: 'M12 21a9 9 0 1 1 9-9c-3 0-9 3-9 9zM9 10h.01M15 10h.01M9 14c1.2 1 2.4 1.3 3.6.9',
  voice: 'M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  place: 'M12 21c4-4.5 7-8 7-11a7 7 0 0 0-14 0c0 3 3 6.5 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  paste: 'M8 5H6v15h12V5h-2M9 3h6v4H9z',
  reply: 'M10 7l-5 5 5 5M5 12h9a5 5 0 0 1 5 5v1',
  heart: 'M12 20c-5-3.5-8-6.5-8-10a4.3 4.3 0 0 1 8-2.2A4.3 4.3 0 0 1 20 10c0 3.5-3 6.5-8 10z',
  star: 'M12 4l2.5 5.2 5.6.7-4.1 3.9 1 5.6-5-2.8-5 2.8 1-5.6L3.9 9.9l5.6-.7z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-5.5l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 5.5l1-1',
  phone:
    'M6 4h4l1.5 5-2.5 1.5a11 11 0 0 0 4.5 4.5L15 12.5l5 1.5v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
  sent: 'M5 12.5l4.5 4.5L19 7.5',
  received: 'M2 12.5L6.5 17 16 7.5M11.5 16l.9 1L22 7.5',
  signal: 'M4 18v-2M9 18v-5M14 18V9M19 18V5',
  battery: 'M3 8h15v8H3zM21 11v2M6 11v2M9 11v2M12 11v2',
} as const;

export type IconName = keyof typeof drawings;

/** A decorative drawing; the button around it carries the words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}

export function iconButton(
  name: IconName,
  label: string,
  onclick: () => void,
  className = '',
): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: `icon-button ${className}`, 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/** Initials on a colour that stays with the person. */
export function avatar(name: string, id: string): HTMLElement {
  const words = name.trim().split(/\s+/);
  const initials = [words.at(-2), words.at(-1)].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
  const hue = Math.round(Number(id.slice(-6)) * 137.508) % 360;
  const made = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  made.style.setProperty('--hue', String(hue));
  return made;
}

/** Replaces what is inside. */
export function fill(target: HTMLElement, ...children: Child[]): void {
  target.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
}
