// Until when an answer holds: whatever state a dossier is in, no word of it changes before the moment it names.

import type { ActionType } from '@motcua/domain/dossier-action';
import {
  accepted,
  afterwards,
  agencyId,
  calendar,
  filed,
  type Story,
  staff,
} from '@motcua/domain/dossier-story';
import { lastUsefulMoment } from '@motcua/domain/step-plan';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { expect, test } from 'vitest';
import type { Frame } from '../agencies/frame-store.ts';
import { viewTrackingStatus } from './view.ts';

const frame: Frame = {
  agency: {
    id: agencyId,
    code: 'kien-tuong',
    name: 'Ủy ban nhân dân phường Kiến Tường',
    officeName: 'Trung tâm Phục vụ hành chính công',
    superiorName: 'Tỉnh Tây Ninh',
    placeName: 'Kiến Tường',
    address: 'Số 1',
    phone: null,
    leaseMinutes: null,
    dossierCodePrefix: '000.00.27.H53',
  },
  units: [],
  calendar,
};

const evening = '2026-11-27T18:30:00+07:00';
const stories: [string, Story][] = [
  ['filed in the morning', filed()],
  ['filed when the office is shut', filed({ at: evening })],
  ['filed at a moment with seconds', filed({ at: '2026-11-24T09:10:37+07:00' })],
  ['accepted', accepted()],
  ['due the same day', accepted({ term: { unit: 'same_day', cutoff: '15:00' } })],
  ['due in hours', accepted({ term: { unit: 'working_hour', value: 3 } })],
  ['without a term', accepted({ term: { unit: 'none' } })],
  ...(
    [
      ['refused', ['refuse_at_intake'], filed()],
      ['a supplement asked before reception', ['request_supplement'], filed()],
      ['a supplement asked', ['request_supplement'], afterwards(accepted(), 'pass_on')],
      ['a supplement taken', ['request_supplement', 'take_supplement'], afterwards(accepted(), 'pass_on')],
      ['to be paid', ['request_payment'], afterwards(accepted(), 'pass_on')],
      ['withdrawn', ['withdraw'], accepted()],
      ['signed', ['pass_on', 'pass_on', 'approve'], accepted()],
      ['finished', ['pass_on', 'pass_on', 'approve', 'finish'], accepted()],
      [
        'finished when the office is shut',
        ['pass_on', 'pass_on', 'approve', 'finish'],
        accepted({ at: '2026-11-27T16:10:00+07:00' }),
      ],
      ['handed over', ['pass_on', 'pass_on', 'approve', 'finish', 'hand_over'], accepted()],
    ] as [string, ActionType[], Story][]
  ).map(([name, types, story]): [string, Story] => [name, afterwards(story, ...types)]),
];

/** From the last act on: every seven minutes of three weeks, and every second around what the dossier itself names. */
function moments({ dossier, at }: Story): Instant[] {
  const all = new Set<Instant>();
  for (let minute = 0; minute < 21 * 24 * 60; minute += 7) all.add(plusMinutes(at, minute));
  const named = JSON.stringify(dossier).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00/g) ?? [];
  const soon = lastUsefulMoment(dossier, calendar);
  for (const moment of [...named, ...(soon === null ? [] : [soon])])
    for (const second of [-1, 0, 1]) all.add(plusMinutes(moment, second / 60));
  for (let now = at, n = 0; n < 60; n++) {
    const { until } = look(dossier, now);
    for (const second of [-1, 0, 1]) all.add(plusMinutes(until, second / 60));
    now = plusMinutes(until, 1 / 60);
  }
  return [...all].filter((moment) => moment >= at).sort();
}

const look = (dossier: Story['dossier'], now: Instant) =>
  viewTrackingStatus({ dossier, frame, officer: staff.specialist.officerId }, now);

test.each(stories)('%s: the same words until then', (_name, story) => {
  let said = look(story.dossier, story.at);
  let changes = 0;
  for (const now of moments(story)) {
    const next = look(story.dossier, now);
    if (now < said.until) expect(next.status, `at ${now}, until ${said.until}`).toEqual(said.status);
    else changes += 1;
    said = next;
  }
  // Midnights at the least: an answer that held for ever would have shown nothing here.
  expect(changes).toBeGreaterThan(20);
});

test('an answer is kept as long as it can be: through the night only when nothing comes earlier', () => {
  const { dossier, at } = accepted();
  expect(look(dossier, at).until).toBe('2026-11-24T00:00:00+07:00');
  const shut = afterwards(
    accepted({ at: '2026-11-27T16:10:00+07:00' }),
    'pass_on',
    'pass_on',
    'approve',
    'finish',
  );
  const opens = '2026-11-30T07:30:00+07:00';
  expect(look(shut.dossier, '2026-11-30T06:00:00+07:00').until).toBe(opens);
  // At the very moment an answer may be either side of it, and holds for no time.
  expect(look(shut.dossier, opens).until).toBe(opens);
});
