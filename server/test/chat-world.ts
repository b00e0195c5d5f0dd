// A ward with phones in front of it: the whole application, the street as Zalo, jobs worked through on demand.

import { randomUUID } from 'node:crypto';
import { toEpochMs } from '@motcua/domain/time';
import type { Person } from '@motcua/zalo-sim/model';
import { makePerson, messagesOf, sendPhoto, setFollowing, write } from '@motcua/zalo-sim/people';
import { type RunningStreet, startStreet } from '@motcua/zalo-sim/server';
import { Logger, runOnce } from 'graphile-worker';
import { connectWard } from '../src/demo/street.ts';
import { linkToken } from '../src/dossiers/link-token.ts';
import { allJobs } from '../src/worker.ts';
import { visitor } from './client.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export interface Phone {
  person: Person;
  /** Writes, lets everything happen that follows, and gives the answers. */
  say(text: string): Promise<string[]>;
  sendPhoto(bytes: Uint8Array, caption?: string): Promise<string[]>;
  follow(): Promise<string[]>;
  unfollow(): Promise<string[]>;
  /** Does something else on the street and gives the answers. */
  act(what: (street: RunningStreet['street'], person: Person) => void): Promise<string[]>;
}

export interface ChatWorld extends World {
  running: RunningStreet;
  oaId: string;
  phone(name: string): Phone;
  /** Delivers every webhook and works through every job that is due, until nothing is left. */
  settle(): Promise<void>;
  /** The same after some time. */
  later(minutes: number): Promise<void>;
  /** The capability printed on the receipt of a dossier. */
  tokenOf(dossierId: string): string;
  /** Opens the tracking page and takes a link code, as a scan of the receipt does. */
  linkCodeFor(dossierId: string): Promise<string>;
  /** A phone linked to a dossier by consent. */
  linkedPhone(dossierId: string): Promise<Phone>;
  /** Every row of every table, as one text: to search for what must not be there. */
  everything(): Promise<string>;
}

export async function createChatWorld(options: WorldOptions & { seed?: string } = {}): Promise<ChatWorld> {
  const world = await createWorld(options);
  const { ctx, http, owner, tenantId } = world;
  const running = await startStreet({
    oaType: 'state',
    seed: options.seed ?? randomUUID(),
    webhookUrl: 'http://office.test/zalo/webhook',
    now: () => toEpochMs(ctx.clock.now()),
    deliver: async ({ headers, body }) =>
      (await http.app.inject({ method: 'POST', url: '/zalo/webhook', headers, payload: body })).statusCode,
  });
  const { street } = running;
  const { url } = running;
  Object.assign(ctx.zalo, { oauth: url, openapi: url, business: url, graph: url });
  await connectWard(ctx, running);

  const jobs = allJobs(ctx);
  // An idle connection that breaks is replaced.
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, handle]) => [
      name,
      (payload: unknown) => handle(payload as Parameters<typeof handle>[0], { number: 1, last: false }),
    ]),
  );

  async function settle(): Promise<void> {
    for (;;) {
      await street.courier.idle();
      const { rows } = await owner.query<{ due: boolean }>(
        'select exists (select 1 from graphile_worker.jobs where run_at <= now() and attempts = 0) as due',
      );
      if (rows[0]?.due !== true) return;
      await runOnce({
        pgPool: owner,
        taskList,
        noHandleSignals: true,
        concurrency: 1,
        logger: quiet,
        preset: putAwayFirst,
      });
    }
  }

  function phoneOf(person: Person): Phone {
    const after = async (what: () => unknown): Promise<string[]> => {
      const before = messagesOf(street, person.id).length;
      what();
      await settle();
      return messagesOf(street, person.id)
        .slice(before)
        .flatMap(({ from, content }) => (from === 'oa' && content.kind === 'text' ? [content.text] : []));
    };
    return {
      person,
      say: (text) => after(() => write(street, person, { text })),
      sendPhoto: (bytes, text = '') => after(() => sendPhoto(street, person, { bytes, text })),
      follow: () => after(() => setFollowing(street, person, true)),
      unfollow: () => after(() => setFollowing(street, person, false)),
      act: (what) => after(() => what(street, person)),
    };
  }

  const chatWorld: ChatWorld = {
    ...world,
    running,
    oaId: street.state.oa.id,
    phone: (name) => phoneOf(makePerson(street, { name })),
    settle,
    async later(minutes) {
      ctx.clock.advance(minutes);
      // Jobs wait by the machine's clock; the test's clock has just gone on.
      await owner.query(
        `update graphile_worker._private_jobs set run_at = now() where run_at < now() + interval '1 year'`,
      );
      await settle();
    },
    tokenOf: (dossierId) => linkToken(ctx.secrets, tenantId, dossierId, 1),
    async linkCodeFor(dossierId) {
      const reply = await visitor(http).post<{ code: string }>(
        `/tracking/${chatWorld.tokenOf(dossierId)}/link-code`,
        {},
      );
      return reply.body.code;
    },
    async linkedPhone(dossierId) {
      const phone = chatWorld.phone('Người thân');
      await phone.say(await chatWorld.linkCodeFor(dossierId));
      await phone.say('Đồng ý');
      return phone;
    },
    async everything() {
      const { rows: tables } = await owner.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname in ('public', 'graphile_worker')`,
      );
      const texts: string[] = [];
      for (const { name } of tables) {
        const { rows } = await owner.query<{ text: string }>(
          `select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`,
        );
        texts.push(`${name}\n${rows[0]?.text ?? ''}`);
      }
      return texts.join('\n');
    },
    async close() {
      await running.close();
      await world.close();
    },
  };
  return chatWorld;
}

const quiet = new Logger(() => () => {});

/**
 * Without a delay of its own, be it none, the queue takes a job off the table while nobody waits for it: `runOnce` is
 * over, and the last job still lies there with whatever it names.
 */
const putAwayFirst = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
