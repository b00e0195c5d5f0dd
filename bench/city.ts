// The wards of a run: one with two thousand open dossiers and nothing else, one with a million besides.

import type { Context } from '../server/src/platform/context.ts';
import { copyDossiers, makeSamples } from './million.ts';
import { type BenchServer, openBenchContext, openWard } from './office.ts';
import { connectAccount } from './zalo-account.ts';

export interface Ward {
  ctx: Context;
  /** The address of its database. */
  address: string;
  folder: string;
  /** How many dossiers were copied: `tokenOf(1)` to `tokenOf(dossiers)` exist, the first `open` of them are open. */
  dossiers: number;
  open: number;
}

export interface City {
  small: Ward;
  large: Ward;
  close(): Promise<void>;
}

/** What lies open in a busy ward. */
const open = 2_000;

/** Seeds both; `dossiers` is a million unless a trial run asks for less. */
export async function buildCity(server: BenchServer, dossiers: number): Promise<City> {
  const { folder } = server;
  const address = server.addressOf('motcua');
  const first = await openWard(address);
  await connectAccount(first);
  const samples = await makeSamples(first);
  await copyDossiers(first, first.database.pool, samples.open, { first: 1, last: open }, { ledger: true });
  await first.database.pool.query('analyze');
  // A database is copied only while nobody uses it.
  await first.database.close();
  const template = openBenchContext(server.addressOf('postgres'));
  await template.database.pool.query('create database small template motcua');
  await template.database.close();
  const ctx = openBenchContext(address);
  const { pool } = ctx.database;
  await copyDossiers(ctx, pool, samples.returned, { first: open + 1, last: dossiers }, { ledger: false });
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
  const smallAddress = server.addressOf('small');
  const small = openBenchContext(smallAddress);
  return {
    large: { ctx, address, folder, dossiers, open },
    small: { ctx: small, address: smallAddress, folder, dossiers: open, open },
    close: async () => {
      await small.database.close();
      await ctx.database.close();
    },
  };
}
