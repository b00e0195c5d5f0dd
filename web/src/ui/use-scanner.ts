// A barcode scanner is a very fast typist who ends with Enter: heard anywhere, and what it typed into a field is taken back.

import { useEffect, useRef } from 'react';

const betweenKeysMs = 80;
const shortest = 8;
/** From this length on a burst is surely a machine, and its letters no longer act as keys. */
const surelyMachine = 6;

/** The last of those that know what was scanned has it. The frame around all pages stands first, whenever it came. */
const hearing: { current: { accept: (text: string) => boolean } }[] = [];

/** Calls back with what was scanned. `accept` says whether the text is something we scan at all. */
export function useScanner(
  accept: (text: string) => boolean,
  onScan: (text: string) => void,
  place: 'page' | 'frame' = 'page',
): void {
  const latest = useRef({ accept, onScan });
  useEffect(() => {
    latest.current = { accept, onScan };
  });
  useEffect(() => {
    let text = '';
    let lastAt = 0;
    let field: { element: HTMLInputElement | HTMLTextAreaElement; before: string } | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const fast = event.timeStamp - lastAt < betweenKeysMs;
      lastAt = event.timeStamp;
      if (event.key === 'Enter') {
        const taker = hearing.findLast(({ current }) => current.accept(text));
        if (fast && text.length >= shortest && taker === latest) {
          event.preventDefault();
          event.stopPropagation();
          if (field !== null) restoreField(field.element, field.before);
          latest.current.onScan(text);
        } else if (fast && text.length >= surelyMachine && field === null && taker === undefined) {
          // What a machine read and nobody knows must not press anything.
          event.preventDefault();
          event.stopPropagation();
        }
        text = '';
        return;
      }
      if (event.key.length !== 1) return;
      if (!fast || text === '') {
        text = '';
        const { target } = event;
        field =
          target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
            ? { element: target, before: target.value }
            : null;
      } else if (text.length >= surelyMachine) event.stopPropagation();
      text += event.key;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    if (place === 'frame') hearing.unshift(latest);
    else hearing.push(latest);
    return () => {
      hearing.splice(hearing.indexOf(latest), 1);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [place]);
}

/** Sets a field's value so that React hears of it. */
export function restoreField(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
