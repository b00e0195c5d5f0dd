// Opens what every command needs: the data folder, PostgreSQL (embedded or given), migrations, keys, clock.

import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { readProcessConfig } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import { armCrashPoint } from './platform/crash-point.ts';
import { openDatabase } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { newId } from './platform/ids.ts';
import { migrate } from './platform/migrate.ts';
import { loadSecretKey } from './platform/secret-key.ts';
import { openSecrets } from './platform/secrets.ts';
import { exitCodes, StartFault } from './platform/start-fault.ts';
import { checkDatabase, checkDataDir } from './platform/startup.ts';

export interface Office {
  config: Config;
  ctx: Context;
  connectionString: string;
  close(): Promise<void>;
}

/** The settings, or a `StartFault` that names the bad one. */
export function getConfig(): Config {
  const config = readProcessConfig();
  if ('sentence' in config) throw new StartFault(config.sentence, exitCodes.badSetting);
  armCrashPoint(config.crashAt);
  return config;
}

/** Opens the office; throws `StartFault` with one sentence when something is in the way. */
export async function openOffice(
  config: Config,
  log: (sentence: string) => void = () => {},
): Promise<Office> {
  checkDataDir(config.dataDir);
  const secrets = openSecrets(loadSecretKey(config));
  if (config.databaseUrl !== undefined) await checkDatabase(config.databaseUrl);
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log }) : null;
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? '';
  try {
    await migrate(connectionString);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase(connectionString);
  const ctx: Context = {
    database,
    secrets,
    clock: systemClock,
    newId,
    publicUrl: config.publicUrl,
    zalo: {
      oauth: config.zalo.oauthUrl,
      openapi: config.zalo.openapiUrl,
      business: config.zalo.businessUrl,
      graph: config.zalo.graphUrl,
    },
    ...(config.sms && { sms: config.sms }),
    tellAtNight: config.demo,
    demo: config.demo,
    silenceHours: config.silenceHours,
  };
  return {
    config,
    ctx,
    connectionString,
    close: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}
