// All jobs and schedules in one place.

import { chatJobs } from './chat/jobs.ts';
import { oaJobs } from './oa/jobs.ts';
import { resumeCutOffRefreshes, resumeEveryMs } from './oa/tokens.ts';
import type { Context } from './platform/context.ts';
import { type JobHandlers, type JobRunner, startJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';

/** Every kind of job and who does it. */
export function allJobs(ctx: Context): JobHandlers {
  return { ...chatJobs(ctx), ...oaJobs(ctx) };
}

/** Times are UTC: Vietnam keeps UTC+7 all year, so they are exact. */
const schedules = ['*/20 * * * * refresh-oa-tokens ?max=1'].join('\n');

export async function startWorker(ctx: Context, log: Log): Promise<JobRunner> {
  const jobs = await startJobs(ctx.database, allJobs(ctx), { concurrency: 4, crontab: schedules, log });
  const watch = setInterval(() => {
    resumeCutOffRefreshes(ctx).catch((err: unknown) => {
      log.error({ err }, 'looking for cut-off refreshes failed');
    });
  }, resumeEveryMs).unref();
  return {
    stop: async () => {
      clearInterval(watch);
      await jobs.stop();
    },
  };
}
