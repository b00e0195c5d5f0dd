// How this person's number takes template messages: the number itself, and why a message would not come.

import type { Reach } from '../src/model.ts';
import type { PersonView } from './client.ts';
import { act } from './client.ts';
import { element, fill } from './element.ts';

const reaches: readonly [Reach, string][] = [
  ['ok', 'Nhận tin mẫu'],
  ['no_zalo', 'Số này không có Zalo (−118)'],
  ['cannot_receive', 'Tài khoản không nhận được (−119)'],
  ['inactive', 'Không hoạt động (−114)'],
  ['not_eligible', 'Không đủ điều kiện nhận (−140)'],
  ['old_app', 'Ứng dụng Zalo quá cũ (−110)'],
  ['refuses_oa', 'Từ chối tin của OA này (−141)'],
];
const kinds = [
  [1, 'Từ chối tin giao dịch (−139)'],
  [2, 'Từ chối tin chăm sóc (−139)'],
] as const;

/** Follows whoever is on the screen; what is being typed stays. */
export function createReachPanel() {
  let person: PersonView | undefined;
  const change = (what: object) => void (person && act(person.id, 'reach', what).catch(showKept));
  const showKept = () => {
    phone.value = person?.phone ?? '';
  };
  const phone = element('input', {
    class: 'field',
    type: 'tel',
    'aria-label': 'Số điện thoại',
    placeholder: '84912000101',
    onchange: () => change({ phone: phone.value.trim() || null }),
  });
  const select = element(
    'select',
    {
      class: 'field',
      'aria-label': 'Nhận tin mẫu (ZBS)',
      onchange: () => change({ reach: select.value }),
    },
    ...reaches.map(([value, words]) => element('option', { value }, words)),
  );
  const boxes = element('div', { class: 'line' });
  return {
    element: element('div', { class: 'panel' }, element('h3', {}, 'Tin mẫu (ZBS)'), phone, select, boxes),
    update(next: PersonView): void {
      person = next;
      if (document.activeElement !== phone) phone.value = next.phone ?? '';
      if (document.activeElement !== select) select.value = next.reach;
      const others = (tag: number) => next.refusedTags.filter((one) => one !== tag);
      const toggles = kinds.map(([tag, words]) => {
        const on = next.refusedTags.includes(tag);
        const refusedTags = on ? others(tag) : [...next.refusedTags, tag];
        return toggle(words, on, () => change({ refusedTags }));
      });
      fill(
        boxes,
        ...toggles,
        toggle('Quản trị viên (nhận tin thử)', next.admin, () => change({ admin: !next.admin })),
      );
    },
  };
}

function toggle(words: string, on: boolean, onclick: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'button quiet', 'aria-pressed': String(on), onclick },
    on ? `✓ ${words}` : words,
  );
}
