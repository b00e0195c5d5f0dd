// Starts the whole office in one process: database, web and API, worker; in the demo also the ward and its Zalo.

import { join } from 'node:path';
import { fromEpochMs } from '@motcua/domain/time';
import { createApp } from './app.ts';
import { spoolFolderOf } from './chat/spool.ts';
import { liveThrough } from './demo/half-year.ts';
import { setUpNeighbours } from './demo/neighbours.ts';
import { demoSignInView } from './demo/sign-ins.ts';
import { connectWard, openStreet } from './demo/street.ts';
import { setUpWard } from './demo/ward.ts';
import { openOffice } from './open-office.ts';
import { closePapers } from './papers/set-paper.ts';
import { followChanges } from './platform/changes.ts';
import type { Config } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import { openDatabase } from './platform/database.ts';
import { openLog } from './platform/log.ts';
import { checkDataDir, checkPortFree, lockDataDir } from './platform/startup.ts';
import { startWorker } from './worker.ts';

export interface Running {
  url: string;
  phoneUrl: string | null;
  stop(): Promise<void>;
}

export interface StartTold {
  /** What is happening, one short sentence at a time. */
  step(sentence: string): void;
  progress(label: string, share: number): void;
}

/** Half a year and a little, so that half-year figures are whole. */
const demoStory = { days: 190, perDay: 3, seed: 27_787 };

/** Connections that no other work can use up, given up early: the spool is there for what they cannot take. */
const forIntake = { max: 4, connectMs: 1_000, answerMs: 2_000 };

export async function startOffice(config: Config, told: StartTold): Promise<Running> {
  const log = openLog();
  checkDataDir(config.dataDir);
  const lock = await lockDataDir(config.dataDir, config.publicUrl);
  const closing: (() => Promise<void>)[] = [() => lock.release()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    await checkPortFree(config.host, config.port, 'PORT');
    if (config.demo) await checkPortFree(config.host, config.simulatorPort, 'SIMULATOR_PORT');
    told.step('Mở cơ sở dữ liệu');
    const office = await openOffice(config, (sentence) => told.step(sentence));
    closing.push(() => office.close(), closePapers);
    const { ctx } = office;
    const street = config.demo ? await openDemo(ctx, config, told) : null;
    if (street !== null) closing.push(() => street.close());
    const changes = await followChanges(office.connectionString, log);
    closing.push(() => changes.stop());
    const intake = openDatabase(office.connectionString, forIntake);
    closing.push(() => intake.close());
    const phoneUrl = street === null ? null : `http://localhost:${config.simulatorPort}`;
    const http = await createApp({
      ctx,
      log,
      changes,
      demo: config.demo ? () => demoSignInView(phoneUrl) : null,
      frameAncestors: phoneUrl === null ? [] : [phoneUrl, `http://127.0.0.1:${config.simulatorPort}`],
      // Whether Zalo's own link takes a text along is not documented; the page copies it to the clipboard in any case.
      openOa: (oaId, text) =>
        phoneUrl === null
          ? `https://zalo.me/${oaId}`
          : `${phoneUrl}/zalo.me/${oaId}?text=${encodeURIComponent(text)}`,
      intake: { database: intake, spoolFolder: spoolFolderOf(config.dataDir) },
      webFolder: join(import.meta.dirname, '..', '..', 'web', 'dist'),
    });
    // Live streams end first: an open one would hold the server up.
    closing.push(
      () => http.app.close(),
      () => changes.stop(),
    );
    await http.app.listen({ port: config.port, host: config.host });
    const worker = await startWorker(ctx, log);
    closing.push(() => worker.stop());
    if (street !== null) await connectWard(ctx, street);
    return { url: config.publicUrl, phoneUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDemo(ctx: Context, config: Config, told: StartTold) {
  const now = Date.now();
  const born = fromEpochMs(now - (demoStory.days + 1) * 86_400_000);
  if (await setUpWard(ctx, born)) {
    told.step('Lập phường dùng thử Kiến Tường: 73 thủ tục, 13 cán bộ, nửa năm hồ sơ');
    const until = fromEpochMs(now);
    await liveThrough(ctx, { ...demoStory, until }, (share) => told.progress('Nửa năm hồ sơ', share));
    await setUpNeighbours(ctx, until);
  }
  return openStreet(config);
}
