// PostgreSQL: pools, tenant transactions, named statements. The only file that talks to `pg`.

import { type CustomTypesConfig, Pool, type PoolClient, types as pgTypes, Query, type QueryResult } from 'pg';

import { openGatheringSocket } from './gathering-socket.ts';
import { Problem } from './problem.ts';
import { type Sql, type Statement, sql, statementOf } from './sql.ts';
import { together } from './together.ts';

export { type Sql, sql };

/**
 * A transaction in which rows of one tenant, and no other, can be seen and written. Statements asked without waiting
 * for each other travel together and are done in the order in which they were asked: `Promise.all` saves the trips.
 */
export interface Tx {
  tenantId: string;
  rows<Row>(query: Sql): Promise<Row[]>;
  row<Row>(query: Sql): Promise<Row | undefined>;
  /** The number of rows written. */
  run(query: Sql): Promise<number>;
  /**
   * A write whose answer nobody needs: done when it is on its way, in its order among the others, so that it travels with
   * what is asked next, at the latest with the commit. When it fails, the transaction fails with its error.
   */
  send(query: Sql): Promise<void>;
  /**
   * Told to whoever listens on the channel, after the commit. Not within it: PostgreSQL lets only one transaction at a
   * time commit that notifies somebody. A process that dies right after the commit has told nobody.
   */
  tell(channel: string, message: string): void;
}

export interface Database {
  /** Runs `work` in one transaction as the application role, bound to a tenant. All or nothing. */
  tenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One question in a transaction of its own, sent and answered in one trip. */
  ask<Row>(tenantId: string, query: (tx: { tenantId: string }) => Sql): Promise<Row[]>;
  /** For tables shared by all tenants: the tenant list and the Official Account directory. */
  shared<T>(work: (tx: Omit<Tx, 'tenantId'>) => Promise<T>): Promise<T>;
  /** The owner's pool: migrations, the job queue, health. Sees nothing of tenants unless a tenant is set. */
  pool: Pool;
  close(): Promise<void>;
}

const oid: Record<'timestamptz' | 'date' | 'int8', number> = {
  timestamptz: pgTypes.builtins.TIMESTAMPTZ,
  date: pgTypes.builtins.DATE,
  int8: pgTypes.builtins.INT8,
};

