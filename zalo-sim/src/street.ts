// One street: an app, an Official Account, people with phones, and what happened between them.

import { createCourier } from './courier.ts';
import { createFaults, noFaults } from './faults.ts';
import { seededIds } from './ids.ts';
import { createMemoryBytes } from './media.ts';
import type { OaType, State } from './model.ts';
import { newOffice } from './office-model.ts';
import type { Change, Deliver, MediaBytes, Street } from './parts.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { newSocial } from './social-model.ts';
import { stranger } from './stranger.ts';
import { newZbs } from './zbs-samples.ts';

export interface StreetOptions {
  /** Milliseconds since 1970; default the machine's clock. */
  now?: () => number;
  /** The clock is the street's own: whoever stands before it may put it forward. */
  ownsClock?: boolean;
  /** The same seed gives the same ids, keys and tokens. */
  seed?: string;
  /** Posts one webhook; resolves to the HTTP status, rejects when nothing answered in time. */
  deliver: Deliver;
  /** The address under which people's photos can be fetched. */
  origin?: () => string;
  /** What an earlier run left; ids, names and settings below then apply only if given. */
  state?: State;
  bytes?: MediaBytes;
  webhookUrl?: string | null;
  callbackUrl?: string | null;
  oaName?: string;
  oaType?: OaType;
  oaId?: string;
  oaSecretKey?: string;
  appId?: string;
  appSecret?: string;
  settings?: Partial<Settings>;
  /** Pauses before each redelivery, in milliseconds; default Zalo's ladder. */
  retryLadder?: readonly number[];
}

/** Opens a street, new or as an earlier run left it. Nothing here touches a network or a disk. */
export function createStreet(options: StreetOptions): Street {
  const clock = options.now ?? Date.now;
  const seed = options.seed ?? 'street';
  const state = options.state ? completed(options.state, seed) : newState(seed);
  const now = () => clock() + state.clockAheadMs;
  const ids = seededIds(seed, state);
  applyOptions(state, options);
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  const ladder = options.retryLadder;
  const faults = createFaults({ state: state.faults, seed, now, tell });
  const { deliver } = options;
  const courier = createCourier({ state, faults, now, tell, deliver, ...(ladder && { ladder }) });
  return {
    state,
    ids,
    bytes: options.bytes ?? createMemoryBytes(),
    courier,
    faults,
    ownsClock: options.ownsClock ?? false,
    now,
    advance(ms) {
      state.clockAheadMs += ms;
      tell({ kind: 'setup', personId: null });
      courier.pump();
    },
    origin: options.origin ?? (() => 'http://localhost'),
    tell,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function newState(seed: string): State {
  const count = { idsUsed: 0 };
  const ids = seededIds(seed, count);
  const identity: Pick<State, 'app' | 'oa'> = {
    app: { id: ids.digits(), secret: ids.token(20), callbackUrl: null },
    oa: {
      id: ids.digits(),
      name: 'Official Account thử nghiệm',
      type: 'state',
      verified: true,
      secretKey: ids.token(20),
      packageQuota: { total: 2000, used: 0 },
    },
  };
  return {
    version: 1,
    ...count,
    ...identity,
    tokens: { access: null, refresh: [], codes: [] },
    people: [],
    messages: [],
    media: [],
    webhook: { url: null, subscribed: true },
    posts: [],
    settings: { ...defaultSettings },
    zbs: newZbs(),
    office: newOffice(),
    social: newSocial(),
    faults: noFaults(),
    traffic: { minutes: [] },
    clockAheadMs: 0,
  };
}

/** What an earlier version left, with what has been added since. */
function completed(state: State, seed: string): State {
  return {
    ...newState(seed),
    ...state,
    people: state.people.map((one) => ({ ...stranger(), ...one })),
    settings: { ...defaultSettings, ...state.settings },
  };
}

function applyOptions(state: State, options: StreetOptions): void {
  const { app, oa, webhook } = state;
  app.id = options.appId ?? app.id;
  app.secret = options.appSecret ?? app.secret;
  if (options.callbackUrl !== undefined) app.callbackUrl = options.callbackUrl;
  oa.id = options.oaId ?? oa.id;
  oa.name = options.oaName ?? oa.name;
  oa.type = options.oaType ?? oa.type;
  oa.secretKey = options.oaSecretKey ?? oa.secretKey;
  if (options.webhookUrl !== undefined) webhook.url = options.webhookUrl;
  Object.assign(state.settings, options.settings);
}
