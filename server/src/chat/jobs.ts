// The chat's jobs: work through what a person said; send an answer.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { JobHandlers } from '../platform/jobs.ts';
import { processChat } from './process.ts';
import { sendChatMessage } from './send.ts';

const aboutPerson = z.object({ tenantId: z.string(), oaId: z.string(), userId: z.string() });
const aboutMessage = z.object({ tenantId: z.string(), messageId: z.uuid() });

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
