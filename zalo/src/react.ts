// Puts a small picture on a person's message, or takes it away.

import { type OaAccess, type OaAnswer, tellOaApi } from './call.ts';

/** What Zalo calls each reaction. At most fifty to a message; they cost no quota. */
export const reactionIcons = {
  laugh: ':>',
  sad: '--b',
  cry: ':-((',
  thumb: '/-strong',
  heart: '/-heart',
  angry: ':-h',
  surprise: ':o',
  remove: '/-remove',
} as const;

export type Reaction = keyof typeof reactionIcons;

/** Reacts to a message a person sent. Documented for version 2 alone. */
export function reactToMessage(
  access: OaAccess,
  reaction: { userId: string; messageId: string; icon: Reaction },
): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/message', {
    recipient: { user_id: reaction.userId },
    sender_action: { react_icon: reactionIcons[reaction.icon], react_message_id: reaction.messageId },
  });
}
