// The parts of a street and how they fit: its state, clock, ids, media shelf, courier and watchers.

import type { Faults } from './faults-kinds.ts';
import type { IdSource } from './ids.ts';
import type { State, WebhookPost } from './model.ts';

/** What changed, for pages that watch. */
export interface Change {
  kind: 'message' | 'person' | 'post' | 'setup' | 'fault';
  personId: string | null;
}

export interface Street {
  readonly state: State;
  readonly ids: IdSource;
  readonly bytes: MediaBytes;
  readonly courier: Courier;
  readonly faults: Faults;
  now(): number;
  /** Whether the clock may be put forward by hand. */
  readonly ownsClock: boolean;
  /** Puts the clock forward; what has become due is posted. */
  advance(ms: number): void;
  origin(): string;
  tell(change: Change): void;
  /** Calls back on every change; returns how to stop. */
  watch(listener: (change: Change) => void): () => void;
}

/** Keeps bytes by id; in memory for tests, in a folder for demonstrations. */
export interface MediaBytes {
  put(id: string, bytes: Uint8Array): void;
  get(id: string): Uint8Array | undefined;
}

export interface Delivery {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The body arrives in pieces over so many milliseconds. */
  overMs?: number;
}

/** Resolves to the HTTP status; rejects when nothing answered within Zalo's two seconds. */
export type Deliver = (delivery: Delivery) => Promise<number>;

export interface Courier {
  /** Puts an event in the person's line. */
  enqueue(post: WebhookPost): void;
  /** Posts once, outside every line and without redelivery, as the console's Test button does. */
  postOnce(post: WebhookPost): Promise<void>;
  /** Pauses before each redelivery, in milliseconds. */
  readonly pauses: readonly number[];
  /** Starts everything that is due now. */
  pump(): void;
  /** Resolves when nothing is under way and nothing more is due now. */
  idle(): Promise<void>;
  /** Subscribes again and makes every event that was not taken due now; returns how many. */
  redeliver(): number;
  /** Starts nothing more; resolves when what is under way has ended. */
  rest(): Promise<void>;
}
