// Where a dossier lies after a merger: its own agency's, another's that lies there, and one that only will.

import { expect, it } from 'vitest';
import { apply } from './dossier-apply.ts';
import { accepted, afterwards, agencyId, filed, usualProcess } from './dossier-story.ts';
import { type Merger, mergeEvent } from './merger.ts';

const merger: Merger = {
  from: { agencyId, code: 'H53.1', name: 'Phường Một' },
  to: { agencyId: 'agency-2', code: 'H53.2', name: 'Phường Hai' },
  units: { 'mot-cua': 'mot-cua', 'tu-phap': 'ho-tich', 'lanh-dao': 'lanh-dao', 'van-phong': 'van-phong' },
  unitNames: { 'mot-cua': 'Một cửa', 'ho-tich': 'Hộ tịch', 'lanh-dao': 'Lãnh đạo', 'van-phong': 'Văn phòng' },
  decision: 'Quyết định số 1',
};
const atWork = afterwards(accepted(), 'pass_on', 'claim');
const merged = (given: Merger, keeps = true, { dossier, at } = atWork) => {
  const event = mergeEvent(dossier, given, keeps);
  if (event === null) return null;
  const actor = { kind: 'system', rule: 'merger' } as const;
  return apply(dossier, { seq: dossier.version + 1, at, actor, event });
};

it('goes on where it lies, in the unit that goes on, with whoever holds it', () => {
  const after = merged(merger);
  expect(after).toMatchObject({ agencyId: 'agency-2', code: atWork.dossier.code, status: 'in_process' });
  expect(after?.holding).toMatchObject({
    unit: 'ho-tich',
    officerId: 'specialist',
    since: atWork.dossier.holding.since,
  });
  expect(after?.process.steps.map(({ unit }) => unit)).toEqual([
    'mot-cua',
    'ho-tich',
    'lanh-dao',
    'van-phong',
    'mot-cua',
  ]);
  expect(merged(merger, false)?.holding.officerId).toBeNull();
});

it('has nothing more to do once it was done, nor with dossiers of others', () => {
  const done = merged(merger);
  if (done === null) throw new Error('It moves.');
  expect(mergeEvent(done, merger, true)).toBeNull();
  const foreign = { ...merger, from: { ...merger.from, agencyId: 'agency-9', code: 'H53.9' } };
  expect(mergeEvent(atWork.dossier, foreign, true)).toBeNull();
});

it('sends steps of the ended agency to the successor, or home where the successor is home', () => {
  const steps = usualProcess.steps.map((step) =>
    step.kind === 'approve' ? { ...step, agency: 'H53.9' } : step,
  );
  const going = filed({ process: { ...usualProcess, steps } });
  const from = { agencyId: 'agency-9', code: 'H53.9', name: 'Phường Chín' };
  expect(merged({ ...merger, from }, true, going)?.process.steps[2]).toMatchObject({ agency: 'H53.2' });
  const home = { ...merger, from, to: { agencyId, code: 'H53.1', name: 'Phường Một' } };
  expect(merged(home, true, going)?.process.steps[2]).not.toHaveProperty('agency');
});
