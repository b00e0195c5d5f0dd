// A street that listens, with an app connected to it and a follower: for tests that see faults over HTTP.

import type { Person } from '../src/model.ts';
import type { Street } from '../src/parts.ts';
import { messagesOf } from '../src/people.ts';
import type { ServerOptions } from '../src/server.ts';
import { startStreet } from '../src/server.ts';
import { givenFollower, pairOf, refresh } from './given.ts';

export interface OverHttp {
  url: string;
  street: Street;
  clock: { now: number };
  lan: Person;
  /** Sends a text to the follower. */
  send: (text?: string, signal?: AbortSignal) => Promise<Response>;
  /** Asks for the OA's own page. */
  read: () => Promise<Response>;
  /** Refreshes with a token, or with one fresh from the console. */
  refresh: (token?: string) => Promise<Response>;
  control: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Reply>;
  /** How many texts of the OA are on the follower's phone. */
  onPhone: () => number;
  close: () => Promise<void>;
}

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

export async function overHttp(options: ServerOptions = {}): Promise<OverHttp> {
  const clock = { now: Date.UTC(2026, 10, 23, 2) };
  const running = await startStreet({
    now: () => clock.now,
    deliver: () => Promise.resolve(200),
    ...options,
  });
  const { url, street } = running;
  const lan = givenFollower(street);
  pairOf(refresh(street));
  const headers = () => ({
    access_token: street.state.tokens.access?.value ?? '',
    'content-type': 'application/json',
  });
  return {
    url,
    street,
    clock,
    lan,
    send: (text = 'xin chào', signal) =>
      fetch(`${url}/v2.0/oa/message`, {
        method: 'POST',
        headers: headers(),
        body: JSON.stringify({ recipient: { user_id: lan.id }, message: { text } }),
        ...(signal && { signal }),
      }),
    read: () => fetch(`${url}/v2.0/oa/getoa`, { headers: headers() }),
    async refresh(token) {
      const { app } = street.state;
      const known = token ?? street.state.tokens.refresh.find((one) => one.source === 'grant')?.value ?? '';
      return fetch(`${url}/v4/oa/access_token`, {
        method: 'POST',
        headers: { secret_key: app.secret },
        body: new URLSearchParams({ app_id: app.id, grant_type: 'refresh_token', refresh_token: known }),
      });
    },
    async control(method, path, body) {
      const answer = await fetch(`${url}/control/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const read: Record<string, unknown> = JSON.parse(await answer.text());
      return { status: answer.status, body: read };
    },
    onPhone: () => messagesOf(street, lan.id).filter((one) => one.receivedAt !== null).length,
    close: () => running.close(),
  };
}
