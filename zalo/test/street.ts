// The client beside a whole street: a simulator on a port, an OA that may call it, and every webhook it posted.

import type { OaType } from '@motcua/zalo-sim/model';
import { agree } from '@motcua/zalo-sim/oauth';
import type { Delivery } from '@motcua/zalo-sim/parts';
import { makePerson, setFollowing } from '@motcua/zalo-sim/people';
import { startStreet } from '@motcua/zalo-sim/server';
import { exchangeCode, pkce } from '../src/oauth.ts';

/** Nine in the morning in Vietnam. */
const morning = Date.UTC(2026, 10, 23, 2);

export type GivenStreet = Awaited<ReturnType<typeof givenStreet>>;

/** A street whose clock stands still until `clock.now` is moved; tokens come the way an administrator grants them. */
export async function givenStreet(oaType: OaType) {
  const clock = { now: morning };
  const webhooks: Delivery[] = [];
  const running = await startStreet({
    now: () => clock.now,
    seed: 'line',
    oaType,
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      webhooks.push(delivery);
      return Promise.resolve(200);
    },
  });
  const { street, url } = running;
  const { id: appId, secret: appSecret } = street.state.app;
  const hosts = { oauth: url, openapi: url, business: url, graph: url };
  const app = { hosts, appId, appSecret };
  const grant = async () => {
    const { verifier, challenge } = pkce(new Uint8Array(32).fill(7));
    const link = { appId, redirectUri: 'https://motcua.example/zalo', challenge, state: null };
    const code = new URL(agree(street, link)).searchParams.get('code') ?? '';
    return { code, codeVerifier: verifier };
  };
  const granted = await exchangeCode(app, await grant());
  if (granted.kind !== 'granted') throw new Error(`no tokens: ${JSON.stringify(granted)}`);
  return {
    street,
    clock,
    webhooks,
    app,
    grant,
    tokens: granted,
    access: { hosts, accessToken: granted.accessToken },
    follower(name: string, phone: string | null = null) {
      const person = makePerson(street, { name, phone });
      setFollowing(street, person, true);
      return person;
    },
    close: () => running.close(),
  };
}

/** What an answer holds that must be a success. */
export function valueOf<T>(answer: { kind: 'ok'; value: T } | { kind: string }): T {
  if (!('value' in answer)) throw new Error(JSON.stringify(answer));
  return answer.value;
}
