// Keeps every Official Account's tokens fresh before they run out.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { watchSilence } from './silence.ts';
import { refreshDueTokens } from './tokens.ts';

/** `tell` is where an operator reads of an account that must be looked at. */
export function oaJobs(
  ctx: Context,
  tell: (alarm: { oaId: string; sentence: string }) => void = () => {},
): JobHandlers {
  return {
    'refresh-oa-tokens': async () => {
      await refreshDueTokens(ctx);
    },
    'watch-silence': () => watchSilence(ctx, tell),
  };
}
