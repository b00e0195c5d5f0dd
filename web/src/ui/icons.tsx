// The few icons of the counter, drawn on a 20 px grid with one stroke. Always beside words, so hidden from readers.

const paths = {
  folder:
    'M3 6.5A1.5 1.5 0 0 1 4.5 5h3.2l2 2.5h5.800A1.5 1.5 0 0 1 17 9v5.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5z',
  inbox: 'M3 11.5h4l1 2h4l1-2h4M3 11.5 5.2 4.5h9.600L17 11.5v4H3z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.5 2',
  hourglass:
    'M5.5 3h9M5.5 17h9M6.5 3v2.5c0 2 3.5 2.5 3.5 4.5s-3.5 2.5-3.5 4.5V17M13.5 3v2.5c0 2-3.5 2.5-3.5 4.5s3.5 2.5 3.5 4.5V17',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.300v.1',
  pause: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8.2 7.5v5M11.8 7.5v5',
  check: 'M4 10.5l4 4 8-9',
  done: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 10.200l2.2 2.2 4-4.5',
  refused: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5.2 5.200l9.6 9.6',
  dash: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 10h6',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  print: 'M6 7V3h8v4M6 14H3.5V8.5A1.5 1.5 0 0 1 5 7h10a1.5 1.5 0 0 1 1.5 1.5V14H14M6 12h8v5H6z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  cross: 'M5 5l10 10M15 5 5 15',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  back: 'M16 10H4M9 4.5 3.5 10 9 15.5',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  paper: 'M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10.5h5M7.5 13.5h5',
  flag: 'M5 17V3.5h9.5L12.5 7l2 3.5H5',
  chat: 'M3.5 4.5h13v9h-7L6 16.5v-3H3.5z',
  speaker: 'M3 8h3l4-3.5v11L6 12H3zM13 7.5a3.5 3.5 0 0 1 0 5M15.2 5.200a6.700 6.700 0 0 1 0 9.600',
  sent: 'M5 10.5l3.5 3.5L15.5 6.5',
  received: 'M2.5 10.5 6 14l7-7.5M9.5 13.5l.5.5 7.5-7.5',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.700h7',
  steps: 'M3 4h6v4H3zM11 12h6v4h-6zM6 8v6h5',
  phone: 'M6.5 2.5h7v15h-7zM9.2 15h1.6',
  book: 'M4 3.5h10A1.5 1.5 0 0 1 15.5 5v11.5h-10A1.5 1.5 0 0 1 4 15zM4 15A1.5 1.5 0 0 1 5.5 13.500h10M7.5 7h4.5',
  save: 'M10 3v9M6 8.500l4 4 4-4M4 16h12',
  rail: 'M3 4h14v12H3zM8 4v12',
  camera:
    'M3 6.5h3l1.500-2h5l1.500 2h3v9.500H3zM10 13.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400Z',
  rotate: 'M15.5 7A6 6 0 1 0 16 11M16 3.500V7.500h-4',
  crop: 'M6 2.500V14h11.500M2.500 6H14v11.500',
  tree: 'M7.5 3h5v4h-5zM2.5 13h5v4h-5zM12.5 13h5v4h-5zM10 7v3M5 13v-3h10v3',
  more: 'M4 9a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM10 9a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM16 9a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  filter: 'M3 5h14M6 10h8M8.500 15h3',
  link: 'M8.5 11.5l3-3M7 9 4.8 11.200a2.8 2.8 0 0 0 4 4L11 13M13 11l2.2-2.200a2.8 2.8 0 0 0-4-4L9 7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
