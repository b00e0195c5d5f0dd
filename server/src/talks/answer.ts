// An officer answers a citizen: the words, who answered, the bot's silence and the job that sends them belong together.

import { officerAnswered } from '@motcua/domain/chat-conversation';
import { parseConversation } from '@motcua/domain/chat-state';
import { reachOfTalk } from '@motcua/domain/talk-reach';
import { nameOfficers } from '../agencies/officer-store.ts';
import { saveConversation } from '../chat/person-store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { lockReadableTalk } from './join.ts';
import { readPartner } from './people-store.ts';
import type { TalkAnswer } from './schema.ts';
import { markAnswered } from './store.ts';

export const noLongerLinked =
  'Zalo này không còn liên kết với hồ sơ, nên không trả lời về hồ sơ tại đây được. Xin gọi điện cho người nộp.';

/** @throws Problem when the talk has moved on, or when the message could not arrive */
export async function answerTalk(
  ctx: Context,
  caller: Caller,
  { key, ...request }: { id: string; version: number; text: string; key: string },
): Promise<TalkAnswer> {
  const now = ctx.clock.now();
  const command = { issuer: caller.officerId, key, request: { answer: request }, at: now };
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, command, async () => {
      const { talk, person } = await lockReadableTalk(tx, caller, request, now);
      const { standing, channels, linked } = await readPartner(tx, talk);
      if (!linked) throw new Problem('not_possible_now', noLongerLinked);
      const reach = reachOfTalk(standing, channels, now);
      if (!reach.open) throw new Problem('not_possible_now', reach.sentence);
      const { officerId } = caller;
      const { oaId, userId } = talk;
      const name = (await nameOfficers(tx, [officerId])).get(officerId) ?? 'Cán bộ';
      const text = `${upperFirst(name)}: ${request.text}`;
      await queueMessage(tx, { id: ctx.newId(), oaId, userId, text, talkId: talk.id, officerId }, now);
      await markAnswered(tx, talk.id, officerId, now);
      await saveConversation(tx, talk, officerAnswered(parseConversation(person.conversation, now), now));
      return { id: talk.id, version: talk.version + 1 };
    }),
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
