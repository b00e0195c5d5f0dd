// Rows of the fault table about PostgreSQL: a COMMIT whose answer never comes, a server that is away, and the disk beside it.

import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { write } from '@motcua/zalo-sim/people';
import type { IntakeAnswer } from '../../src/dossiers/schema.ts';
import { givenIntakeBody } from '../given-intake.ts';
import { playOutage } from '../intake-faults.ts';
import { createIntakeWorld } from '../intake-world.ts';
import { openTcpGate, type TcpGate } from '../tcp-gate.ts';
import { heardOutOfOrder, nothingWrong, reckon } from './reckoning.ts';
import { type FaultRow, type Numbers, spread } from './row.ts';
import { type Fire, openFire, questions, untilAnswered } from './ward-under-fire.ts';

interface Siege {
  fire: Fire;
  gate: TcpGate;
  spoolFolder: string;
  /** Zalo posts what people write now; gives the milliseconds until all of it was answered. */
  say(many: number): Promise<number>;
  /** Webhooks go to PostgreSQL again and nothing is left on the disk; then everything is worked through. */
  recover(): Promise<void>;
}

const manyTries = 8;

export const databaseRows: readonly FaultRow[] = [
  besieged(
    'R-09',
    'the answer to a COMMIT lost: acts and intakes repeated with their key',
    async (siege, size) => {
      const { fire, gate } = siege;
      const before = await countEffects(fire);
      let intakes = 0;
      for (let round = 0; round < 15 * size; round += 1) {
        const key = { 'idempotency-key': randomUUID() };
        const asked = givenIntakeBody();
        gate.cutAnswerTo('commit', fire.chance.below(3));
        const taken = await untilAnswered(
          () => fire.clerk.post<IntakeAnswer>('/dossiers', asked, key),
          manyTries,
        );
        if (taken === null) throw new Error('An intake was never answered.');
        intakes += 1;
        gate.cutAnswerTo('commit', fire.chance.below(4));
        if ((await fire.act(fire.chance.pick(fire.dossiers), manyTries)) === null)
          throw new Error('An act was never answered.');
      }
      const after = await countEffects(fire);
      const acts = fire.acts();
      const wrong = {
        dossiers: after.dossiers - before.dossiers - intakes,
        steps: after.steps - before.steps - acts,
        codes: after.dossiers - after.codes,
        gaps: after.gaps,
        noticesTwice: after.noticesTwice,
      };
      if (Object.values(wrong).some((n) => n !== 0)) throw new Error(`not once: ${JSON.stringify(wrong)}`);
      return { intakes, acts, cuts: gate.cuts() };
    },
  ),
  besieged(
    'R-09',
    'the answer to a COMMIT lost anywhere in the chat, again and again',
    async (siege, size) => {
      const { fire, gate } = siege;
      for (let round = 0; round < 15 * size; round += 1) {
        gate.cutAnswerTo('commit', fire.chance.below(12));
        await siege.say(2);
        await siege.recover();
        await fire.world.later(1);
      }
      return { cuts: gate.cuts() };
    },
  ),
  ...(['refuse', 'stall'] as const).map((how) =>
    besieged('R-14', `PostgreSQL away (${how}s) while people write`, async (siege, size) => {
      const tookMs: number[] = [];
      for (let round = 0; round < size; round += 1) {
        await siege.say(4);
        siege.gate[how]();
        for (let n = 0; n < 8; n += 1) tookMs.push(await siege.say(1));
        await siege.say(12);
        if (notTaken(siege.fire) > 0) throw new Error('Zalo was asked to come again.');
        const asked = siege.say(2);
        siege.gate.open();
        await asked;
        await siege.recover();
      }
      return { rounds: size, ...spread('answerMs', tookMs) };
    }),
  ),
  {
    id: 'R-14',
    name: 'PostgreSQL away under a crowd',
    async play(seed, size) {
      const world = await createIntakeWorld();
      try {
        const how = seed % 2 === 0 ? 'refuse' : 'stall';
        const events = 500 * size;
        const played = await playOutage(world, { how, events });
        const { acknowledged, lost, doubled, disorder, takeOverMs, backMs } = played;
        const numbers = { how, acknowledged, takeOverMs, backMs };
        return { ...nothingWrong, asked: events, lost, doubled, disorder, numbers };
      } finally {
        await world.close();
      }
    },
  },
  besieged('R-15', 'PostgreSQL and the disk away', async (siege, size) => {
    const tookMs: number[] = [];
    let promised = 0;
    for (let round = 0; round < size; round += 1) {
      rmSync(siege.spoolFolder, { recursive: true, force: true });
      writeFileSync(siege.spoolFolder, '');
      siege.gate.refuse();
      const before = notTaken(siege.fire);
      for (let n = 0; n < 4; n += 1) tookMs.push(await siege.say(1));
      promised += notTaken(siege.fire) > before ? 0 : 1;
      rmSync(siege.spoolFolder);
      mkdirSync(siege.spoolFolder);
      siege.gate.open();
      await siege.recover();
      await siege.fire.calm(1);
    }
    if (promised > 0) throw new Error('Zalo was told that it was kept, and it was kept nowhere.');
    return { rounds: size, promised, ...spread('answerMs', tookMs) };
  }),
];

