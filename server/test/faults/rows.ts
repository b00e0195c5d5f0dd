// The fault table: every row, in the order of the catalogue.

import { databaseRows } from './database-rows.ts';
import { intakeRows } from './intake-rows.ts';
import { lineRows } from './line-rows.ts';
import { paceRows } from './pace-rows.ts';
import type { FaultRow, Found } from './row.ts';
import { tokenRows } from './token-rows.ts';

export const faultRows: readonly FaultRow[] = [
  ...databaseRows,
  ...intakeRows,
  ...lineRows,
  ...paceRows,
  ...tokenRows,
].toSorted((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2)));

export interface Played extends Found {
  id: string;
  name: string;
  seed: number;
  /** How long the row took on this machine. */
  seconds: number;
}

export async function playRow(row: FaultRow, seed: number, size: number): Promise<Played> {
  const began = performance.now();
  const found = await row.play(seed, size);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { id: row.id, name: row.name, seed, seconds, ...found };
}
