// Jobs of the clocks: act when a moment has come, reckon dossiers anew when a calendar changed.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { applyCalendars } from './apply-calendar.ts';
import { sweepClocks } from './sweep.ts';

export function clockJobs(ctx: Context): JobHandlers {
  return {
    'sweep-clocks': () => sweepClocks(ctx),
    'apply-calendars': () => applyCalendars(ctx),
  };
}
