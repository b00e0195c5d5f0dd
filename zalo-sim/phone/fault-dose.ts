// How much of the next fault, and for whom: always, a share, a count, or for some minutes.

import type { Aim, Dose, Family, FaultKind } from '../src/faults-kinds.ts';
import { element } from './element.ts';
import { familyWords, faultGroups } from './fault-words.ts';

const modes = [
  { value: 'always', label: 'Mọi lần', usual: 1, most: 1 },
  { value: 'share', label: 'Tỷ lệ (%)', usual: 20, most: 100 },
  { value: 'times', label: 'Số lần tới', usual: 3, most: 1_000_000 },
  { value: 'forMs', label: 'Số phút tới', usual: 10, most: 43_200 },
] as const;

export function createDose() {
  const mode = element('select', { class: 'field', 'aria-label': 'Mức' });
  mode.append(...modes.map(({ value, label }) => element('option', { value }, label)));
  const number = element('input', {
    class: 'field number',
    type: 'number',
    min: 1,
    'aria-label': 'Giá trị của mức',
  });
  const family = element('select', { class: 'field', 'aria-label': 'Lời gọi nào' });
  family.append(
    element('option', { value: '' }, 'Mọi lời gọi'),
    ...Object.entries(familyWords).map(([value, label]) => element('option', { value }, label)),
  );
  const alone = element('input', { type: 'checkbox' });
  const name = element('span');
  const chosen = () => modes.find((one) => one.value === mode.value) ?? modes[0];
  const choose = () => {
    const { value, usual, most } = chosen();
    number.hidden = value === 'always';
    number.max = String(most);
    number.value = String(usual);
  };
  mode.addEventListener('change', choose);
  choose();

  return {
    element: element(
      'fieldset',
      { class: 'dose' },
      element('legend', {}, 'Bật sự cố mới với'),
      element('div', { class: 'line' }, mode, number, family),
      element('label', { class: 'line check small' }, alone, name),
    ),
    update(personName: string): void {
      name.textContent = `Chỉ với ${personName}`;
    },
    isValid: () => number.hidden || number.reportValidity(),
    /** The dose and the aim for a fault of this kind. */
    read(kind: FaultKind, personId: string | undefined): Dose & Aim {
      const group = faultGroups.find(({ kinds }) => kinds.includes(kind));
      const value = number.valueAsNumber;
      const doses: Record<(typeof modes)[number]['value'], Dose> = {
        always: {},
        share: { share: value / 100 },
        times: { times: value },
        forMs: { forMs: value * 60_000 },
      };
      return {
        ...doses[chosen().value],
        ...(group?.byFamily && isFamily(family.value) && { families: [family.value] }),
        ...(alone.checked && personId !== undefined && { personId }),
      };
    },
  };
}

function isFamily(value: string): value is Family {
  return Object.hasOwn(familyWords, value);
}
