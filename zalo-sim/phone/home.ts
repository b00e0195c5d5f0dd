// The phone's first screen: the list of chats, and where to begin when there is none.

import { avatar, element, icon, iconButton } from './element.ts';
import type { Phone, PhoneActs } from './phone.ts';
import { dayOf, previewOf, timeOf } from './words.ts';

export function drawHome(phone: Phone, acts: PhoneActs): HTMLElement {
  const { person, street } = phone;
  const { oa } = street;
  const met = person.lastInteractionAt !== null || person.lastMessage !== null;
  return element(
    'div',
    { class: 'screen home' },
    element(
      'header',
      { class: 'bar' },
      element('span', { class: 'search' }, icon('search'), 'Tìm kiếm'),
      iconButton('scan', 'Quét mã QR', acts.scan, 'on-bar'),
      iconButton('people', 'Đổi người cầm máy', acts.showPeople, 'on-bar narrow-only'),
    ),
    element(
      'div',
      { class: 'home-body' },
      met
        ? element('ul', { class: 'chats', role: 'list' }, element('li', {}, chatRow(phone, acts)))
        : element(
            'div',
            { class: 'first-time' },
            element('p', { class: 'first-title' }, `Chào ${person.name}`),
            element(
              'p',
              {},
              'Chưa có cuộc trò chuyện nào. Quét một mã QR, hoặc mở trang Official Account để bắt đầu.',
            ),
            element(
              'button',
              { type: 'button', class: 'button', onclick: acts.scan },
              icon('scan'),
              'Quét mã QR',
            ),
            element(
              'button',
              { type: 'button', class: 'chat-row suggested', onclick: () => acts.show('profile') },
              element('img', { class: 'avatar', src: '/phone/oa.svg', alt: '' }),
              element(
                'span',
                { class: 'chat-words' },
                element('span', { class: 'chat-name' }, oa.name),
                element('span', { class: 'chat-preview' }, 'Official Account'),
              ),
            ),
          ),
    ),
    element(
      'footer',
      { class: 'owner' },
      avatar(person.name, person.id),
      element('span', {}, 'Máy của ', element('strong', {}, person.name)),
    ),
  );
}

function chatRow({ person, street }: Phone, acts: PhoneActs): HTMLElement {
  const { lastMessage, unread } = person;
  const when =
    lastMessage &&
    (dayOf(lastMessage.at, street.now) === 'Hôm nay'
      ? timeOf(lastMessage.at)
      : dayOf(lastMessage.at, street.now));
  return element(
    'button',
    { type: 'button', class: unread > 0 ? 'chat-row unread' : 'chat-row', onclick: () => acts.show('chat') },
    element('img', { class: 'avatar', src: '/phone/oa.svg', alt: '' }),
    element(
      'span',
      { class: 'chat-words' },
      element('span', { class: 'chat-name' }, street.oa.name),
      element('span', { class: 'chat-preview' }, previewOf(lastMessage)),
    ),
    element(
      'span',
      { class: 'chat-side' },
      element('span', { class: 'chat-when' }, when),
      unread > 0 &&
        element('span', { class: 'badge', 'aria-label': `${unread} tin chưa xem` }, String(unread)),
    ),
  );
}
