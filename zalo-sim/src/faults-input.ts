// Reads a fault from a stranger's JSON: an unknown kind or a value out of bounds names its field.

import type { Family, FaultKind, FaultSpec } from './faults-kinds.ts';
import { strikesAt } from './faults-kinds.ts';
import type { Fields } from './json.ts';

export interface Unreadable {
  field: string;
  error: string;
}

type Rule = (value: unknown) => string | undefined;

const dayMs = 86_400_000;

const number =
  (least: number, most: number, whole = true): Rule =>
  (value) => {
    const fits = typeof value === 'number' && value >= least && value <= most;
    if (fits && (!whole || Number.isInteger(value))) return undefined;
    return `must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
  };
const flag: Rule = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const text: Rule = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a text');
const texts: Rule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => text(one) === undefined)
    ? undefined
    : 'must be a list of texts';

const families: Record<Family, true> = {
  send: true,
  template: true,
  upload: true,
  reading: true,
  article: true,
  oauth: true,
  graph: true,
  media: true,
};
const familyList: Rule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => Object.hasOwn(families, String(one)))
    ? undefined
    : `must be a list of ${Object.keys(families).join(', ')}`;

const realMs = number(1, 600_000);
const streetMs = number(0, 30 * dayMs);
const share: Rule = (value) =>
  typeof value === 'number' && value > 0 && value <= 1 ? undefined : 'must be above 0 and at most 1';
/** Not 0: that would be success. */
const code: Rule = (value) => (value === 0 ? 'must not be 0' : number(-99_999, 99_999)(value));

/** Fields of each kind; those with a star must be there. */
const fieldsOfKind: Record<FaultKind, Record<string, Rule>> = {
  slow: { 'ms*': realMs, workToo: flag },
  trickle: { 'ms*': realMs },
  never_ends: {},
  server_error: { status: number(500, 599), effect: flag },
  html_at_200: { effect: flag },
  empty_body: { effect: flag },
  cut_json: {},
  hang_up: { effect: flag },
  refused: {},
  error_but_delivered: { code },
  delivered_but_silent: {},
  error_code: { 'code*': code, message: text },
  unknown_code: {},
  refresh_lost: {},
  refresh_without_token: {},
  accepted_not_delivered: {},
  duplicate: { 'copies*': number(2, 50), ms: streetMs, numRetry: flag },
  reorder: { depth: number(1, 100), across: flag, ms: streetMs },
  delay: { 'ms*': streetMs },
  drop_echo: {},
  drop_receipt: {},
  receipt_before_echo: {},
  slow_connection: { 'ms*': realMs },
};

const doses: Record<string, Rule> = {
  share,
  times: number(1, 1_000_000),
  forMs: number(1, 30 * dayMs),
  skip: number(0, 1_000_000),
};
const aimOfCalls: Record<string, Rule> = { families: familyList, path: text, personId: text };
const aimOfEvents: Record<string, Rule> = { events: texts, personId: text };

/** The fault these fields describe, or the first field that is wrong. */
export function readFault(fields: Fields): FaultSpec | Unreadable {
  const { kind } = fields;
  if (!isKind(kind))
    return { field: 'kind', error: `kind must be one of ${Object.keys(strikesAt).join(', ')}` };
  const aim = strikesAt[kind].side === 'event' ? aimOfEvents : aimOfCalls;
  const rules: Record<string, Rule> = { ...fieldsOfKind[kind], ...aim, ...doses };
  const known = new Set(Object.keys(rules).map((name) => name.replace('*', '')));
  const stray = Object.keys(fields).find((name) => name !== 'kind' && !known.has(name));
  if (stray !== undefined) return { field: stray, error: `${stray} is no field of ${kind}` };
  for (const [name, rule] of Object.entries(rules)) {
    const field = name.replace('*', '');
    const value = fields[field];
    if (value === undefined && field === name) continue;
    const problem = rule(value);
    if (problem !== undefined) return { field, error: `${field} ${problem}` };
  }
  return asRead(fields);
}

function isKind(value: unknown): value is FaultKind {
  return typeof value === 'string' && Object.hasOwn(strikesAt, value);
}

/** Every field was checked just now. */
function asRead(fields: Fields): FaultSpec {
  const read: unknown = { ...fields };
  return read as FaultSpec;
}
