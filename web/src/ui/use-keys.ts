// Keys that work anywhere on a page, except while someone types or a dialog is open.

import { useEffect, useRef } from 'react';
import { recall, remember } from './storage.ts';

const storageKey = 'motcua.single-keys';

/** Whether single-letter keys act (WCAG 2.1.4: they can be turned off). */
export function singleKeysOn(): boolean {
  return recall(storageKey) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  remember(storageKey, on ? 'on' : 'off');
}

type KeyActions = Record<string, (() => void) | undefined>;

/** The newest part of the page hears a key first: a page inside a frame before the frame. */
const layers: { current: KeyActions }[] = [];

/** Acts on plain keys by their character: `j`, `/`, `?`, `Escape`. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (layers.length === 0) window.addEventListener('keydown', onKey);
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.key.length === 1 && !singleKeysOn()) return;
  if (isTyping(event.target) || document.querySelector('[role="dialog"]') !== null) return;
  if (event.key === 'Enter' && actsByItself(event.target)) return;
  const action = layers.findLast((layer) => layer.current[event.key] !== undefined)?.current[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** Enter presses what has the focus; but the row of the dossier that is open already has nothing left to open. */
function actsByItself(target: EventTarget | null): boolean {
  const pressed = target instanceof Element ? target.closest('a, button, summary, input') : null;
  return pressed !== null && !pressed.matches('[data-row][aria-current]');
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isToggle(target)))
  );
}

function isToggle(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
}
