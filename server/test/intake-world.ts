// An intake between a signed hand and a database behind a gate: webhooks as Zalo writes them, whatever becomes of PostgreSQL.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Intake, openIntake, type Reception } from '../src/chat/intake.ts';
import { type Database, openDatabase } from '../src/platform/database.ts';
import { openLog } from '../src/platform/log.ts';
import { createOaWorld, type OaWorld } from './oa-world.ts';
import { openTcpGate, type TcpGate } from './tcp-gate.ts';
import { signedText } from './webhook-samples.ts';

export interface IntakeWorld extends OaWorld {
  gateToDatabase: TcpGate;
  spoolFolder: string;
  intake(): Intake;
  /** A text of a person, signed; the same `id` is the same event. */
  post(text: PostedText): Promise<Reception>;
  /** The same, for another hand to post. */
  signed(text: PostedText): { id: string; body: string; signature: string };
  /** Ends the intake and opens it anew, as a restart does. */
  restart(): Promise<void>;
  /** Ids of the texts that the database holds, in the order in which they arrived there. */
  arrived(): Promise<string[]>;
  close(): Promise<void>;
}

export interface PostedText {
  id: string;
  userId?: string;
  text?: string;
  at?: number;
}

export async function createIntakeWorld(): Promise<IntakeWorld> {
  const world = await createOaWorld();
  await world.connect();
  const { connectionString } = world;
  const gateToDatabase = await openTcpGate(connectionString);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-intake-'));
  const spoolFolder = join(folder, 'spool');
  const log = openLog({ level: 'silent' });
  const { app, oa } = world.street.state;
  let database: Database;
  let intake: Intake;

  async function start(): Promise<void> {
    database = openDatabase(gateToDatabase.url, { max: 4, connectMs: 300, answerMs: 600 });
    intake = await openIntake({ ctx: { ...world.ctx, database }, log, spoolFolder });
  }
  async function stop(): Promise<void> {
    await intake.stop();
    await database.close();
  }

  function signed({ id, userId = '1001', text = 'xin chào', at = 1_796_605_200_000 }: PostedText) {
    const { body, headers } = signedText(app, oa, { id, userId, text, at });
    return { id, body, signature: headers['x-zevent-signature'] };
  }

  await start();
  return {
    ...world,
    gateToDatabase,
    spoolFolder,
    intake: () => intake,
    signed,
    post(text) {
      const { body, signature } = signed(text);
      return intake.receive(Buffer.from(body), signature);
    },
    async restart() {
      await stop();
      await start();
    },
    async arrived() {
      const { rows } = await world.ctx.database.pool.query<{ raw: Buffer | null }>(
        'select raw from webhook_event order by arrival',
      );
      return rows.map(({ raw }) => /"msg_id":"([^"]+)"/.exec(raw?.toString() ?? '')?.[1] ?? 'withheld');
    },
    async close() {
      gateToDatabase.open();
      await stop();
      await gateToDatabase.close();
      await world.close();
      rmSync(folder, { recursive: true });
    },
  };
}
