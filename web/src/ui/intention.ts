// One idempotency key per intention: the same body sent again is a retry, a changed body is a new intention.

import { useRef } from 'react';

/** Gives the key for a body; a retry of the same body gets the same key. `done` begins a new intention. */
export function useIntention(): { keyFor: (body: unknown) => string; done: () => void } {
  const last = useRef<{ text: string; key: string } | null>(null);
  return {
    keyFor: (body) => {
      const text = JSON.stringify(body);
      if (last.current?.text !== text) last.current = { text, key: newKey() };
      return last.current.key;
    },
    done: () => {
      last.current = null;
    },
  };
}

/** A random UUID, also on pages without TLS, where `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
