// What a Mini App's token stands for: the person's phone number or place, told to our server alone.

import { readAnswer, type ZaloAnswer } from './ask.ts';
import { type GraphAccess, getGraph } from './graph.ts';
import { type JsonObject, numberAt, objectAt, textAt } from './json.ts';

export interface Place {
  latitude: number;
  longitude: number;
  /** `gps`, … as Zalo writes it. */
  provider: string | undefined;
  /** Epoch milliseconds. */
  at: number | undefined;
}

/**
 * The phone number (`84…`) behind the token of `getPhoneNumber()`. The token works once, for two minutes. The App
 * Secret travels with this call: it belongs on a server, never in the Mini App.
 */
export function getPhone(access: GraphAccess, code: string): Promise<ZaloAnswer<string>> {
  return getInfo(access, code, (data) => textAt(data, 'number'));
}

/** The place behind the token of `getLocation()`, on the same terms. */
export function getPlace(access: GraphAccess, code: string): Promise<ZaloAnswer<Place>> {
  return getInfo(access, code, (data) => {
    const latitude = numberAt(data, 'latitude');
    const longitude = numberAt(data, 'longitude');
    if (latitude === undefined || longitude === undefined) return undefined;
    return { latitude, longitude, provider: textAt(data, 'provider'), at: numberAt(data, 'timestamp') };
  });
}

async function getInfo<T>(
  access: GraphAccess,
  code: string,
  read: (data: JsonObject) => T | undefined,
): Promise<ZaloAnswer<T>> {
  const headers = { code, secret_key: access.appSecret };
  return readAnswer(await getGraph(access, '/v2.0/me/info', {}, headers), (body) =>
    read(objectAt(body, 'data')),
  );
}
