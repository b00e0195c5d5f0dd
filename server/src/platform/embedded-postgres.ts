// The PostgreSQL that comes with Một Cửa: started when first needed, shared by our processes, stopped by the last one.

import { renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, clusterFault, openCluster, superuser } from './embedded-cluster.ts';
import { disownLockFiles, findPostmaster, launchPostmaster, stopPostmaster } from './postmaster.ts';
import { dataFolderFault, errorCode } from './start-fault.ts';

export type EmbeddedPostgres = {
  /** Stays the same when the server has to be started again. */
  connectionString: string;
  readonly pid: number;
  /** Close your own connections first. The server stays up while another process of ours uses it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  /** Told in one sentence when the server had to be started again. */
  log?: (sentence: string) => void;
  /** Settings over ours; tests trade durability for speed. */
  settings?: Record<string, string>;
};

/**
 * Makes the data folder if there is none, starts its server or joins the one that runs (an orphan of a killed run, or
 * another of our commands), and starts it again if it dies. Throws `StartFault`.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log = () => {},
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = open(dataDir);
  const raise = () => raiseServer(cluster, { ...ourSettings, ...settings });
  const stopping = new AbortController();
  let current = await raise();
  let raising: Promise<void> = Promise.resolve();
  const watch = () => {
    current.presence.once('end', () => {
      if (stopping.signal.aborted) return;
      log('PostgreSQL đi kèm dừng đột ngột, đang khởi động lại.');
      raising = raiseAgain();
    });
  };
  // Whatever is in its way may pass: a full disk is emptied, a slow child of the dead server ends.
  const raiseAgain = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        current = await raise();
        return watch();
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await wait(raisePauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  };
  watch();
  await createDatabase(current.presence);
  return {
    connectionString: addressOf(cluster, database),
    get pid() {
      return current.pid;
    },
    stop: async () => {
      stopping.abort();
      await raising;
      await leave(current);
    },
  };
}

const database = 'motcua';

/** Any number; it must differ from the locks of migrations. Held shared by every process that uses the server. */
const presenceLock = 7_203_001;

/** A server that is just stopping, or whose old children are still ending, gets this long. */
const settleLimitMs = 20_000;

/** How long is waited before a server that could not be started again is tried once more. */
const raisePauseMs = 5_000;

const ourSettings = {
  listen_addresses: '',
  port: '5432',
  shared_buffers: '128MB',
  max_connections: '60',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  log_checkpoints: 'off',
  // What people wrote must not reach the log: DETAIL lines carry values of columns, statements may.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

type Raised = { pid: number; presence: Client };

function open(dataDir: string): Cluster {
  try {
    return openCluster(dataDir);
  } catch (error) {
    throw dataFolderFault(error, dataDir);
  }
}

async function raiseServer(cluster: Cluster, settings: Record<string, string>): Promise<Raised> {
  let limit = Date.now() + settleLimitMs;
  for (;;) {
    const pid = findPostmaster(cluster.folder) ?? (await launch(cluster, settings, limit));
    const presence = pid === undefined ? 'absent' : await join(cluster);
    if (pid !== undefined && presence instanceof Client) return { pid, presence };
    // Recovery after a crash may be long, and says so at every attempt to connect.
    if (presence === 'busy') limit = Date.now() + settleLimitMs;
    if (Date.now() > limit) throw clusterFault('FATAL: the server does not answer', cluster.folder);
    await wait(50);
  }
}

/** The new server's pid; undefined when it is worth trying again. */
async function launch(
  cluster: Cluster,
  settings: Record<string, string>,
  limit: number,
): Promise<number | undefined> {
  const { folder, account, binaries, logFile } = cluster;
  keepLogShort(logFile);
  disownLockFiles(folder, cluster.socket.folder);
  const launched = await launchPostmaster({
    postgres: binaries.postgres,
    cluster: folder,
    account,
    logFile,
    settings: { ...settings, unix_socket_directories: cluster.socket.setting },
  });
  if ('pid' in launched) return launched.pid;
  const mayPass = /lock file .* already exists|pre-existing shared memory block/.test(launched.failure);
  if (mayPass && Date.now() < limit) return undefined;
  throw clusterFault(launched.failure, folder);
}

/** Opens the connection that says "I use this server". */
async function join(cluster: Cluster): Promise<Client | 'busy' | 'absent'> {
  const presence = new Client({ connectionString: addressOf(cluster, 'postgres') });
  // The 'end' event that follows is the one that is acted on.
  presence.on('error', () => {});
  try {
    await presence.connect();
    await presence.query('select pg_advisory_lock_shared($1)', [presenceLock]);
    return presence;
  } catch (error) {
    await presence.end().catch(() => {});
    return errorCode(error) === '57P03' ? 'busy' : 'absent';
  }
}

async function leave({ pid, presence }: Raised): Promise<void> {
  const isLast = await presence
    .query('select pg_advisory_unlock_shared($1)', [presenceLock])
    .then(() =>
      presence.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presenceLock]),
    )
    .then((result) => result.rows[0]?.alone === true)
    // No answer: it is dead or dying, and needs no more than this.
    .catch(() => false);
  // The lock is still ours here: whoever comes now waits for it, sees the server end, and starts it anew.
  if (isLast) await stopPostmaster(pid);
  await presence.end().catch(() => {});
}

async function createDatabase(presence: Client): Promise<void> {
  const found = await presence.query('select from pg_database where datname = $1', [database]);
  if (found.rowCount === 1) return;
  await presence.query(`create database ${database}`).catch((error: unknown) => {
    const madeBesideUs = ['42P04', '23505'].includes(errorCode(error) ?? '');
    if (!madeBesideUs) throw error;
  });
}

function addressOf({ password, socket }: Cluster, name: string): string {
  return `postgresql://${superuser}:${password}@localhost:5432/${name}?host=${encodeURIComponent(socket.folder)}`;
}

const longestLog = 10_000_000;

function keepLogShort(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLog) renameSync(logFile, `${logFile}.1`);
}
