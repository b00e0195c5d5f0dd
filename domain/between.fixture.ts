// A process of two agencies, for tests: taken in at the ward, worked on at the land registration branch.

import type { Elsewhere } from './dossier.ts';
import type { PlaceOf } from './dossier-place.ts';
import { type Officer, officer, usualProcess } from './dossier-story.ts';
import type { Process } from './process.ts';

export const elsewhere: Elsewhere = {
  agencyId: 'agency-land',
  agencyName: 'Chi nhánh Văn phòng đăng ký đất đai',
  unitName: 'Phòng Đăng ký',
};

export const placeOf: PlaceOf = ({ agency }) => (agency === 'H53.VPDK' ? elsewhere : undefined);

export const landOfficer: Officer = {
  ...officer('specialist', 'dang-ky', 'land-officer'),
  agencyId: 'agency-land',
};

export const throughTwo: Process = {
  ...usualProcess,
  steps: usualProcess.steps.map((step) =>
    step.id === 's2' ? { ...step, agency: 'H53.VPDK', unit: 'dang-ky' } : step,
  ),
};
