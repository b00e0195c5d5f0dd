// The chat with the Official Account: days, bubbles, delivery ticks, and the box to write in.

import type { BubbleActs } from './bubbles.ts';
import { drawMessage } from './bubbles.ts';
import type { MessageView } from './client.ts';
import { act, press } from './client.ts';
import { createComposer } from './composer.ts';
import { element, fill, icon, iconButton } from './element.ts';
import type { Phone, PhoneActs } from './phone.ts';
import { verifiedMark } from './profile.ts';
import { dayKeyOf, dayOf } from './words.ts';

export interface ChatScreen {
  element: HTMLElement;
  /** Draws what changed, keeping what is being typed and the place in the list. */
  update(phone: Phone): void;
  prefill(text: string): void;
}

/** How long the other side seems to be writing after a message was taken. */
const typingMs = 6000;

export function createChat(first: Phone, acts: PhoneActs): ChatScreen {
  let phone = first;
  let opened = false;
  let atEnd = true;
  let lastTop = 0;
  const drawn = new Map<string, { key: string; row: HTMLElement }>();
  const head = element('header', { class: 'bar' });
  const invitation = element('div', { class: 'invitation' });
  const list = element('ol', { class: 'messages', role: 'list' });
  const scroller = element(
    'div',
    { class: 'scroller', role: 'log', 'aria-label': 'Tin nhắn', tabindex: 0 },
    list,
  );
  const composer = createComposer(first.person.id, acts);
  const screen = element('div', { class: 'screen chat' }, head, invitation, scroller, composer.element);

  const bubbleActs: BubbleActs = {
    openLink: acts.openAddress,
    openPicture: acts.viewPicture,
    reply: (message) => composer.quote(message),
    react: (message) =>
      void act(phone.person.id, 'react', {
        msgId: message.id,
        icon: message.reaction === null ? '/-heart' : '/-remove',
      }),
    rate: (message, given) => void act(phone.person.id, 'rate', { msgId: message.id, ...given }),
    respond: (message, buttonIndex) =>
      void act(phone.person.id, 'respond', { msgId: message.id, buttonIndex }),
    submitInfo: (message) => void act(phone.person.id, 'submit-info', { msgId: message.id }),
    call: (number) => acts.say(`Đang gọi ${number}`),
    press: (message, index) =>
      void press(phone.person.id, message.id, index).then(({ button }) => {
        if (button.type === 'oa.open.url') acts.openAddress(button.url);
        else if (button.type === 'oa.open.phone') acts.say(`Đang gọi +${button.phone}`);
        else if (button.type === 'oa.open.sms') acts.say(`Soạn tin gửi +${button.phone}: ${button.content}`);
      }),
  };

  function rowOf(message: MessageView): HTMLElement {
    const key = JSON.stringify({ ...message, seenAt: null, receivedAt: null, acknowledgedAt: null });
    const kept = drawn.get(message.id);
    if (kept?.key === key) return kept.row;
    const quoted = phone.messages.find((one) => one.id === message.quoteMsgId);
    const row = drawMessage(message, quoted, bubbleActs);
    if (kept || !opened) row.classList.add('still');
    drawn.set(message.id, { key, row });
    return row;
  }

  function drawList(): void {
    const rows: HTMLElement[] = [];
    let day = '';
    let before: MessageView | undefined;
    const shown = phone.messages.filter((one) => !one.silent);
    const last = shown.at(-1);
    const mine = shown.findLast((one) => one.from === 'person');
    for (const message of shown) {
      if (dayKeyOf(message.at) !== day) {
        day = dayKeyOf(message.at);
        rows.push(element('li', { class: 'day' }, element('span', {}, dayOf(message.at, phone.street.now))));
        before = undefined;
      }
      const row = rowOf(message);
      row.classList.toggle('follows', before?.from === message.from);
      rows.push(row);
      if (message === mine) rows.push(drawTicks(message, message !== last));
      before = message;
    }
    if (phone.messages.at(-1)?.from === 'person' && isAnswerDue(phone)) rows.push(typingRow());
    fill(list, ...rows);
    if (atEnd || last?.from === 'person') goToEnd();
  }

  function update(next: Phone): void {
    phone = next;
    const { oa } = phone.street;
    const { person } = phone;
    fill(
      head,
      iconButton('back', 'Quay lại danh sách', () => acts.show('home'), 'on-bar'),
      element('img', { class: 'avatar', src: '/phone/oa.svg', alt: '' }),
      element(
        'button',
        { type: 'button', class: 'bar-oa', onclick: () => acts.show('profile') },
        element('span', { class: 'bar-title' }, element('span', {}, oa.name), oa.verified && verifiedMark()),
        element('span', { class: 'bar-under' }, 'Official Account'),
      ),
      iconButton('people', 'Đổi người cầm máy', acts.showPeople, 'on-bar narrow-only'),
    );
    const follow = element(
      'button',
      { type: 'button', class: 'button small-button', onclick: () => void act(person.id, 'follow') },
      'Quan tâm',
    );
    invitation.hidden = person.follows || person.blocked;
    fill(invitation, element('span', {}, 'Quan tâm để nhận tin mới'), follow);
    drawList();
  }

  function goToEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
  }

  // Whoever reads the end stays there when a picture loads or the drawer opens; whoever reads above is left alone.
  scroller.addEventListener('scroll', () => {
    // Only moving up leaves the end: a picture that grows the list meanwhile does not.
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
    atEnd = near || (atEnd && scroller.scrollTop >= lastTop);
    lastTop = scroller.scrollTop;
  });
  const size = new ResizeObserver(() => atEnd && goToEnd());
  size.observe(scroller);
  size.observe(list);
  update(first);
  opened = true;
  return { element: screen, update, prefill: (text) => composer.prefill(text) };
}

function isAnswerDue(phone: Phone): boolean {
  const last = phone.messages.at(-1);
  return Boolean(last?.acknowledgedAt) && phone.street.now - (last?.acknowledgedAt ?? 0) < typingMs;
}

function typingRow(): HTMLElement {
  const dots = ['', '', ''].map(() => element('span', {}));
  const row = element(
    'li',
    { class: 'row from-oa typing', 'aria-label': 'Đang soạn tin' },
    element('div', { class: 'bubble' }, ...dots),
  );
  setTimeout(() => row.remove(), typingMs);
  return row;
}

/** Sent: the platform has it. Received: the OA's server has taken it. Seen: the OA has said something since. */
function drawTicks(message: MessageView, answered: boolean): HTMLElement {
  const received = message.acknowledgedAt !== null;
  const words = answered ? 'Đã xem' : received ? 'Đã nhận' : 'Đã gửi';
  return element(
    'li',
    { class: answered || received ? 'ticks received' : 'ticks' },
    icon(answered || received ? 'received' : 'sent'),
    words,
  );
}
