// Two faults of the intake, played and reckoned up: PostgreSQL away while webhooks arrive, and a burst. For the fault table.

import { vi } from 'vitest';
import { type Burst, burst } from './burst.ts';
import type { IntakeWorld } from './intake-world.ts';

export interface OutagePlayed {
  acknowledged: number;
  /** Acknowledged and not in the database afterwards; there twice; there before an earlier one of the same person. */
  lost: number;
  doubled: number;
  disorder: number;
  /** Until the first webhook of the outage was answered, and until everything was in the database again. */
  takeOverMs: number;
  backMs: number;
}

/** `events` webhooks of fifty people, fifty at a time, while the database refuses or falls silent; then it comes back. */
export async function playOutage(
  world: IntakeWorld,
  { how, events }: { how: 'refuse' | 'stall'; events: number },
): Promise<OutagePlayed> {
  const acknowledged = new Set<string>();
  const post = async (at: number): Promise<void> => {
    const id = `${at}`;
    const { kind } = await world.post({ id, userId: String(1000 + (at % 50)), at: 1_796_605_200_000 + at });
    if (kind === 'taken' || kind === 'spooled') acknowledged.add(id);
  };
  await post(0);
  world.gateToDatabase[how]();
  const struck = performance.now();
  await post(1);
  const takeOverMs = Math.round(performance.now() - struck);
  for (let at = 2; at < events; at += 50)
    await Promise.all(Array.from({ length: Math.min(50, events - at) }, (_, more) => post(at + more)));
  world.gateToDatabase.open();
  const opened = performance.now();
  await untilDirect(world);
  const backMs = Math.round(performance.now() - opened);
  const arrived = await world.arrived();
  const last = new Map<number, number>();
  let disorder = 0;
  for (const at of arrived.map(Number)) {
    if (at < (last.get(at % 50) ?? -1)) disorder += 1;
    last.set(at % 50, at);
  }
  const there = new Set(arrived);
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !there.has(id)).length,
    doubled: arrived.length - there.size,
    disorder,
    takeOverMs,
    backMs,
  };
}

/** Webhooks at a pace of their own. `lost` are those told to be kept that the database does not have afterwards. */
export async function playBurst(
  world: IntakeWorld,
  pace: { perSecond: number; seconds: number },
): Promise<Burst & { lost: number }> {
  const played = await burst(
    async (n) => (await world.post({ id: `b-${n}`, userId: String(n % 500) })).kind,
    pace,
  );
  await untilDirect(world);
  const arrived = new Set(await world.arrived());
  const kept = (played.answers['taken'] ?? 0) + (played.answers['spooled'] ?? 0);
  return { ...played, lost: Math.max(0, kept - arrived.size) };
}

function untilDirect(world: IntakeWorld): Promise<void> {
  return vi.waitFor(
    () => {
      if (world.intake().state().mode !== 'direct') throw new Error('The intake still spools.');
    },
    { timeout: 120_000, interval: 10 },
  );
}
