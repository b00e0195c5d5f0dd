// The faults of the intake, sampled: small enough for every run.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { playBurst, playOutage } from './intake-faults.ts';
import { createIntakeWorld, type IntakeWorld } from './intake-world.ts';

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
});
afterEach(() => world.close());

test.each(['refuse', 'stall'] as const)(
  'an outage (%s) loses, doubles and disorders nothing',
  async (how) => {
    const played = await playOutage(world, { how, events: 1_000 });
    expect(played).toMatchObject({ lost: 0, doubled: 0, disorder: 0 });
    expect(played.acknowledged).toBeGreaterThan(900);
  },
);

test('a burst is kept whole', async () => {
  const played = await playBurst(world, { perSecond: 350, seconds: 1 });
  expect(played).toMatchObject({ sent: 350, lost: 0 });
});
