// What the OA notes about a person on Zalo: name, phone, address, alias; and how it forgets them.

import { type OaAccess, type OaAnswer, tellOaApi } from './call.ts';

export interface UserNotes {
  name?: string;
  /** `84…` */
  phone?: string;
  address?: string;
  /** Zalo's numbers of provinces and districts. */
  cityId?: string;
  districtId?: string;
  /** `dd/MM/yyyy` */
  dateOfBirth?: string;
}

/** Writes notes by version 3; what is undefined stays. */
export function updateUser(
  access: OaAccess,
  change: UserNotes & { userId: string; alias?: string; externalId?: string },
): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v3.0/oa/user/update', {
    user_id: change.userId,
    user_alias: change.alias,
    user_external_id: change.externalId,
    shared_info: wireNotes(change),
  });
}

/** Writes notes by version 2, still open to OAs of state agencies. */
export function updateFollower(
  access: OaAccess,
  change: UserNotes & { userId: string },
): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/updatefollowerinfo', { user_id: change.userId, ...wireNotes(change) });
}

/** Erases what the OA noted: the answer to a person who withdraws (`user_withdrew`). */
export function forgetUser(access: OaAccess, userId: string): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/oa/deletefollowerinfo', { user_id: userId });
}

function wireNotes(notes: UserNotes): object {
  return {
    name: notes.name?.normalize('NFC'),
    phone: notes.phone,
    address: notes.address?.normalize('NFC'),
    city_id: notes.cityId,
    district_id: notes.districtId,
    user_dob: notes.dateOfBirth,
  };
}
