// A reason has a code of its own and a sentence that a citizen may read as it stands.

import { expect, it } from 'vitest';
import { defectReasons, reasonsFor } from './defect-reasons.ts';
import { actionSchema } from './dossier-action.ts';

it('every reason is one that an act takes, under a code of its own', () => {
  expect(new Set(defectReasons.map(({ code }) => code)).size).toBe(defectReasons.length);
  for (const { words, code, basis } of reasonsFor('supplement')) {
    const item = {
      target: { kind: 'paper', paperId: 'p1' },
      label: 'Tờ khai',
      reason: words,
      reasonCode: code,
      ...(basis === null ? {} : { basis }),
    };
    expect(words).toMatch(/^[A-ZĐẢ].*\.$/);
    expect(
      actionSchema.safeParse({ type: 'request_supplement', items: [item], sectorGround: null }).success,
    ).toBe(true);
  }
  for (const { words } of reasonsFor('refusal'))
    expect(actionSchema.safeParse({ type: 'refuse', reasons: [words] }).success).toBe(true);
});
