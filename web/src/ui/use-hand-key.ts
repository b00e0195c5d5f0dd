// Keys that change something under the hand: a scanner's burst begins with the same keys and must change nothing.

import { useRef } from 'react';

/** Longer than between two keys of a scanner, shorter than anybody notices. */
const burstMs = 60;

/** Acts a moment after a key, unless another such key follows at a speed no hand has. */
export function useHandKey(): (act: () => void) => void {
  const last = useRef<{ at: number; timer: number }>({ at: -burstMs, timer: 0 });
  return (act) => {
    const at = performance.now();
    window.clearTimeout(last.current.timer);
    const byHand = at - last.current.at > burstMs;
    last.current = { at, timer: byHand ? window.setTimeout(act, burstMs) : 0 };
  };
}
