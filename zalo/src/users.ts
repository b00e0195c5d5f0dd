// Who a person is to the OA: the profile of v3, and of v2 for OAs of state agencies.

import { getOaApi, type OaAccess, type OaAnswer } from './call.ts';
import { booleanAt, listAt, objectAt, textAt } from './json.ts';

export interface OaUser {
  userId: string;
  userIdByApp: string | undefined;
  displayName: string | undefined;
  /** The name the OA's staff gave. */
  alias: string | undefined;
  isFollower: boolean | undefined;
  /** `dd/MM/yyyy`, as Zalo writes it; only in v3. */
  lastInteraction: string | undefined;
  avatarUrl: string | undefined;
  tags: readonly string[];
  shared: { name: string | undefined; phone: string | undefined; address: string | undefined };
}

/** Profile by v3 (`user/detail`). */
export async function getUserDetail(access: OaAccess, userId: string): Promise<OaAnswer<OaUser>> {
  return readUser(userId, await getOaApi(access, '/v3.0/oa/user/detail', { user_id: userId }));
}

/** Profile by v2 (`getprofile`), still open to OAs of state agencies. */
export async function getUserProfileV2(access: OaAccess, userId: string): Promise<OaAnswer<OaUser>> {
  return readUser(userId, await getOaApi(access, '/v2.0/oa/getprofile', { user_id: userId }));
}

function readUser(askedId: string, answer: OaAnswer<unknown>): OaAnswer<OaUser> {
  if (answer.kind !== 'ok') return answer;
  const data = answer.value;
  const shared = objectAt(data, 'shared_info');
  return {
    ...answer,
    value: {
      userId: textAt(data, 'user_id') ?? askedId,
      userIdByApp: textAt(data, 'user_id_by_app'),
      displayName: textAt(data, 'display_name'),
      alias: textAt(data, 'user_alias'),
      isFollower: booleanAt(data, 'user_is_follower'),
      lastInteraction: textAt(data, 'user_last_interaction_date'),
      avatarUrl: textAt(data, 'avatar'),
      tags: listAt(objectAt(data, 'tags_and_notes_info'), 'tag_names').filter(
        (tag) => typeof tag === 'string',
      ),
      shared: {
        name: textAt(shared, 'name'),
        phone: textAt(shared, 'phone'),
        address: textAt(shared, 'address'),
      },
    },
  };
}
