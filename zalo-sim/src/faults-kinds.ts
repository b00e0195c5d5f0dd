// The faults a street can be told to have: what each does, what it strikes by default, and how it is dosed.

/** What a call is for; the family of a path is in fault-calls.ts. */
export type Family = 'send' | 'template' | 'upload' | 'reading' | 'article' | 'oauth' | 'graph' | 'media';

/**
 * What happens to the answer of a call. `effect` says whether the call does its work all the same.
 * Milliseconds here are real ones: sockets do not know the street's clock.
 */
export type AnswerFault =
  /** The answer comes after `ms`. The work is done at once or, `workToo`, only then, also for a caller who has gone. */
  | { kind: 'slow'; ms: number; workToo?: boolean }
  /** The answer comes one byte every `ms`. */
  | { kind: 'trickle'; ms: number }
  /** The head and a first byte come, the end never does. */
  | { kind: 'never_ends' }
  /** An HTML page with a 5xx status (default 502). Without effect unless asked for. */
  | { kind: 'server_error'; status?: number; effect?: boolean }
  /** An HTML page with status 200. Without effect unless asked for. */
  | { kind: 'html_at_200'; effect?: boolean }
  /** Status 200 and nothing more. With effect unless told otherwise. */
  | { kind: 'empty_body'; effect?: boolean }
  /** The first half of the true answer. */
  | { kind: 'cut_json' }
  /** The connection is reset. With effect unless told otherwise. */
  | { kind: 'hang_up'; effect?: boolean }
  /** The platform is down: the connection is closed at once. */
  | { kind: 'refused' }
  /** The work is done, the answer is an error all the same (default -200). */
  | { kind: 'error_but_delivered'; code?: number }
  /** The work is done, no answer ever comes. */
  | { kind: 'delivered_but_silent' }
  /** An error of your choice, without effect. */
  | { kind: 'error_code'; code: number; message?: string }
  /** An error that stands in no table, without effect; the seed chooses the code. */
  | { kind: 'unknown_code' }
  /** A refresh spends its token and the answer is lost on the way. */
  | { kind: 'refresh_lost' }
  /** A refresh answers with an access token only; the refresh token used stays in force. */
  | { kind: 'refresh_without_token' };

/** What happens to a message between a good answer and the phone. */
export type SendFault =
  /** `error: 0` is answered; nothing reaches the phone, nothing is echoed. */
  { kind: 'accepted_not_delivered' };

/** What happens to a webhook. Milliseconds are of the street's clock, but for `slow_connection`. */
export type EventFault =
  /**
   * Posted `copies` times in all (2 to 50), the others at once and side by side or `ms` later, with
   * `num_retry` if asked for.
   */
  | { kind: 'duplicate'; copies: number; ms?: number; numRetry?: boolean }
  /**
   * Posted only after up to `depth` later events (default 1; the seed chooses), of the same person or, `across`,
   * of anybody; after `ms` (default a minute) in any case.
   */
  | { kind: 'reorder'; depth?: number; across?: boolean; ms?: number }
  /** Posted `ms` later, outside its person's line. */
  | { kind: 'delay'; ms: number }
  /** What the OA sent is never echoed. */
  | { kind: 'drop_echo' }
  /** "Received" and "seen" never come. */
  | { kind: 'drop_receipt' }
  /** The echo comes after the receipt of the same message. */
  | { kind: 'receipt_before_echo' }
  /** The body of the post arrives in pieces over `ms` real milliseconds. */
  | { kind: 'slow_connection'; ms: number };

export type FaultKind = (AnswerFault | SendFault | EventFault)['kind'];

/** What a fault strikes; what is left out is not asked. */
export interface Aim {
  families?: Family[];
  /** The path of a call, without host and query; a `*` at the end stands for the rest. */
  path?: string;
  /** Calls to or about this person, events of this person. */
  personId?: string;
  /** Event names; a `*` at the end stands for the rest. */
  events?: string[];
}

/** How much of it: all of these together. Without any, always. */
export interface Dose {
  /** Of what it is aimed at, this part is struck: above 0, at most 1. */
  share?: number;
  /** Over after so many strikes. */
  times?: number;
  /** Over after so long, in milliseconds of the street's clock. */
  forMs?: number;
  /** Spares the first so many. */
  skip?: number;
}

