// What Zalo knows of the Official Account itself.

import { getOaApi, type OaAccess, type OaAnswer } from './call.ts';
import { booleanAt, numberAt, textAt } from './json.ts';

export interface OaProfile {
  oaId: string;
  name: string;
  /** 2 business, 4 state agency; others exist. */
  oaType: number | undefined;
  isVerified: boolean | undefined;
  followers: number | undefined;
  packageName: string | undefined;
  /** As Zalo writes it. */
  packageValidThrough: string | undefined;
}

/** Value of `oaType` for "Cơ quan nhà nước". */
export const stateAgencyType = 4;

/** The profile of the OA the token belongs to; its `oaId` proves whose token it is. */
export async function getOa(access: OaAccess): Promise<OaAnswer<OaProfile>> {
  const answer = await getOaApi(access, '/v2.0/oa/getoa');
  if (answer.kind !== 'ok') return answer;
  const data = answer.value;
  const oaId = textAt(data, 'oa_id');
  if (oaId === undefined) return { kind: 'no_answer', why: 'not_json' };
  return {
    ...answer,
    value: {
      oaId,
      name: textAt(data, 'name') ?? oaId,
      oaType: numberAt(data, 'oa_type'),
      isVerified: booleanAt(data, 'is_verified'),
      followers: numberAt(data, 'num_follower'),
      packageName: textAt(data, 'package_name'),
      packageValidThrough: textAt(data, 'package_valid_through_date'),
    },
  };
}
