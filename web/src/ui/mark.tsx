// The mark: an open door whose leaf is a speech bubble, in two strokes.

export function Mark({ size = 32, tile = true }: { size?: number; tile?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      {tile && <rect width="32" height="32" rx="8" fill="var(--mc-lacquer)" />}
      <g
        stroke={tile ? 'var(--mc-on-lacquer)' : 'currentColor'}
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M7 25.5V9a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v16.5" />
        <path d="M7 9.2l9.3 3a2 2 0 0 1 1.4 1.9v6.7a2 2 0 0 1-2 2h-3.4L7 26.6" />
      </g>
    </svg>
  );
}
