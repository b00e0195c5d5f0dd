// Jobs of agencies: mergers whose day has come, and names that hold from today on.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { applyMergers } from './apply-mergers.ts';

export function agencyJobs(ctx: Context): JobHandlers {
  return { 'apply-mergers': () => applyMergers(ctx) };
}
