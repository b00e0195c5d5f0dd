// Enter walks the fields of a form in their order; the last one leads to the button.

import type { KeyboardEvent } from 'react';

/** For the form's keydown. Fields marked `data-no-walk` keep Enter for themselves. */
export function walkFields(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || event.defaultPrevented) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.closest('[data-no-walk]') !== null) return;
  event.preventDefault();
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input:not([disabled]), [data-last-stop]'),
  ].filter((stop) => stop.offsetParent !== null && !isUncheckedRadio(stop));
  const group = target.closest('[data-walk-once]');
  const here = stops.indexOf(target);
  const next = stops.slice(here + 1).find((stop) => group === null || !group.contains(stop));
  next?.focus();
  if (next instanceof HTMLInputElement && next.type !== 'checkbox' && next.type !== 'radio') next.select();
}

/** Inside a group of radios only the chosen one is a stop. */
function isUncheckedRadio(stop: HTMLElement): boolean {
  return stop instanceof HTMLInputElement && stop.type === 'radio' && !stop.checked;
}
