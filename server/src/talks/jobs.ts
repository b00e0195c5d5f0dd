// The job of talks: end those in which nobody has written for a day.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { endSilentTalks } from './hand-back.ts';

export function talkJobs(ctx: Context): JobHandlers {
  return { 'end-silent-talks': () => endSilentTalks(ctx) };
}
