// What a row of the fault table is; and how most are played: a fault, a busy ward, calm, and a reckoning.

import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { type Reckoning, reckon } from './reckoning.ts';
import { type Fire, openFire } from './ward-under-fire.ts';

/** Things worth knowing beside the reckoning: what was measured. */
export type Numbers = Record<string, string | number>;

export type Found = Reckoning & { numbers: Numbers };

export interface FaultRow {
  /** The row of the catalogue of faults this comes from. */
  id: string;
  name: string;
  /** Messages may arrive once more, as often as the program counted, or end in doubt: Zalo cannot be asked either. */
  mayRepeat?: boolean;
  /** Messages may be given up: the people cannot be reached. */
  mayFail?: boolean;
  /** Throws when something else than what is reckoned is not as it must be. */
  play(seed: number, size: number): Promise<Found>;
}

export type FireRow = Omit<FaultRow, 'play'> & { play(fire: Fire, size: number): Promise<Numbers> };

/** Plays against a busy ward, and reckons. */
export function underFire(row: FireRow): FaultRow {
  return {
    ...row,
    async play(seed, size) {
      const fire = await openFire(seed);
      try {
        const numbers = await row.play(fire, size);
        return { numbers, ...(await reckon(fire)) };
      } finally {
        await fire.world.close();
      }
    },
  };
}

/** Faults of the street that are there while the ward lives. */
export function during(
  id: string,
  name: string,
  faults: readonly FaultSpec[],
  more: Pick<FaultRow, 'mayRepeat' | 'mayFail'> = {},
): FaultRow {
  return underFire({
    id,
    name,
    ...more,
    async play(fire, size) {
      for (const fault of faults) fire.strike(fault);
      await fire.live(40 * size);
      const struck = fire.world.running.street.faults.list().reduce((sum, each) => sum + each.struck, 0);
      await fire.calm();
      return { struck };
    },
  });
}

export const minute = 60_000;
export const hour = 60 * minute;

/** The values at half, at 99 of 100, and at the end, with one decimal. */
export function spread(name: string, values: readonly number[]): Numbers {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { [`${name}P50`]: at(0.5), [`${name}P99`]: at(0.99), [`${name}Max`]: at(1) };
}
