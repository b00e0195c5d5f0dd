// A reason has a code of its own and a sentence that a citizen may read as it stands.

import { expect, it } from 'vitest';
import { basisOf, defectReasons, reasonsFor } from './defect-reasons.ts';
import { actionSchema } from './dossier-action.ts';

it('every reason is one that an act takes, under a code of its own', () => {
  expect(new Set(defectReasons.map(({ code }) => code)).size).toBe(defectReasons.length);
  for (const reason of reasonsFor('supplement')) {
    const { words, code } = reason;
    const basis = basisOf(reason, { receivedAt: null });
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
    for (const [said, taken] of [
      [words, false],
      [`${words} hồ sơ số 12.`, true],
    ] as const)
      expect(actionSchema.safeParse({ type: 'refuse', reasons: [said] }).success, said).toBe(taken);
});

it('names the rule of the moment: the counter’s before reception, that of appraisal after', () => {
  const at = '2026-12-07T08:00:00+07:00';
  for (const reason of reasonsFor('supplement')) {
    expect(basisOf(reason, { receivedAt: null })).toMatch(/^Điểm c khoản 1 Điều 17 /);
    expect(basisOf(reason, { receivedAt: at })).toMatch(/^Khoản 5 Điều 19 /);
  }
});
