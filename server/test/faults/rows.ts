// The fault table: each row plays one fault against a busy ward, with a seed, and says what must hold at the end.

import { hostileTexts } from '@motcua/domain/hostile-texts.fixture';
import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { makePerson, setBlocked, setFollowing, setOnline } from '@motcua/zalo-sim/people';
import { sendToUser } from '../../src/oa/deliver.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { type Fire, openFire } from './ward-under-fire.ts';

export interface FaultRow {
  /** The row of the catalogue of faults this comes from. */
  id: string;
  name: string;
  /** Things worth knowing beside the reckoning: numbers measured. */
  play(fire: Fire, size: number): Promise<Record<string, string | number>>;
  /** How many messages may arrive once more, given what the program counted. Nothing else may ever differ from zero. */
  mayRepeat?: boolean;
  /** Messages may be given up: the people cannot be reached. */
  mayFail?: boolean;
}

const minute = 60_000;
const hour = 60 * minute;

/** A fault that is there while the ward lives `turns` turns. */
function during(id: string, name: string, faults: FaultSpec[], more: Partial<FaultRow> = {}): FaultRow {
  return {
    id,
    name,
    async play(fire, size) {
      for (const fault of faults) fire.strike(fault);
      await fire.live(40 * size);
      const struck = fire.world.running.street.faults.list().reduce((sum, each) => sum + each.struck, 0);
      await fire.calm();
      return { struck };
    },
    ...more,
  };
}

/** Zalo away for so long. */
function away(label: string, ms: number): FaultRow {
  return {
    id: 'R-16',
    name: `Zalo away for ${label}`,
    async play(fire, size) {
      fire.strike({ kind: 'refused', forMs: ms });
      const every = Math.max(1, ms / minute / 8);
      await fire.live(16 * size, { minutes: every, every: 2 });
      await fire.calm(6);
      return {};
    },
  };
}

export const faultRows: readonly FaultRow[] = [
  during('R-10', 'every event five times, side by side', [{ kind: 'duplicate', copies: 5 }]),
  during('R-10', 'every third event again a day later', [
    { kind: 'duplicate', copies: 2, ms: 24 * hour, numRetry: true, share: 0.3 },
  ]),
  during('R-11', 'events out of order, also across people', [
    { kind: 'reorder', depth: 3, across: true, share: 0.5 },
  ]),
  during('R-11', 'events two hours late', [{ kind: 'delay', ms: 2 * hour, share: 0.2 }]),
  during('R-11', 'receipts before echoes, echoes and receipts lost', [
    { kind: 'receipt_before_echo', share: 0.5 },
    { kind: 'drop_echo', share: 0.2 },
    { kind: 'drop_receipt', share: 0.2 },
  ]),
  away('ten seconds', 10_000),
  away('five minutes', 5 * minute),
  away('one hour', hour),
  away('three days', 72 * hour),
  during(
    'R-19',
    'HTML at 200, empty and cut answers, 5xx',
    [
      { kind: 'html_at_200', share: 0.1 },
      { kind: 'server_error', share: 0.1 },
      { kind: 'empty_body', share: 0.1 },
      { kind: 'cut_json', share: 0.1 },
    ],
    { mayRepeat: true },
  ),
  during(
    'R-19',
    'codes that stand in no table',
    [{ kind: 'unknown_code', families: ['send'], share: 0.15 }],
    {
      mayFail: true,
    },
  ),
  during('R-20', 'an error for what was delivered', [{ kind: 'error_but_delivered', share: 0.3 }], {
    mayRepeat: true,
  }),
  during('R-20', 'delivered, then the line is cut', [{ kind: 'hang_up', families: ['send'], share: 0.3 }], {
    mayRepeat: true,
  }),
  during(
    'R-20',
    'delivered, the line is cut, and no echo comes',
    [{ kind: 'hang_up', families: ['send'], share: 0.3 }, { kind: 'drop_echo' }],
    { mayRepeat: true },
  ),
  {
    id: 'R-21',
    name: 'people block, leave, stay silent for eight days',
    mayFail: true,
    async play(fire, size) {
      const { street } = fire.world.running;
      const [blocks, leaves, off] = fire.phones;
      if (blocks) setBlocked(street, blocks.person, true);
      if (leaves) setFollowing(street, leaves.person, false);
      if (off) setOnline(street, off.person, false);
      await fire.live(20 * size);
      await fire.world.later(8 * 24 * 60);
      await fire.live(10 * size);
      if (blocks) setBlocked(street, blocks.person, false);
      if (off) setOnline(street, off.person, true);
      await fire.calm();
      return {};
    },
  },
  {
    id: 'R-22',
    name: 'the access token killed again and again',
    async play(fire, size) {
      const { tokens } = fire.world.running.street.state;
      for (let round = 0; round < 5 * size; round += 1) {
        tokens.access = null;
        await fire.live(6);
      }
      await fire.calm();
      return {};
    },
  },
  {
    id: 'R-22',
    name: 'sixty-four senders and a killed token',
    async play({ world }, size) {
      const { street } = world.running;
      const person = makePerson(street, { name: 'Người nhận' });
      setFollowing(street, person, true);
      await world.settle();
      let refreshes = 0;
      for (let round = 0; round < size; round += 1) {
        const before = street.state.tokens.refresh.map(({ value }) => value).join();
        street.state.tokens.access = null;
        const ref = { tenantId: world.tenantId, oaId: world.oaId, userId: person.id };
        const sends = Array.from({ length: 64 }, (_, at) =>
          sendToUser(world.ctx, { ...ref, message: { text: `${round}-${at}` } }),
        );
        const kinds = new Set((await Promise.all(sends)).map(({ kind }) => kind));
        if (kinds.size !== 1 || !kinds.has('sent')) throw new Error(`outcomes: ${[...kinds].join()}`);
        if (street.state.tokens.refresh.map(({ value }) => value).join() !== before) refreshes += 1;
      }
      await world.settle();
      return { rounds: size, refreshes };
    },
  },
  {
    id: 'R-31',
    name: 'hostile texts',
    async play(fire, size) {
      const phone = fire.phones[0];
      let answered = 0;
      for (const text of hostileTexts(10 + 20 * size, 31).slice(10)) {
        answered += (await phone?.say(text))?.length ?? 0;
        await phone?.say('menu');
      }
      await fire.calm();
      return { answered };
    },
  },
];

export interface Played extends Reckoning {
  id: string;
  name: string;
  seed: number;
  numbers: Record<string, string | number>;
}

export async function playRow(row: FaultRow, seed: number, size: number): Promise<Played> {
  const fire = await openFire(seed);
  try {
    const numbers = await row.play(fire, size);
    return { id: row.id, name: row.name, seed, numbers, ...(await reckon(fire)) };
  } finally {
    await fire.world.close();
  }
}
