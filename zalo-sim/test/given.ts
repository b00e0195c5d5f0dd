// A street for tests: a clock that stands still until moved, and a receiver that remembers what came.

import type { Person } from '../src/model.ts';
import type { OAuthError, TokenPair } from '../src/oauth.ts';
import { consoleRefreshToken, exchange } from '../src/oauth.ts';
import type { Delivery, Street } from '../src/parts.ts';
import { makePerson, setFollowing } from '../src/people.ts';
import type { StreetOptions } from '../src/street.ts';
import { createStreet } from '../src/street.ts';

export const hour = 3_600_000;

export interface Given {
  street: Street;
  received: Delivery[];
  clock: { now: number };
  /** What the receiver answers next; null is "nobody there". */
  receiver: { status: number | null };
}

export function givenStreet(options: Partial<StreetOptions> = {}): Given {
  const clock = { now: Date.UTC(2026, 10, 23, 2) };
  const received: Delivery[] = [];
  const receiver: Given['receiver'] = { status: 200 };
  const street = createStreet({
    now: () => clock.now,
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      if (receiver.status === null) return Promise.reject(new Error('nobody there'));
      received.push(delivery);
      return Promise.resolve(receiver.status);
    },
    ...options,
  });
  return { street, received, clock, receiver };
}

export function givenFollower(street: Street, name = 'Nguyễn Thị Lan'): Person {
  const person = makePerson(street, { name });
  setFollowing(street, person, true);
  return person;
}

/** Names of the events that came, in order. */
export function names(received: Delivery[]): string[] {
  return bodies(received).map((body) => body.event_name);
}

export interface Event {
  event_name: string;
  message: Record<string, unknown>;
  [field: string]: unknown;
}

export function bodies(received: Delivery[]): Event[] {
  return received.map((delivery) => {
    const event: Event = JSON.parse(delivery.body);
    return event;
  });
}

/** A text field of an answer's data, which must be there. */
export function dataText(answer: { data?: unknown }, field: string): string {
  const { data } = answer;
  const value: unknown = data !== null && typeof data === 'object' ? Reflect.get(data, field) : undefined;
  if (typeof value !== 'string') throw new Error(`the answer has no ${field}: ${JSON.stringify(answer)}`);
  return value;
}

export function refresh(street: Street, token = consoleRefreshToken(street)): TokenPair | OAuthError {
  const { app } = street.state;
  const form = new URLSearchParams({ app_id: app.id, grant_type: 'refresh_token', refresh_token: token });
  return exchange(street, app.secret, form);
}

export function pairOf(answer: TokenPair | OAuthError): TokenPair {
  if (!('access_token' in answer)) throw new Error(`refused: ${answer.error_name}`);
  return answer;
}
