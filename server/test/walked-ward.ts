// A ward after a history nobody wrote by hand: officers press what the page offers, people file, days pass.

import type { Action, ActionType } from '@motcua/domain/dossier-action';
import { expect } from 'vitest';
import { chanceFrom } from '../src/demo/chance.ts';
import { filingOf } from '../src/demo/filings.ts';
import { wardTenant } from '../src/demo/ward.ts';
import { demoOfficers } from '../src/demo/ward-people.ts';
import { file } from '../src/dossiers/intake.ts';
import type { DossierView } from '../src/dossiers/schema.ts';
import type { Tab, Worklist, WorklistRow } from '../src/worklists/schema.ts';
import type { Client } from './client.ts';
import { givenAction } from './given-action.ts';
import { createWorld, type World } from './world.ts';

export interface WalkedWard {
  world: World;
  /** What happened on the walk, by action: a walk that never met an action proves nothing of it. */
  met: ReadonlyMap<string, number>;
  desk(username: string): Client;
  /** Signs in anew: sessions end while days pass. */
  signInAgain(username: string): Promise<void>;
  allRows(client: Client, tab: Tab, query?: string): Promise<WorklistRow[]>;
}

export async function walkedWard(): Promise<WalkedWard> {
  const world = await createWorld({ at: '2026-12-01T07:30:00+07:00' });
  const desks = new Map<string, Client>();
  const chance = chanceFrom(20_261_207);
  const met = new Map<string, number>();
  for (const { username } of demoOfficers) desks.set(username, await world.signInAs(username));
  const desk = (username: string): Client => {
    const client = desks.get(username);
    if (client === undefined) throw new Error(`${username} has no desk.`);
    return client;
  };

  /** Officers press buttons at random, as long as the page offers them; now and then somebody files; days pass. */
  async function walk(): Promise<void> {
    for (let turn = 0; turn < 280; turn += 1) {
      if (turn % 50 === 49) await nextMorning();
      if (turn < 24) await takeInOne(turn);
      else await pressOne();
    }
  }

  async function nextMorning(): Promise<void> {
    const { clock } = world.ctx;
    clock.advance(24 * 60);
    for (const [username, client] of desks) {
      client.cookies.clear();
      desks.set(username, await world.signInAs(username));
    }
  }

  async function takeInOne(index: number): Promise<void> {
    world.ctx.clock.advance(1);
    const body = { ...filingOf(index, chance), passOn: chance.happens(0.7) };
    if (chance.happens(0.3)) {
      await file(world.ctx, wardTenant, world.agencyId, body, 'online', { key: `online-${index}` });
      return;
    }
    const reply = await desk('phuc').post('/dossiers', body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  }

  async function pressOne(): Promise<void> {
    const { rows } = await world.owner.query<{ id: string; unit: string }>(
      'select id, unit from dossier where not ended order by submitted_at, id',
    );
    const { id, unit } = chance.pick(rows);
    const near = demoOfficers.filter((officer) => officer.unit === unit);
    const { username } = chance.pick(chance.happens(0.7) ? near : demoOfficers);
    const { body: view } = await desk(username).get<DossierView>(`/dossiers/${id}`);
    const offered = view.actions.filter(({ whyNot, type }) => whyNot === null && !isEnd(type));
    if (offered.length === 0) return;
    // What was pressed least so far comes first every other time: rare deeds are where the bugs live.
    const rarest = offered.toSorted((a, b) => (met.get(a.type) ?? 0) - (met.get(b.type) ?? 0))[0];
    const button = chance.happens(0.5) && rarest !== undefined ? rarest : chance.pick(offered);
    const action = givenAction(button.type as ActionType, view, chance);
    if (action !== null) await press(username, view, action);
  }

  /** Endings are rare in life too; without this the walk would soon have nothing left to do. */
  const isEnd = (type: string) =>
    ['withdraw', 'stop', 'refuse_at_intake'].includes(type) && chance.happens(0.9);

  async function press(username: string, view: DossierView, action: Action): Promise<void> {
    world.ctx.clock.advance(1);
    const reply = await desk(username).post(`/dossiers/${view.id}/actions`, {
      version: view.version,
      action,
    });
    // What the page offers, the server does.
    expect(reply.status, `${username} ${JSON.stringify(action)}: ${JSON.stringify(reply.body)}`).toBe(200);
    met.set(action.type, (met.get(action.type) ?? 0) + 1);
  }

  await walk();
  return {
    world,
    met,
    desk,
    signInAgain: async (username) => void desks.set(username, await world.signInAs(username)),
    allRows,
  };
}

async function allRows(client: Client, tab: Tab, query = ''): Promise<WorklistRow[]> {
  const rows: WorklistRow[] = [];
  for (;;) {
    const { body } = await client.get<Worklist>(`/worklist?tab=${tab}&offset=${rows.length}${query}`);
    rows.push(...body.rows);
    if (body.rows.length < body.pageSize) return rows;
  }
}
