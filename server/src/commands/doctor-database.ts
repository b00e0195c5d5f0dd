// The doctor looks at the database: reached, of this version's shape, tenants kept apart, jobs being done.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { jobCounts } from '../platform/jobs.ts';
import { isSchemaCurrent, readMigrations } from '../platform/migrate.ts';
import { errorCode, StartFault } from '../platform/start-fault.ts';
import { checkDatabase } from '../platform/startup.ts';
import { type Finding, ill, well } from './doctor-machine.ts';
import { countOverdueJobs, readGuards } from './doctor-store.ts';

/** Examines the database and then what lives in it, if the database is well enough to be asked. */
export async function* examineDatabase(
  config: Config,
  examineContent: (database: Database) => AsyncIterable<Finding>,
): AsyncGenerator<Finding> {
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres')))
    return yield well(server, 'PostgreSQL đi kèm chưa có dữ liệu, sẽ được tạo ở lần chạy đầu.');
  let opened: Awaited<ReturnType<typeof open>>;
  try {
    opened = await open(config);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    return yield ill(server, error.message);
  }
  const { database } = opened;
  try {
    yield well(server, opened.sentence);
    const shape = await examineShape(database);
    yield shape;
    if (!shape.ok) return;
    yield await examineGuards(database);
    yield await examineJobs(database);
    yield* examineContent(database);
  } finally {
    await opened.close();
  }
}

const server = 'Cơ sở dữ liệu';

async function open(config: Config) {
  if (config.databaseUrl !== undefined) {
    await checkDatabase(config.databaseUrl);
    const database = openDatabase(config.databaseUrl);
    return { database, close: () => database.close(), sentence: 'kết nối được, phiên bản phù hợp.' };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
  const database = openDatabase(embedded.connectionString);
  const close = async () => {
    await database.close();
    await embedded.stop();
  };
  return { database, close, sentence: 'PostgreSQL đi kèm chạy tốt.' };
}

async function examineShape(database: Database): Promise<Finding> {
  const subject = 'Cấu trúc dữ liệu';
  try {
    if (await isSchemaCurrent(database.pool))
      return well(subject, `đúng phiên bản ${readMigrations().at(-1)?.version ?? 0} của chương trình.`);
  } catch (error) {
    // 42P01: the table that lists the migrations is not there; a new database.
    if (errorCode(error) !== '42P01') throw error;
  }
  return ill(subject, 'chưa khớp với bản chương trình này; hãy chạy: motcua migrate');
}

async function examineGuards(database: Database): Promise<Finding> {
  const { openTables, roleIsAlmighty, mayRewriteLedger } = await readGuards(database);
  const subject = 'Ngăn cách đơn vị';
  if (roleIsAlmighty)
    return ill(
      subject,
      'vai trò motcua_app có quyền vượt mọi giới hạn; hãy chạy trong PostgreSQL: alter role motcua_app nosuperuser nobypassrls',
    );
  if (mayRewriteLedger)
    return ill(
      subject,
      'motcua_app sửa được sổ sự kiện; hãy chạy trong PostgreSQL: revoke update, delete on ledger from motcua_app',
    );
  if (openTables.length > 0)
    return ill(
      subject,
      `các bảng chưa được ngăn theo đơn vị: ${openTables.join(', ')}; hãy bật force row level security cho từng bảng.`,
    );
  return well(subject, 'mọi bảng đều ngăn theo đơn vị, sổ sự kiện không sửa được.');
}

async function examineJobs(database: Database): Promise<Finding> {
  const { waiting, dead } = await jobCounts(database);
  const overdue = await countOverdueJobs(database);
  const subject = 'Việc nền';
  if (overdue > 0)
    return ill(subject, `${overdue} việc chờ quá 10 phút; hãy kiểm tra motcua start có đang chạy không.`);
  if (dead > 0)
    return ill(
      subject,
      `${dead} việc đã thử hết số lần mà chưa xong; hãy xem lý do trong nhật ký (job failed) của motcua start.`,
    );
  return well(subject, waiting === 0 ? 'không có việc nào chờ.' : `${waiting} việc đang chờ đến lượt.`);
}
