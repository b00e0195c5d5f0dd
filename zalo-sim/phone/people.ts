// The people of the street: whose phone is shown, who has unread messages, and making a new person.

import type { PersonView } from './client.ts';
import { makePerson } from './client.ts';
import { avatar, element, fill } from './element.ts';
import { previewOf } from './words.ts';

/** Draws the list; the field for a new name keeps what is being typed. */
export function createPeopleList(target: HTMLElement, choose: (personId: string) => void) {
  const list = element('ul', { class: 'people-list', role: 'list' });
  const field = element('input', {
    class: 'field',
    name: 'name',
    placeholder: 'Họ và tên',
    'aria-label': 'Họ và tên người mới',
    autocomplete: 'off',
    required: true,
  });
  const add = (event: Event) => {
    event.preventDefault();
    const name = field.value.trim();
    if (name === '') return;
    field.value = '';
    void makePerson(name).then((person) => choose(person.id));
  };
  fill(
    target,
    element('h2', { class: 'people-title' }, 'Điện thoại'),
    list,
    element(
      'form',
      { class: 'people-add', onsubmit: add },
      field,
      element('button', { type: 'submit', class: 'button' }, 'Thêm'),
    ),
  );
  let drawn = '';
  return {
    update(people: PersonView[], currentId: string | null): void {
      const key = JSON.stringify([people.map((person) => ({ ...person, window: null })), currentId]);
      if (key === drawn) return;
      drawn = key;
      fill(
        list,
        ...people.map((person) => element('li', {}, drawRow(person, person.id === currentId, choose))),
      );
    },
    /** The phone of somebody who is not on the screen buzzes here. */
    buzz(personId: string): void {
      const row = list.querySelector(`[data-person="${CSS.escape(personId)}"]`);
      row?.classList.remove('buzz');
      requestAnimationFrame(() => row?.classList.add('buzz'));
    },
  };
}

function drawRow(person: PersonView, current: boolean, choose: (personId: string) => void): HTMLElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'person-row',
      'data-person': person.id,
      'aria-current': current ? 'true' : null,
      onclick: () => choose(person.id),
    },
    avatar(person.name, person.id),
    element(
      'span',
      { class: 'chat-words' },
      element('span', { class: 'chat-name' }, person.name),
      element(
        'span',
        { class: 'chat-preview' },
        person.online ? previewOf(person.lastMessage) : 'Máy đang tắt',
      ),
    ),
    person.unread > 0 &&
      element(
        'span',
        { class: 'badge', 'aria-label': `${person.unread} tin chưa xem` },
        String(person.unread),
      ),
  );
}
