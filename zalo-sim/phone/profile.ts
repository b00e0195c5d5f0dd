// The Official Account's own page: follow, write, block.

import { act } from './client.ts';
import { element, iconButton } from './element.ts';
import type { Phone, PhoneActs } from './phone.ts';

export function drawProfile({ person, street }: Phone, acts: PhoneActs): HTMLElement {
  const { oa } = street;
  const kind = oa.type === 'state' ? 'Cơ quan nhà nước' : 'Doanh nghiệp';
  const write = () => void act(person.id, 'chat-now').then(() => acts.show('chat'));
  return element(
    'div',
    { class: 'screen profile' },
    element(
      'header',
      { class: 'bar' },
      iconButton('back', 'Quay lại', () => acts.show('home'), 'on-bar'),
      element('h1', { class: 'bar-title' }, 'Trang Official Account'),
    ),
    element(
      'div',
      { class: 'profile-body' },
      element('img', { class: 'avatar large', src: '/phone/oa.svg', alt: '' }),
      element('h2', {}, oa.name, oa.verified && verifiedMark()),
      element('p', { class: 'small' }, oa.verified ? `${kind}, đã xác thực` : kind),
      element(
        'div',
        { class: 'profile-acts' },
        element('button', { type: 'button', class: 'button', onclick: write }, 'Nhắn tin'),
        element(
          'button',
          {
            type: 'button',
            class: 'button quiet',
            onclick: () => void act(person.id, person.follows ? 'unfollow' : 'follow'),
          },
          person.follows ? 'Bỏ quan tâm' : 'Quan tâm',
        ),
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'button text',
          onclick: () => void act(person.id, person.blocked ? 'unblock' : 'block'),
        },
        person.blocked ? 'Bỏ chặn tin nhắn' : 'Chặn tin nhắn',
      ),
    ),
  );
}

export function verifiedMark(): HTMLElement {
  return element('span', {
    class: 'verified',
    role: 'img',
    'aria-label': 'Đã xác thực',
    title: 'Đã xác thực',
  });
}
