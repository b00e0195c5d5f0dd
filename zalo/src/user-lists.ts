// Who the OA knows: its users, page by page.

import { getOaApi, type OaAccess, type OaAnswer } from './call.ts';
import { listAt, numberAt, textAt } from './json.ts';

export interface UserPage {
  /** How many there are in all; undefined when Zalo does not say. */
  total: number | undefined;
  userIds: readonly string[];
}

/** Zalo shows no more at a time. */
export const userPageSize = 50;
/** Beyond this `offset` Zalo answers -210: no more than 10,001 users can be listed; narrow the question. */
export const mostUserOffset = 9_951;

export interface UserQuestion {
  offset?: number;
  count?: number;
  tag?: string;
  isFollower?: boolean;
  /** `TODAY`, `YESTERDAY`, `L7D`, `L30D`, or two days: `2026_11_01:2026_11_21`. */
  lastInteraction?: string;
}

/** One page of users by version 3. */
export async function listUsers(access: OaAccess, question: UserQuestion = {}): Promise<OaAnswer<UserPage>> {
  const answer = await getOaApi(access, '/v3.0/oa/user/getlist', {
    offset: question.offset ?? 0,
    count: Math.min(question.count ?? userPageSize, userPageSize),
    tag_name: question.tag,
    last_interaction_period: question.lastInteraction,
    is_follower: question.isFollower,
  });
  return readPage(answer, 'users');
}

/** One page of followers by version 2, still open to OAs of state agencies. */
export async function listFollowers(
  access: OaAccess,
  page: { offset?: number; count?: number } = {},
): Promise<OaAnswer<UserPage>> {
  const count = Math.min(page.count ?? userPageSize, userPageSize);
  return readPage(
    await getOaApi(access, '/v2.0/oa/getfollowers', { offset: page.offset ?? 0, count }),
    'followers',
  );
}

function readPage(answer: OaAnswer<unknown>, key: string): OaAnswer<UserPage> {
  if (answer.kind !== 'ok') return answer;
  const userIds = listAt(answer.value, key).flatMap((row) => textAt(row, 'user_id') ?? []);
  return { ...answer, value: { total: numberAt(answer.value, 'total'), userIds } };
}
