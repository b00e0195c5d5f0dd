// Labels that the OA sticks on people; every change is told by an event.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { postEvent } from './events.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Person } from './model.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';

/** `POST /v2.0/oa/tag/tagfollower {user_id, tag_name}`: makes the tag when it is new. */
export function tagPerson(street: Street, body: unknown): Answer {
  const { person, name } = asked(street, body);
  if (!person) return refuse(-201, 'user_id is invalid!');
  if (name === '') return refuse(-201, 'tag_name is invalid!');
  const { tags } = street.state.office;
  let tag = tags.find((one) => one.name === name);
  if (!tag) tags.push((tag = { name, personIds: [] }));
  if (!tag.personIds.includes(person.id)) {
    tag.personIds.push(person.id);
    post(street, person, 'add_user_to_tag', { user_ids: [person.id], name });
  }
  return succeed({});
}

/** `POST /v2.0/oa/tag/rmfollowerfromtag {user_id, tag_name}` */
export function untagPerson(street: Street, body: unknown): Answer {
  const { person, name } = asked(street, body);
  if (!person) return refuse(-201, 'user_id is invalid!');
  const tag = street.state.office.tags.find((one) => one.name === name);
  if (!tag) return refuse(-201, 'tag_name is invalid!');
  if (tag.personIds.includes(person.id)) {
    tag.personIds = tag.personIds.filter((one) => one !== person.id);
    post(street, person, 'remove_user_from_tag', { user_ids: [person.id], name });
  }
  return succeed({});
}

/** `POST /v2.0/oa/tag/rmtag {tag_name}` */
export function removeTag(street: Street, body: unknown): Answer {
  const { name } = asked(street, body);
  const { office } = street.state;
  if (!office.tags.some((one) => one.name === name)) return refuse(-201, 'tag_name is invalid!');
  office.tags = office.tags.filter((one) => one.name !== name);
  post(street, null, 'remove_tag', { name });
  return succeed({});
}

/** `GET /v2.0/oa/tag/gettagsofoa` */
export function readTagNames(street: Street): Answer {
  return succeed(street.state.office.tags.map((one) => one.name));
}

function asked(street: Street, body: unknown): { person: Person | undefined; name: string } {
  const { user_id, tag_name } = fieldsOf(body);
  const numeric = street.state.settings.numericUserIds && typeof user_id === 'number';
  const person = findPerson(street, numeric ? String(user_id) : (textOf(user_id) ?? ''));
  return { person, name: textOf(tag_name)?.trim() ?? '' };
}

function post(street: Street, person: Person | null, eventName: string, tag: object): void {
  const { app, oa } = street.state;
  postEvent(street, person, { event_name: eventName, oa_id: oa.id, tag, app_id: app.id });
}
