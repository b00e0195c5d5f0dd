// As of a day, as known at a moment: the four questions that one history of an agency answers differently.

import { expect, it } from 'vitest';
import { type AgencyFact, agenciesAsOf } from './agency.ts';

const common = {
  agencyId: 'kien-tuong',
  validUntil: null,
  stands: true,
  kind: 'commune',
  parentId: null,
  officeName: 'Bộ phận Một cửa',
  successorId: null,
  ground: 'Nghị quyết',
} as const;
const facts: AgencyFact[] = [
  { ...common, seq: 1, validFrom: null, name: 'Phường 2', knownSince: '2025-01-02T08:00:00+07:00' },
  // Decided in June for the first of July; written down late, in August.
  {
    ...common,
    seq: 2,
    validFrom: '2025-07-01',
    name: 'Phường Kiến Tường',
    knownSince: '2025-08-04T09:00:00+07:00',
  },
  {
    ...common,
    seq: 3,
    validFrom: '2027-01-01',
    name: '',
    stands: false,
    knownSince: '2026-11-02T09:00:00+07:00',
  },
];
const nameOn = (day: string, known: string) => agenciesAsOf(facts, day, known).get('kien-tuong')?.name;

it('tells what holds on a day by what is known now', () => {
  expect(nameOn('2025-06-30', '2026-12-01T08:00:00+07:00')).toBe('Phường 2');
  expect(nameOn('2025-07-01', '2026-12-01T08:00:00+07:00')).toBe('Phường Kiến Tường');
});

it('tells what was believed of that day before it was written down', () => {
  expect(nameOn('2025-07-15', '2025-08-04T08:59:59+07:00')).toBe('Phường 2');
  expect(nameOn('2025-07-15', '2025-08-04T09:00:00+07:00')).toBe('Phường Kiến Tường');
});

it('knows the end of an agency, and nothing of one before it was written down at all', () => {
  const ended = agenciesAsOf(facts, '2027-01-01', '2026-12-01T08:00:00+07:00').get('kien-tuong');
  expect(ended?.stands).toBe(false);
  expect(agenciesAsOf(facts, '2027-01-01', '2026-11-01T08:00:00+07:00').get('kien-tuong')?.stands).toBe(true);
  expect(agenciesAsOf(facts, '2025-07-01', '2025-01-01T08:00:00+07:00').size).toBe(0);
});
