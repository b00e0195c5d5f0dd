// The chat's jobs: work through what a person said; send an answer; send what waits; find out what is in doubt.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { processChat } from './process.ts';
import { pumpWaiting, wakePumps } from './pump.ts';
import { reconcile } from './reconcile.ts';
import { sendChatMessage } from './send.ts';
import { settleDoubt } from './settle-doubt.ts';

const aboutPerson = z.object({ tenantId: z.string(), oaId: z.string(), userId: z.string() });
const aboutAccount = z.object({ tenantId: z.string(), oaId: z.string() });
const aboutMessage = z.object({ tenantId: z.string(), messageId: z.uuid() });

const aboutOutage = z.object({ tenantId: z.string(), oaId: z.string(), sinceMs: z.number() });

/** What somebody waits for. */
export function chatJobs(ctx: Context): JobHandlers {
  return {
    'process-chat': async (payload, attempt) => {
      const { tenantId, ...chat } = aboutPerson.parse(payload);
      await processChat(ctx, tenantId, chat, attempt.last);
    },
    'send-chat-message': async (payload) => {
      const { tenantId, messageId } = aboutMessage.parse(payload);
      await sendChatMessage(ctx, tenantId, messageId);
    },
  };
}

/** What nobody waits for, and what may take long when Zalo is slow. */
export function sendingJobs(ctx: Context): JobHandlers {
  return {
    'send-waiting': async (payload) => pumpWaiting(ctx, aboutAccount.parse(payload)),
    'settle-doubt': async (payload) => {
      const { tenantId, messageId } = aboutMessage.parse(payload);
      await settleDoubt(ctx, tenantId, messageId);
    },
    'wake-pumps': () => wakePumps(ctx),
    'reconcile-oa': async (payload) => {
      const { sinceMs, ...ref } = aboutOutage.parse(payload);
      const outcome = await reconcile(ctx, ref, sinceMs);
      // Failing is how a job asks to be run again later.
      if (outcome.kind === 'unfinished') throw new Error('The conversations could not be read to the end.');
    },
  };
}
