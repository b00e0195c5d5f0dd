// Keeps every Official Account's tokens fresh before they run out.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { refreshDueTokens } from './tokens.ts';

export function oaJobs(ctx: Context): JobHandlers {
  return {
    'refresh-oa-tokens': async () => {
      await refreshDueTokens(ctx);
    },
  };
}