export type FaultSpec = (AnswerFault | SendFault | EventFault) & Aim & Dose;

/** A fault as the street keeps it. */
export interface Fault {
  id: string;
  spec: FaultSpec;
  addedAt: number;
  /** How many occasions it was aimed at, and how many it struck. */
  seen: number;
  struck: number;
}

/** How faults bent a webhook that is still on its way. */
export interface Bent {
  /** Outside its person's line: nobody waits for it. */
  loose?: boolean;
  /** Waits for so many later events, of this person or, if null, of anybody; only of this name, if given. */
  behind?: { count: number; personId: string | null; eventName?: string };
  /** The `num_retry` it claims before its first attempt. */
  numRetry?: number;
  /** Milliseconds over which its body arrives. */
  overMs?: number;
}

/** One stroke, for those who count. */
export interface Strike {
  faultId: string;
  kind: FaultKind;
  at: number;
  /** The path of the call, or the name of the event. */
  where: string;
  personId: string | null;
}

/** What a street remembers of its faults; with the seed it decides every later stroke. */
export interface FaultState {
  added: number;
  /** How many numbers were drawn beside those of the doses. */
  drawn: number;
  list: Fault[];
  /** The latest strokes, oldest first. */
  strikes: Strike[];
}

export interface Call {
  family: Family;
  /** Without host and query. */
  path: string;
  personId: string | null;
}

export interface FaultView extends Fault {
  /** Whether its dose is used up. */
  over: boolean;
}

export interface Faults {
  add(spec: FaultSpec): Fault;
  list(): FaultView[];
  /** Takes one fault away, or all; returns how many that were. */
  clear(id?: string): number;
  /** The latest thousand strokes, oldest first. */
  strikes(): readonly Strike[];
  /** What strikes this call: at most one fault, the one added first, and every `slow` beside it. */
  onCall(call: Call): AnswerFault[];
  /** Whether this accepted message is to vanish on its way to the phone: no echo, no receipt. */
  onSend(family: 'send' | 'template', personId: string | null): boolean;
  /** What strikes this event; all of it counts, in the order of adding. */
  onEvent(event: { eventName: string; personId: string | null }): EventFault[];
  /** A number from 0 up to 1 that the seed decides: the street's next, whoever draws. */
  draw(purpose: string): number;
}

const anyCall = ['send', 'template', 'upload', 'reading', 'article', 'oauth', 'graph'] as const;
const openApi = ['send', 'template', 'upload', 'reading', 'article'] as const;
const messages = ['send', 'template'] as const;

/** Where a kind strikes when its aim does not say: families for calls, event names for webhooks. */
export const strikesAt: Record<
  FaultKind,
  { side: 'answer' | 'send'; families: readonly Family[] } | { side: 'event'; events: readonly string[] }
> = {
  slow: { side: 'answer', families: anyCall },
  trickle: { side: 'answer', families: anyCall },
  never_ends: { side: 'answer', families: anyCall },
  server_error: { side: 'answer', families: anyCall },
  html_at_200: { side: 'answer', families: anyCall },
  empty_body: { side: 'answer', families: anyCall },
  cut_json: { side: 'answer', families: anyCall },
  hang_up: { side: 'answer', families: anyCall },
  refused: { side: 'answer', families: anyCall },
  error_but_delivered: { side: 'answer', families: messages },
  delivered_but_silent: { side: 'answer', families: messages },
  error_code: { side: 'answer', families: openApi },
  unknown_code: { side: 'answer', families: openApi },
  refresh_lost: { side: 'answer', families: ['oauth'] },
  refresh_without_token: { side: 'answer', families: ['oauth'] },
  accepted_not_delivered: { side: 'send', families: messages },
  duplicate: { side: 'event', events: ['*'] },
  reorder: { side: 'event', events: ['*'] },
  delay: { side: 'event', events: ['*'] },
  drop_echo: { side: 'event', events: ['oa_send_*'] },
  drop_receipt: { side: 'event', events: ['user_received_message', 'user_seen_message'] },
  receipt_before_echo: { side: 'event', events: ['oa_send_*'] },
  slow_connection: { side: 'event', events: ['*'] },
};
