// The OA's list of people, and what it notes about them.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { dayOf } from './calendar.ts';
import type { Fields } from './json.ts';
import { fieldsOf, lengthOf, textOf } from './json.ts';
import type { Person } from './model.ts';
import type { SharedInfo } from './office-model.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';

const longestPage = 50;
const lastOffset = 9951;
const dayMs = 86_400_000;
const noted = ['name', 'phone', 'address', 'city', 'district', 'ward', 'user_dob', 'gender'] as const;

/** `GET /v3.0/oa/user/getlist`: whoever has ever interacted, filtered by tag, period and following. */
export function readUsers(street: Street, data: unknown): Answer {
  const asked = fieldsOf(data);
  const page = pageOf(asked);
  if ('error' in page) return page;
  const period = periodOf(street, textOf(asked['last_interaction_period']));
  if (period === undefined) return refuse(-201, 'last_interaction_period is invalid!');
  const { tag_name, is_follower } = asked;
  const tag = street.state.office.tags.find((one) => one.name === tag_name);
  const found = street.state.people.filter(
    (one) =>
      one.lastInteractionAt !== null &&
      period(dayOf(one.lastInteractionAt)) &&
      (tag_name === undefined || tag?.personIds.includes(one.id)) &&
      (is_follower === undefined || one.follows === (is_follower === true || is_follower === 'true')),
  );
  const users = found.slice(page.offset, page.offset + page.count).map((one) => ({ user_id: one.id }));
  return succeed({ total: found.length, count: users.length, offset: page.offset, users });
}

/** `GET /v2.0/oa/getfollowers`: closed for businesses since June 2024. */
export function readFollowers(street: Street, data: unknown): Answer {
  if (street.state.oa.type === 'business') return refuse(-240);
  const page = pageOf(fieldsOf(data));
  if ('error' in page) return page;
  const followers = street.state.people.filter((one) => one.follows);
  const shown = followers.slice(page.offset, page.offset + page.count);
  return succeed({ total: followers.length, followers: shown.map((one) => ({ user_id: one.id })) });
}

/** `POST /v3.0/oa/user/update` */
export function updateUser(street: Street, body: unknown): Answer {
  const asked = fieldsOf(body);
  const person = findPerson(street, textOf(asked['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  const { user_alias, user_external_id } = asked;
  const taken = street.state.people.some(
    (one) => one !== person && one.externalId !== '' && one.externalId === user_external_id,
  );
  if (taken) return refuse(-201, 'user_external_id is invalid!');
  if (typeof user_alias === 'string' && lengthOf(user_alias) > 100) return refuse(-210);
  if (typeof user_alias === 'string') person.alias = user_alias;
  if (typeof user_external_id === 'string') person.externalId = user_external_id;
  note(street, person, fieldsOf(asked['shared_info']));
  return succeed({});
}

/** `POST /v2.0/oa/updatefollowerinfo`: the same facts, without `shared_info` around them. */
export function updateFollower(street: Street, body: unknown): Answer {
  if (street.state.oa.type === 'business') return refuse(-240);
  const person = findPerson(street, textOf(fieldsOf(body)['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  note(street, person, fieldsOf(body));
  return succeed({});
}

/** `POST /v2.0/oa/deletefollowerinfo`: forgets what was noted. */
export function deleteFollowerInfo(street: Street, body: unknown): Answer {
  const person = findPerson(street, textOf(fieldsOf(body)['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  Object.assign(person, { shared: {}, alias: '', externalId: '' });
  street.tell({ kind: 'person', personId: person.id });
  return succeed({});
}

function note(street: Street, person: Person, info: Fields): void {
  const shared: SharedInfo = {};
  for (const name of noted) {
    const value = info[name];
    if (typeof value === 'string') shared[name] = value;
  }
  person.shared = { ...person.shared, ...shared };
  street.tell({ kind: 'person', personId: person.id });
}

function pageOf(asked: Fields): { offset: number; count: number } | Answer {
  const offset = Number(asked['offset'] ?? 0);
  const count = Number(asked['count'] ?? longestPage);
  if (!Number.isInteger(offset) || offset < 0 || !Number.isInteger(count) || count < 1) return refuse(-201);
  return count > longestPage || offset > lastOffset ? refuse(-210) : { offset, count };
}

/** Whether a day (`2026-11-23`) lies in the period; undefined when the period is none of Zalo's. */
function periodOf(street: Street, period: string | undefined): ((day: string) => boolean) | undefined {
  const ago = (days: number) => dayOf(street.now() - days * dayMs);
  const between = /^(\d{4}_\d\d_\d\d):(\d{4}_\d\d_\d\d)$/.exec(period ?? '');
  if (between) {
    const [, from = '', to = ''] = between.map((one) => one.replaceAll('_', '-'));
    return (day) => day >= from && day <= to;
  }
  switch (period) {
    case undefined:
      return () => true;
    case 'TODAY':
      return (day) => day === ago(0);
    case 'YESTERDAY':
      return (day) => day === ago(1);
    case 'L7D':
      return (day) => day > ago(7);
    case 'L30D':
      return (day) => day > ago(30);
    default:
      return undefined;
  }
}
