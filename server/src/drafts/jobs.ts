// Jobs of drafts: forget in time what nobody files.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { sweepDrafts } from './sweep.ts';

export function draftJobs(ctx: Context): JobHandlers {
  return { 'sweep-drafts': () => sweepDrafts(ctx) };
}
