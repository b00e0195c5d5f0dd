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

const consultation = { question: 'Ranh giới thửa đất có tranh chấp không?', budgetMinutes: 480 } as const;

/** The land branch is asked here, then the police on paper; silence of the one is consent, the other is waited for. */
export const asking: Process = {
  ...usualProcess,
  steps: usualProcess.steps.map((step) =>
    step.id === 's2'
      ? {
          ...step,
          consultations: [
            { ...consultation, agency: 'Chi nhánh', agencyCode: 'H53.VPDK', round: 1, onSilence: 'consent' },
            { ...consultation, agency: 'Sở Tài chính', round: 1, onSilence: 'report' },
            { ...consultation, agency: 'Công an', round: 2, onSilence: 'wait' },
          ],
        }
      : step,
  ),
};

export const agencyOf = (code: string) => (code === 'H53.VPDK' ? elsewhere.agencyId : undefined);

export const throughTwo: Process = {
  ...usualProcess,
  steps: usualProcess.steps.map((step) =>
    step.id === 's2' ? { ...step, agency: 'H53.VPDK', unit: 'dang-ky' } : step,
  ),
};
