// A ward with people at their phones and officers at their desks, all of them busy: what the faults are played against.

import type { Action } from '@motcua/domain/dossier-action';
import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { write } from '@motcua/zalo-sim/people';
import { type Chance, chanceFrom } from '../../src/demo/chance.ts';
import type { ActionAnswer } from '../../src/dossiers/schema.ts';
import { type ChatWorld, createChatWorld, type Phone } from '../chat-world.ts';
import type { Client, Reply } from '../client.ts';
import type { WorldOptions } from '../world.ts';

export interface Fire {
  world: ChatWorld;
  chance: Chance;
  phones: Phone[];
  /** The dossiers that are acted upon, each followed by a phone. */
  dossiers: readonly Acted[];
  /**
   * The officer whose turn it is does what comes next in a dossier's story, and asks so many times until there is an
   * answer, always with the same words and the same key. Null: there was none.
   */
  act(dossier: Acted, tries?: number): Promise<ActionAnswer | null>;
  /** Acts carried out so far. */
  acts(): number;
  officer: Client;
  clerk: Client;
  strike(fault: FaultSpec): void;
  /** People write and officers act, `turns` times; what follows is worked through now and then, time passes. */
  live(turns: number, pause?: { minutes: number; every: number }): Promise<void>;
  /** The faults end, and time passes until nothing moves any more. */
  calm(hours?: number): Promise<void>;
}

/** A dossier that is acted upon, and how often it was. */
export interface Acted {
  id: string;
  turn: number;
}

const people = 6;
export const questions = ['menu', 'hồ sơ của tôi', 'xin chào', 'hs cua toi toi dau roi', 'cảm ơn'];

export async function openFire(seed: number, options: WorldOptions = {}): Promise<Fire> {
  const world = await createChatWorld({ ...options, seed: `fire-${seed}` });
  const { street } = world.running;
  const chance = chanceFrom(seed);
  const officers = { specialist: await world.signInAs('hoa'), clerk: await world.signInAs('nhung') };
  let acts = 0;
  const phones: Phone[] = [];
  const dossiers: Acted[] = [];
  for (let at = 0; at < people; at += 1) {
    const { id } = await world.givenIntake();
    phones.push(await world.linkedPhone(id));
    // Three are acted upon again and again, the others only asked about.
    if (at % 2 === 0) dossiers.push({ id, turn: 0 });
  }
  async function act(dossier: Acted, tries = 1): Promise<ActionAnswer | null> {
    const { by, action } = story(dossier.turn);
    const path = `/dossiers/${dossier.id}`;
    const seen = await untilAnswered(() => officers[by].get<{ version: number }>(path), tries);
    const asked = { version: seen?.version, action };
    const key = { 'idempotency-key': world.ctx.newId() };
    const answer = await untilAnswered(
      () => officers[by].post<ActionAnswer>(`${path}/actions`, asked, key),
      tries,
    );
    if (answer === null) return null;
    dossier.turn += 1;
    acts += 1;
    return answer;
  }

  return {
    world,
    chance,
    phones,
    dossiers,
    act,
    acts: () => acts,
    officer: officers.specialist,
    clerk: officers.clerk,
    strike: (fault) => void street.faults.add(fault),
    async live(turns, pause = { minutes: 3, every: 4 }) {
      for (let turn = 1; turn <= turns; turn += 1) {
        if (chance.happens(0.6)) {
          write(street, chance.pick(phones).person, { text: chance.pick(questions) });
        } else await act(chance.pick(dossiers));
        if (turn % pause.every === 0) await world.later(pause.minutes);
      }
      await world.settle();
    },
    async calm(hours = 3) {
      street.faults.clear();
      street.courier.redeliver();
      for (let minute = 0; minute < hours * 60; minute += 30) await world.later(30);
    },
  };
}

/** What is done with one dossier, over and over: a paper is asked for and comes. Each act is told to the citizen. */
function story(turn: number): { by: 'specialist' | 'clerk'; action: Action } {
  if (turn === 0) return { by: 'specialist', action: { type: 'claim' } };
  if (turn % 2 === 0) return { by: 'clerk', action: { type: 'take_supplement', papers: [] } };
  return {
    by: 'specialist',
    action: {
      type: 'request_supplement',
      // The same each time: another defect would need a leader.
      items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Bản nộp bị mờ.' }],
      sectorGround: 'Theo quy định của ngành.',
    },
  };
}

/** Asks again while the answer is an apology of the server's. */
export async function untilAnswered<Body>(
  ask: () => Promise<Reply<Body>>,
  tries: number,
): Promise<Body | null> {
  for (let n = 0; n < tries; n += 1) {
    const { status, body } = await ask();
    if (status === 200) return body;
    if (status < 500) return null;
  }
  return null;
}