// Moments leave PostgreSQL as the domain writes them; days as text; counts as numbers.
const readers = new Map<number, (text: string) => unknown>([
  [oid.timestamptz, (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}+07:00`],
  [oid.date, (text) => text],
  [oid.int8, Number],
]);

const types: CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text') =>
    readers.get(type) ?? pgTypes.getTypeParser(type, format)) as CustomTypesConfig['getTypeParser'],
};

const tenantIdShape = /^[a-z0-9][a-z0-9-]{1,39}$/;

export interface DatabaseOptions {
  /** Connections. */
  max?: number;
  connectMs?: number;
  /** Without an answer by then a connection is given up; absent: never. */
  answerMs?: number;
}

/** Opens the pool. Nothing is asked of the server until the first query. */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const common = {
    connectionString,
    types,
    options: '-c timezone=Asia/Ho_Chi_Minh',
    connectionTimeoutMillis: options.connectMs ?? longestWaitMs,
    // Statements that need not wait for an answer are sent at once, in order.
    pipeline: true,
    stream: openGatheringSocket,
    ...(options.answerMs && { query_timeout: options.answerMs }),
  };
  const pool = new Pool({ ...common, max: options.max ?? 12 });
  // On a line of its own: what has happened is told though everybody else waits for a connection.
  // What is told is written nowhere: nobody waits for a disk on its account.
  const teller = new Pool({ ...common, options: `${common.options} -c synchronous_commit=off`, max: 1 });
  // An idle connection that breaks is replaced by the pool; the next query tells its caller if the server is gone.
  for (const each of [pool, teller]) {
    each.on('error', () => {});
    // A connection that breaks while it is lent out fails the query of its borrower; without a handler it ends the process.
    each.on('connect', (client) => client.on('error', () => {}));
  }
  const announce = openAnnouncer(teller);

  async function transaction<T>(opening: string, work: (tx: Runner) => Promise<T>): Promise<T> {
    const told: Announcement[] = [];
    const result = await commit(opening, work, told);
    // Whoever has the answer may count on it that desks have been told.
    if (told.length > 0) await announce(told);
    return result;
  }

  async function commit<T>(
    opening: string,
    work: (tx: Runner) => Promise<T>,
    told: Announcement[],
  ): Promise<T> {
    const client = await borrow(pool);
    let over = false;
    let failed: { error: unknown } | undefined;
    let broken: Error | undefined;
    const run: Run = (query) => {
      if (over) throw new Error('This transaction is over.');
      return ask(client, query);
    };
    const sent = (answer: Promise<unknown>): void => {
      answer.catch((error: unknown) => (failed ??= { error }));
    };
    try {
      // Sent with the first statement: a transaction that did not open refuses everything after it.
      sent(client.query(opening));
      const result = await work(runnerOf(run, sent, (announcement) => told.push(announcement)));
      over = true;
      // After a statement that failed, it ends the transaction all the same; answers come in the order of the asking.
      await client.query('commit');
      if (failed !== undefined) throw failed.error;
      return result;
    } catch (error) {
      over = true;
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw failed === undefined ? error : failed.error;
    } finally {
      client.release(broken);
    }
  }

  /** SET LOCAL reaches the shards of a sharded PostgreSQL; set_config() does not (house rules, §2). */
  const openingOf = (tenantId: string): string => {
    if (!tenantIdShape.test(tenantId)) throw new Error('A tenant id has a shape it cannot have.');
    return `begin; set local role motcua_app; set local motcua.tenant = '${tenantId}'`;
  };

  return {
    pool,
    tenant: (tenantId, work) => transaction(openingOf(tenantId), (runner) => work({ tenantId, ...runner })),
    ask: async <Row>(tenantId: string, query: (tx: { tenantId: string }) => Sql) => {
      const opening = openingOf(tenantId);
      const client = await borrow(pool);
      try {
        const [, { rows }] = await Promise.all([
          client.query(opening),
          ask(client, statementOf(query({ tenantId }))),
          // After a question that failed, this ends the transaction all the same.
          client.query('commit'),
        ]);
        return rows as Row[];
      } finally {
        client.release();
      }
    },
    shared: (work) => transaction('begin; set local role motcua_app', work),
    close: async () => {
      await pool.end();
      await teller.end();
    },
  };
}

interface Announcement {
  channel: string;
  message: string;
}

/** What transactions of the same moment tell goes out in one statement, in their order. */
function openAnnouncer(teller: Pool): (told: readonly Announcement[]) => Promise<void> {
  return together<readonly Announcement[], void>(
    async (groups) => {
      const told = groups.flat();
      const values = [told.map(({ channel }) => channel), told.map(({ message }) => message)];
      // Without a connection nobody can be told; whoever listens has lost its own, and will ask for everything again.
      await teller.query({ name: 'tell', text: tellText, values }).catch(() => {});
      return groups.map(() => undefined);
    },
    { most: 1_000 },
  );
}

const tellText = 'select pg_notify(t.c, t.m) from unnest($1::text[], $2::text[]) t(c, m)';

type Run = (query: Statement) => Promise<QueryResult>;
type Runner = Omit<Tx, 'tenantId'>;

/** How many may wait for a connection, and how long: whoever comes after them is told at once to come back. */
const mostWaiting = 400;
const longestWaitMs = 5_000;

/** A connection, or the polite refusal of a server that has more to do than it can. Nothing has been done then. */
async function borrow(pool: Pool): Promise<PoolClient> {
  if (pool.waitingCount >= mostWaiting) throw busy();
  return pool.connect().catch((error: unknown) => {
    throw error instanceof Error && error.message.startsWith('timeout exceeded') ? busy() : error;
  });
}

function busy(): Problem {
  return new Problem(
    'unavailable',
    'Đang có rất nhiều người dùng cùng lúc. Chưa có gì được ghi; xin làm lại sau ít giây.',
  );
}

/** What the driver's own `query` does, without copying each statement property by property. */
function ask(client: PoolClient, { name, text, values }: Statement): Promise<QueryResult> {
  return new Promise<QueryResult>((resolve, reject) => {
    const callback = (error: Error | null, result: QueryResult) => (error ? reject(error) : resolve(result));
    client.query(Object.assign(new Query(text, values), { name, callback }));
  }).catch((error: Error) => {
    // Its stack leads to the socket; this one leads to who asked.
    Error.captureStackTrace(error);
    throw error;
  });
}

function runnerOf(
  run: Run,
  sent: (answer: Promise<unknown>) => void,
  told: (announcement: Announcement) => void,
): Runner {
  return {
    rows: async <Row>(query: Sql) => (await run(statementOf(query))).rows as Row[],
    row: async <Row>(query: Sql) => (await run(statementOf(query))).rows[0] as Row | undefined,
    run: async (query) => (await run(statementOf(query))).rowCount ?? 0,
    send: async (query) => sent(run(statementOf(query))),
    tell: (channel, message) => told({ channel, message }),
  };
}
