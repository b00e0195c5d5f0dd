// Rows of the fault table about tokens: killed, raced for by several processes, lost between Zalo's answer and our commit.

import { fromEpochMs, toEpochMs } from '@motcua/domain/time';
import { killTokens } from '@motcua/zalo-sim/fault-tokens';
import { makePerson, setFollowing } from '@motcua/zalo-sim/people';
import { chanceFrom } from '../../src/demo/chance.ts';
import { sendToUser } from '../../src/oa/deliver.ts';
import { oaStatuses } from '../../src/oa/status.ts';
import { claimRefresh } from '../../src/oa/store.ts';
import { accessTokenFor, type OaContext, resumeCutOffRefreshes, resumeEveryMs } from '../../src/oa/tokens.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createOaWorld, type OaWorld } from '../oa-world.ts';
import { nothingWrong } from './reckoning.ts';
import { type FaultRow, type Found, spread, underFire } from './row.ts';

export const tokenRows: readonly FaultRow[] = [
  underFire({
    id: 'R-22',
    name: 'the access token killed again and again',
    async play(fire, size) {
      const { tokens } = fire.world.running.street.state;
      for (let round = 0; round < 5 * size; round += 1) {
        tokens.access = null;
        await fire.live(6);
      }
      await fire.calm();
      return { rounds: 5 * size };
    },
  }),
  underFire({
    id: 'R-22',
    name: 'sixty-four senders and a killed token',
    async play({ world }, size) {
      const { street } = world.running;
      const person = makePerson(street, { name: 'Người nhận' });
      setFollowing(street, person, true);
      await world.settle();
      let refreshes = 0;
      for (let round = 0; round < size; round += 1) {
        const before = refreshTokenOf(street.state.tokens);
        street.state.tokens.access = null;
        const ref = { tenantId: world.tenantId, oaId: world.oaId, userId: person.id };
        const sends = Array.from({ length: 64 }, (_, at) =>
          sendToUser(world.ctx, { ...ref, message: { text: `${round}-${at}` } }),
        );
        const kinds = new Set((await Promise.all(sends)).map(({ kind }) => kind));
        if (kinds.size !== 1 || !kinds.has('sent')) throw new Error(`outcomes: ${[...kinds].join()}`);
        if (refreshTokenOf(street.state.tokens) !== before) refreshes += 1;
      }
      await world.settle();
      return { rounds: size, refreshes };
    },
  }),
  {
    id: 'R-23',
    name: 'three processes race for one refresh',
    play: (_seed, size) =>
      withProcesses(async (world, processes) => {
        const rounds = 50 * size;
        let oneWinner = 0;
        let differing = 0;
        for (let round = 0; round < rounds; round += 1) {
          const asked = world.gate.asked();
          const { access } = world.street.state.tokens;
          killTokens(world.street, 'access');
          const results = await Promise.all(
            processes.map((ctx) => accessTokenFor(ctx, world.ref, access?.value)),
          );
          if (world.gate.asked() - asked === 1) oneWinner += 1;
          const given = world.street.state.tokens.access?.value;
          differing += results.filter((one) => one.kind !== 'token' || one.accessToken !== given).length;
        }
        return {
          ...nothingWrong,
          doubled: rounds - oneWinner,
          lost: differing,
          numbers: { rounds, oneWinner },
        };
      }),
  },
  {
    id: 'R-24',
    name: 'between Zalo’s answer and our commit',
    play: (seed, size) =>
      withProcesses(async (world) => {
        const tookMs: number[] = [];
        for (let round = 0; round < 40 * size; round += 1) {
          const { access } = world.street.state.tokens;
          killTokens(world.street, 'access');
          const token = await accessTokenFor(world.ctx, world.ref, access?.value);
          if (token.kind === 'token') tookMs.push(performance.now() - world.gate.answeredAt());
        }
        const foundAfter: number[] = [];
        const chance = chanceFrom(seed);
        for (let round = 0; round < 3 * size; round += 1)
          foundAfter.push(await dieAndBeFound(world, chance.below(15)));
        const slowest = Math.max(...foundAfter);
        if (slowest > 60) throw new Error(`found only after ${slowest} seconds`);
        const lost = 40 * size - tookMs.length;
        return {
          ...nothingWrong,
          lost,
          numbers: { ...spread('windowMs', tookMs), foundAfterSeconds: slowest },
        };
      }),
  },
];

function refreshTokenOf({ refresh }: { refresh: readonly { value: string }[] }): string {
  return refresh.map(({ value }) => value).join();
}

/** Three processes: nothing is shared but the database. */
async function withProcesses(
  play: (world: OaWorld, processes: readonly OaContext[]) => Promise<Found>,
): Promise<Found> {
  const world = await createOaWorld();
  await world.connect();
  const others = [1, 2].map(() => ({
    ...world.ctx,
    database: openDatabase(world.connectionString, { max: 4 }),
  }));
  try {
    return await play(world, [world.ctx, ...others]);
  } finally {
    for (const { database } of others) await database.close();
    await world.close();
  }
}

/** A process dies in the window; gives the seconds until the operator is told, with a watch that looks at its own times. */
async function dieAndBeFound(world: OaWorld, offsetSeconds: number): Promise<number> {
  const { refreshTokenSealed } = await world.row();
  const diedAt = world.clock.now();
  await world.ctx.database.tenant(world.ref.tenantId, (tx) =>
    claimRefresh(tx, world.ref.oaId, { refreshTokenSealed, now: diedAt, staleBefore: diedAt }),
  );
  killTokens(world.street, 'both');
  const passed = () => (toEpochMs(world.clock.now()) - toEpochMs(diedAt)) / 1000;
  world.clock.set(fromEpochMs(toEpochMs(diedAt) + offsetSeconds * 1000));
  for (;;) {
    await resumeCutOffRefreshes(world.ctx);
    const [status] = await oaStatuses(world.ctx, world.ref.tenantId);
    if (status?.state === 'needs_grant' && status.sentence.includes('motcua oa connect')) break;
    if (passed() > 600) throw new Error('never found');
    world.clock.set(fromEpochMs(toEpochMs(world.clock.now()) + resumeEveryMs));
  }
  const seconds = passed();
  await world.connect();
  return seconds;
}
