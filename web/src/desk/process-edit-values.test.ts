// What the form does to a process: a step goes to another agency with a unit of its own, and asks others.

import type { Process } from '@motcua/domain/process';
import { expect, test } from 'vitest';
import { askAgency, newConsultation, setAgency, setConsultations } from './process-edit-values.ts';

const process: Process = {
  procedureCode: '1.004873',
  steps: [
    { id: 's1', kind: 'work', name: 'Thẩm tra', unit: 'tu-phap', role: 'specialist', budgetMinutes: 480 },
  ],
};
const branch = [{ code: 'dang-ky' }, { code: 'luu-tru' }];
const agencies = [{ code: 'H53.SXD', name: 'Sở Xây dựng' }];

test('another agency brings its first unit, and a unit that it has stays; coming home leaves no trace', () => {
  const away = setAgency(process, 0, 'H53.VPDK', branch);
  expect(away.steps[0]).toMatchObject({ agency: 'H53.VPDK', unit: 'dang-ky' });
  const other = setAgency(away, 0, 'H53.VPDK-2', [...branch].reverse());
  expect(other.steps[0]).toMatchObject({ agency: 'H53.VPDK-2', unit: 'dang-ky' });
  expect(setAgency(away, 0, '', [{ code: 'tu-phap' }])).toEqual(process);
});

test('a further question is asked with the last ones; a step that asks nobody says nothing of it', () => {
  const first = newConsultation([]);
  expect(newConsultation([{ ...first, round: 3 }]).round).toBe(3);
  const asking = setConsultations(process, 0, [first]);
  expect(asking.steps[0]?.consultations).toEqual([first]);
  expect(setConsultations(asking, 0, [])).toEqual(process);
});

test('who is asked here has a code and its own name; who is asked by letter is named by hand', () => {
  const here = askAgency(newConsultation([]), 'H53.SXD', agencies);
  expect(here).toMatchObject({ agency: 'Sở Xây dựng', agencyCode: 'H53.SXD' });
  expect(askAgency(here, '', agencies)).toEqual(newConsultation([]));
});
