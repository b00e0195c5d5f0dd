// graph.zalo.me: who a token stands for, and the number or place that a Mini App was given a code for.

import { isProved } from './access.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';
import type { MiniAppCode } from './social-model.ts';
import { personOfToken } from './web-login.ts';

/** Flat: `/me` puts its fields beside `error`, `/me/info` under `data`. */
export type GraphAnswer = { error: number; message: string } & Record<string, unknown>;

const codeMs = 2 * 60_000;
const known = ['id', 'name', 'picture', 'user_id_by_oa', 'is_sensitive'];

/** `GET /v2.0/me?fields=id,name,picture`: `id` is the app-scoped id; a phone number is never among them. */
export function readMe(
  street: Street,
  asked: { token: string | undefined; proof: string | undefined; fields: string | undefined },
): GraphAnswer {
  const { token = '', proof, fields } = asked;
  const person = findPerson(street, personOfToken(street, token) ?? '');
  if (!person) return refused(452, 'Session key invalid. This could be because the session key has expired.');
  if (street.state.settings.graphNeedsProof && !isProved(street, token, proof))
    return refused(100, 'Invalid appsecret_proof provided in the API argument');
  const wanted = (fields ?? 'id').split(',').map((one) => one.trim().split('.')[0] ?? '');
  const unknown = wanted.find((one) => !known.includes(one));
  if (unknown !== undefined) return refused(100, `Invalid parameter: ${unknown}`);
  const all: Record<string, unknown> = {
    id: person.idByApp,
    name: person.name,
    picture: { data: { url: `${street.origin()}/phone/person.svg` } },
    user_id_by_oa: person.id,
    is_sensitive: false,
  };
  const shown = Object.fromEntries(wanted.map((one) => [one, all[one]]));
  return { ...shown, error: 0, message: 'Success' };
}

/** Mints what `getPhoneNumber()` or `getLocation()` would give the Mini App of this person. */
export function mintCode(street: Street, personId: string, kind: MiniAppCode['kind']): string {
  const value = street.ids.token(80);
  street.state.social.miniAppCodes.push({ value, personId, kind, expiresAt: street.now() + codeMs });
  return value;
}

/** `GET /v2.0/me/info`: the code works once, within two minutes, for the person whose token comes with it. */
export function readInfo(
  street: Street,
  asked: { token: string | undefined; code: string | undefined; secretKey: string | undefined },
): GraphAnswer {
  const { social, app } = street.state;
  const personId = personOfToken(street, asked.token);
  if (personId === undefined)
    return refused(452, 'Session key invalid. This could be because the session key has expired.');
  if (asked.secretKey !== app.secret) return refused(100, 'Invalid parameter: secret_key');
  const code = social.miniAppCodes.find((one) => one.value === asked.code && one.personId === personId);
  social.miniAppCodes = social.miniAppCodes.filter((one) => one !== code && one.expiresAt > street.now());
  if (!code || code.expiresAt <= street.now()) return refused(100, 'Invalid parameter: code');
  const person = findPerson(street, personId);
  const data =
    code.kind === 'phone'
      ? { number: person?.phone ?? '' }
      : { provider: 'gps', latitude: '10.7769', longitude: '106.7009', timestamp: String(street.now()) };
  return { data, error: 0, message: 'Success' };
}

function refused(error: number, message: string): GraphAnswer {
  return { error, message };
}
