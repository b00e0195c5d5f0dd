// Talks to the control API about faults, tokens, limits, the subscription and the clock.

import type { Fault, FaultSpec } from '../src/faults-kinds.ts';
import type { Settings } from '../src/settings.ts';

export type FaultView = Fault & { over: boolean };

export interface PlatformView {
  tokens: { accessMsLeft: number; grantedRefreshTokens: number };
  limits: {
    appCallsPerMinute: number | null;
    taken: number;
    refused: number;
    minutes: { startsAt: number; taken: number; refused: number }[];
  };
  subscription: {
    subscribed: boolean;
    lost: number;
    trying: { eventName: string; retries: number; nextAt: number }[];
  };
  templates: { dailyQuota: number; used: { total: number } };
}

export function readFaults(): Promise<FaultView[]> {
  return call<FaultView[]>('GET', 'faults');
}

export async function readPlatform(): Promise<PlatformView> {
  const [tokens, limits, subscription, templates] = await Promise.all([
    call<PlatformView['tokens']>('GET', 'tokens'),
    call<PlatformView['limits']>('GET', 'limits?minutes=1'),
    call<PlatformView['subscription']>('GET', 'subscription'),
    call<PlatformView['templates']>('GET', 'zbs'),
  ]);
  return { tokens, limits, subscription, templates };
}

export function addFault(spec: FaultSpec): Promise<Fault> {
  return call<Fault>('POST', 'faults', spec);
}

/** A little of most faults at once. */
export function startBadDay(): Promise<unknown> {
  return call('POST', 'faults/bad-day');
}

/** One fault, or all. */
export function clearFaults(id?: string): Promise<unknown> {
  return call('DELETE', id === undefined ? 'faults' : `faults/${id}`);
}

export function killTokens(token: 'access' | 'both'): Promise<unknown> {
  return call('POST', 'tokens/kill', { token });
}

export function subscribeAgain(): Promise<unknown> {
  return call('POST', 'subscription');
}

export function advanceClock(advanceMs: number): Promise<unknown> {
  return call('POST', 'clock', { advanceMs });
}

export function changeSettings(settings: Partial<Settings>): Promise<unknown> {
  return call('POST', 'settings', settings);
}

export function usePackage(used: number): Promise<unknown> {
  return call('POST', 'oa', { packageQuota: { used } });
}

export function setTemplateQuota(dailyQuota: number): Promise<unknown> {
  return call('POST', 'zbs', { dailyQuota });
}

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`/control/${path}`, { method, ...sent });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const read: Answer = await answer.json();
  return read;
}
