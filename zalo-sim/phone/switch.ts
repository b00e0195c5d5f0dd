// A row with a name, a sentence, sometimes a number, and a switch at its end.

import { element } from './element.ts';

export interface SwitchRow {
  element: HTMLElement;
  /** Shows whether it is on; the row itself only asks. */
  set(on: boolean): void;
}

export function switchRow(
  label: string,
  says: string,
  ask: (on: boolean) => void,
  field?: HTMLInputElement,
  unit?: string,
): SwitchRow {
  const button = element('button', {
    type: 'button',
    class: 'switch',
    role: 'switch',
    'aria-checked': 'false',
    'aria-label': label,
    onclick: () => ask(button.getAttribute('aria-checked') !== 'true'),
  });
  const row = element(
    'div',
    { class: 'switch-row' },
    element(
      'span',
      { class: 'fault-words' },
      element('span', { class: 'fault-name' }, label),
      element('span', { class: 'small' }, says),
    ),
    field && element('label', { class: 'knob small' }, field, element('span', { class: 'unit' }, unit)),
    button,
  );
  return { element: row, set: (on) => button.setAttribute('aria-checked', String(on)) };
}
