// All jobs and schedules in one place.

import { chatJobs } from './chat/jobs.ts';
import { oaJobs } from './oa/jobs.ts';
import type { Context } from './platform/context.ts';
import { type JobHandlers, type JobRunner, startJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';

/** Every kind of job and who does it. */
export function allJobs(ctx: Context): JobHandlers {
  return { ...chatJobs(ctx), ...oaJobs(ctx) };
}

/** Times are UTC: Vietnam keeps UTC+7 all year, so they are exact. */
const schedules = ['*/20 * * * * refresh-oa-tokens ?max=1'].join('\n');

export function startWorker(ctx: Context, log: Log): Promise<JobRunner> {
  return startJobs(ctx.database, allJobs(ctx), { concurrency: 4, crontab: schedules, log });
}
