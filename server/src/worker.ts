// All jobs and schedules in one place.

import { agencyJobs } from './agencies/jobs.ts';
import { chatJobs, sendingJobs } from './chat/jobs.ts';
import { clockJobs } from './clocks/jobs.ts';
import { draftJobs } from './drafts/jobs.ts';
import { noticeJobs } from './notices/jobs.ts';
import { oaJobs } from './oa/jobs.ts';
import { resumeCutOffRefreshes, resumeEveryMs } from './oa/tokens.ts';
import type { Context } from './platform/context.ts';
import { type JobHandlers, type JobLane, type JobRunner, startJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { talkJobs } from './talks/jobs.ts';
import { worklistJobs } from './worklists/jobs.ts';

/** Every kind of job and who does it. */
export function allJobs(ctx: Context): JobHandlers {
  return Object.assign({}, ...lanes(ctx).map((lane) => lane.handlers));
}

/** What somebody waits for has hands of its own: a slow Zalo, or a million notices, cannot take them. */
function lanes(ctx: Context, log?: Log): JobLane[] {
  return [
    { handlers: chatJobs(ctx), concurrency: 4 },
    { handlers: worklistJobs(ctx), concurrency: 2 },
    {
      handlers: {
        ...sendingJobs(ctx),
        ...noticeJobs(ctx),
        ...agencyJobs(ctx),
        ...clockJobs(ctx),
        ...draftJobs(ctx),
        ...talkJobs(ctx),
        ...oaJobs(ctx, (alarm) => log?.error(alarm, 'an account has been silent for unusually long')),
      },
      concurrency: 4,
    },
  ];
}

/** Times are UTC: Vietnam keeps UTC+7 all year, so they are exact. By its key, one that failed is replaced by the next. */
const schedules = [
  '*/20 * * * * refresh-oa-tokens ?max=1&jobKey=refresh-oa-tokens',
  '*/10 * * * * watch-silence ?max=1&jobKey=watch-silence',
  '* * * * * wake-pumps ?max=1&jobKey=wake-pumps',
  '*/5 * * * * sweep-notices ?max=1&jobKey=sweep-notices',
  '*/10 * * * * sweep-drafts ?max=1&jobKey=sweep-drafts',
  '* * * * * sweep-clocks ?max=1&jobKey=sweep-clocks',
  '* * * * * apply-calendars ?max=1&jobKey=apply-calendars',
  '*/5 * * * * end-silent-talks ?max=1&jobKey=end-silent-talks',
  '* * * * * apply-mergers ?max=1&jobKey=apply-mergers',
].join('\n');

export async function startWorker(ctx: Context, log: Log): Promise<JobRunner> {
  const jobs = await startJobs(ctx.database, lanes(ctx, log), { crontab: schedules, log });
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
