// Jobs of notices: send by another road, look what became of it, take a receipt, find the forgotten.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { lookAtDispatch } from './look-at-dispatch.ts';
import { takeReceipts } from './receipts.ts';
import { sendDispatch } from './send-dispatch.ts';
import { sweepNotices } from './sweep.ts';

const aboutDispatch = z.object({ tenantId: z.string(), dispatchId: z.uuid() });
const aboutAccount = z.object({ tenantId: z.string(), oaId: z.string() });

export function noticeJobs(ctx: Context): JobHandlers {
  return {
    'send-dispatch': async (payload) => {
      const { tenantId, dispatchId } = aboutDispatch.parse(payload);
      await sendDispatch(ctx, tenantId, dispatchId);
    },
    'look-at-dispatch': async (payload) => {
      const { tenantId, dispatchId } = aboutDispatch.parse(payload);
      await lookAtDispatch(ctx, tenantId, dispatchId);
    },
    'take-template-receipts': (payload, attempt) =>
      takeReceipts(ctx, aboutAccount.parse(payload), attempt.last),
    'sweep-notices': () => sweepNotices(ctx),
  };
}