/** A ward whose database stands behind a gate, with a disk for webhooks. Words must be heard in the order they were said. */
function besieged(
  id: string,
  name: string,
  play: (siege: Siege, size: number) => Promise<Numbers>,
): FaultRow {
  return {
    id,
    name,
    mayRepeat: true,
    async play(seed, size) {
      const folder = mkdtempSync(join(tmpdir(), 'motcua-siege-'));
      const spoolFolder = join(folder, 'spool');
      let gate: TcpGate | undefined;
      const databaseUrl = async (direct: string) => {
        gate = await openTcpGate(direct);
        return gate.url;
      };
      const fire = await openFire(seed, { databaseUrl, spoolFolder });
      try {
        if (gate === undefined) throw new Error('Nobody asked for the database.');
        const numbers = await play(siegeOf(fire, gate, spoolFolder), size);
        gate.open();
        await fire.calm();
        const found = await reckon(fire);
        const disorder = found.disorder + (await heardOutOfOrder(fire, questions));
        return { ...found, disorder, numbers };
      } finally {
        gate?.open();
        await fire.world.close();
        await gate?.close();
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function siegeOf(fire: Fire, gate: TcpGate, spoolFolder: string): Siege {
  const { world, chance, phones } = fire;
  const { street } = world.running;
  return {
    fire,
    gate,
    spoolFolder,
    async say(many) {
      const began = performance.now();
      for (let n = 0; n < many; n += 1)
        write(street, chance.pick(phones).person, { text: chance.pick(questions) });
      await street.courier.idle();
      return performance.now() - began;
    },
    async recover() {
      for (
        let tries = 0;
        (await world.http.app.inject('/readyz')).json().intake.mode !== 'direct';
        tries += 1
      ) {
        if (tries > 500) throw new Error('Webhooks never went to PostgreSQL again.');
        await wait(20);
      }
      await world.settle();
      // A job that failed comes again by itself some seconds later.
      for (let tries = 0; tries < 5; tries += 1) {
        const { rowCount } = await world.owner.query(
          `update graphile_worker._private_jobs set attempts = 0, run_at = now() where attempts > 0 and locked_at is null`,
        );
        if (rowCount === 0) return;
        await world.settle();
      }
    },
  };
}

/** Posts of Zalo's that were not answered with 200 and wait for their next attempt. */
function notTaken({ world }: Fire): number {
  return world.running.street.state.posts.filter(({ status }) => status === 'waiting').length;
}

async function countEffects({ world }: Fire) {
  const { rows } = await world.owner.query<
    Record<'dossiers' | 'codes' | 'steps' | 'gaps' | 'noticesTwice', number>
  >(
    `select count(*)::int as dossiers, count(distinct code)::int as codes,
       (select count(*) from ledger join dossier d on d.id = dossier_id and ledger.seq > 3)::int as steps,
       (max(right(code, 4)::int) - min(right(code, 4)::int) + 1 - count(*))::int as gaps,
       (select count(*) from (select 1 from notice group by dossier_id, event_seq, chat_user_id having count(*) > 1) twice)::int
         as "noticesTwice"
     from dossier where code is not null`,
  );
  if (rows[0] === undefined) throw new Error('Counting always gives a row.');
  return rows[0];
}
