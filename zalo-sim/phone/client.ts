// Talks to the street's control API.

import type { Button, Message, Oa, Person, WebhookPost } from '../src/model.ts';
import type { Settings } from '../src/settings.ts';

export type MessageView = Message & { url: string | null };

export interface PersonView extends Person {
  unread: number;
  lastMessage: MessageView | null;
  window: { freeMsLeft: number; allowedMsLeft: number };
}

export interface StreetView {
  now: number;
  /** Whether the clock may be put forward by hand. */
  ownsClock: boolean;
  appId: string;
  oa: Pick<Oa, 'id' | 'name' | 'type' | 'verified' | 'packageQuota'>;
  webhook: { url: string | null; subscribed: boolean };
  connected: boolean;
  settings: Settings;
  people: PersonView[];
}

export interface TestResult {
  status: number | null;
  ms: number;
}

export interface SetUpAnswer extends Partial<TestResult> {
  test?: TestResult | null;
  count?: number;
}

export interface Change {
  kind: 'message' | 'person' | 'post' | 'setup' | 'fault';
  personId: string | null;
}

export function readStreet(): Promise<StreetView> {
  return call<StreetView>('/control/state');
}

export function readMessages(personId: string): Promise<MessageView[]> {
  return call<MessageView[]>(`/control/messages?person=${personId}`);
}

export function readEvents(): Promise<WebhookPost[]> {
  return call<WebhookPost[]>('/control/events');
}

export function readCredentials(): Promise<Record<string, string>> {
  return call<Record<string, string>>('/control/credentials');
}

export function makePerson(name: string): Promise<PersonView> {
  return send<PersonView>('/control/people', { name });
}

/** One act of a person: `write`, `seen`, `follow`, … */
export function act(personId: string, what: string, body: object = {}): Promise<unknown> {
  return send(`/control/people/${personId}/${what}`, body);
}

export function press(personId: string, msgId: string, buttonIndex: number): Promise<{ button: Button }> {
  return send(`/control/people/${personId}/click`, { msgId, buttonIndex });
}

export function sendBytes(personId: string, what: 'photo' | 'file' | 'voice', file: File): Promise<unknown> {
  const query = new URLSearchParams({ name: file.name }).toString();
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  return call(`/control/people/${personId}/${what}?${query}`, { method: 'POST', body: file, headers });
}

/** What the OA's operator does; the answer depends on it. */
export function setUp(
  what: 'oa' | 'webhook' | 'webhook/test' | 'redeliver',
  body: object = {},
): Promise<SetUpAnswer> {
  return send(`/control/${what}`, body);
}

/** Calls back on every change on the street, and once after each reconnection. */
export function watch(onChange: (change: Change | null) => void): void {
  const stream = new EventSource('/control/stream');
  stream.addEventListener('open', () => onChange(null));
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const change: Change = JSON.parse(event.data);
    onChange(change);
  });
}

function send<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return call<Answer>(path, { method: 'POST', body: JSON.stringify(body), headers });
}

async function call<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const body: Answer = await answer.json();
  return body;
}
