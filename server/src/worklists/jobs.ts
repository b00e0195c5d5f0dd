// The job of the worklists: one act on many dossiers.

import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { runBulk } from './run-bulk.ts';

export function worklistJobs(ctx: Context): JobHandlers {
  return {
    'act-on-many': ({ tenantId, runId }) => runBulk(ctx, tenantId, String(runId)),
  };
}
