// The labels an OA's staff put on people.

import { getOaApi, type OaAccess, type OaAnswer, tellOaApi } from './call.ts';

/** Every label of the OA. */
export async function listTags(access: OaAccess): Promise<OaAnswer<readonly string[]>> {
  const answer = await getOaApi(access, '/v2.0/oa/tag/gettagsofoa');
  if (answer.kind !== 'ok') return answer;
  const rows: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  return { ...answer, value: rows.filter((row) => typeof row === 'string') };
}

/** Labels a person; a label that does not exist yet is made. */
export function tagUser(access: OaAccess, userId: string, tag: string): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/tag/tagfollower', { user_id: userId, tag_name: tag.normalize('NFC') });
}

export function untagUser(access: OaAccess, userId: string, tag: string): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/tag/rmfollowerfromtag', {
    user_id: userId,
    tag_name: tag.normalize('NFC'),
  });
}

/** Takes a label from everybody and deletes it. */
export function deleteTag(access: OaAccess, tag: string): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/tag/rmtag', { tag_name: tag.normalize('NFC') });
}
