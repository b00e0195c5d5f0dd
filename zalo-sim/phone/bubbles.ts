// Draws one message as Zalo draws it: text with buttons, pictures, files, lists, stickers, voices, places.

import type { Button, ListElement } from '../src/model.ts';
import type { CardActs } from './cards.ts';
import { drawCard, isCard, picture } from './cards.ts';
import type { MessageView } from './client.ts';
import type { IconName } from './element.ts';
import { element, icon } from './element.ts';
import { pieces } from './links.ts';
import { previewOf, sizeOf, timeOf } from './words.ts';

export interface BubbleActs extends CardActs {
  openPicture(url: string): void;
  press(message: MessageView, index: number): void;
  reply(message: MessageView): void;
  react(message: MessageView): void;
}

/** The row of one message. `quoted` is the message it answers, if that is still known. */
export function drawMessage(
  message: MessageView,
  quoted: MessageView | undefined,
  acts: BubbleActs,
): HTMLElement {
  const bubble = element(
    'div',
    { class: `bubble ${shapeOf(message)}` },
    quoted && element('p', { class: 'quote' }, previewOf(quoted)),
    ...drawContent(message, acts),
    element(
      'time',
      { class: 'bubble-time', datetime: new Date(message.at).toISOString() },
      timeOf(message.at),
    ),
    message.reaction !== null &&
      element('span', { class: 'reaction', role: 'img', 'aria-label': 'Đã thả tim' }, icon('heart')),
  );
  const tools = element(
    'div',
    { class: 'tools' },
    tool('reply', 'Trả lời', () => acts.reply(message)),
    message.from === 'oa' && tool('heart', 'Thả tim', () => acts.react(message)),
  );
  return element('li', { class: `row from-${message.from}`, 'data-msg': message.id }, bubble, tools);
}

function shapeOf({ content }: MessageView): string {
  if (content.kind === 'sticker') return 'bare';
  return (content.kind === 'image' || content.kind === 'gif') && content.text === '' ? 'picture-only' : '';
}

function tool(name: IconName, label: string, onclick: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

function drawContent(message: MessageView, acts: BubbleActs): HTMLElement[] {
  const { content, url } = message;
  if (isCard(content)) return drawCard(message, content, acts);
  switch (content.kind) {
    case 'text':
      return [drawText(content.text, acts), ...drawButtons(message, content.buttons, acts)];
    case 'image':
    case 'gif':
      return [drawPicture(url ?? '', acts), ...(content.text === '' ? [] : [drawText(content.text, acts)])];
    case 'file':
      return [
        element(
          'a',
          { class: 'file', href: url ?? '', target: '_blank', rel: 'noopener' },
          element(
            'span',
            { class: 'file-kind', 'aria-hidden': 'true' },
            content.type.slice(0, 4).toUpperCase() || 'TỆP',
          ),
          element(
            'span',
            { class: 'file-about' },
            element('span', { class: 'file-name' }, content.name),
            element('span', { class: 'small' }, sizeOf(content.size)),
          ),
        ),
      ];
    case 'list':
      return [element('div', { class: 'list' }, ...content.elements.map((one) => drawElement(one, acts)))];
    case 'sticker':
      return [element('img', { class: 'sticker', src: url ?? '', alt: 'Nhãn dán', width: 112, height: 112 })];
    case 'audio':
      return [
        element(
          'p',
          { class: 'voice' },
          icon('voice'),
          element('span', { class: 'wave', 'aria-hidden': 'true' }),
          'Tin thoại',
        ),
      ];
    case 'location':
      return [
        element('p', { class: 'voice' }, icon('place'), `Vị trí ${content.latitude}, ${content.longitude}`),
      ];
  }
}

function drawText(text: string, acts: BubbleActs): HTMLElement {
  const parts = pieces(text).map(({ text: piece, isLink }) =>
    isLink
      ? element('a', { href: piece, onclick: (event) => follow(event, () => acts.openLink(piece)) }, piece)
      : piece,
  );
  return element('p', { class: 'said' }, ...parts);
}

function drawPicture(url: string, acts: BubbleActs): HTMLElement {
  const shown = element('img', { src: url, alt: 'Hình ảnh đã gửi', loading: 'lazy' });
  shown.addEventListener('error', () =>
    shown.replaceWith(element('span', { class: 'gone' }, 'Ảnh không còn tồn tại')),
  );
  const label = {
    type: 'button',
    class: 'picture',
    'aria-label': 'Xem ảnh',
    onclick: () => acts.openPicture(url),
  };
  return element('button', label, shown);
}

const buttonIcons: Record<Button['type'], IconName | null> = {
  'oa.open.url': 'link',
  'oa.query.show': null,
  'oa.query.hide': null,
  'oa.open.phone': 'phone',
  'oa.open.sms': 'phone',
};

function drawButtons(message: MessageView, buttons: Button[], acts: BubbleActs): HTMLElement[] {
  if (buttons.length === 0) return [];
  const drawn = buttons.map((button, index) => {
    const name = buttonIcons[button.type];
    const onclick = () => acts.press(message, index);
    return element(
      'button',
      { type: 'button', class: 'answer', onclick },
      name && icon(name),
      element('span', {}, button.title),
    );
  });
  return [element('div', { class: 'answers' }, ...drawn)];
}

function drawElement(one: ListElement, acts: BubbleActs): HTMLElement {
  const inside = [
    one.imageUrl !== null && picture(one.imageUrl, 'list-picture'),
    element(
      'span',
      { class: 'list-words' },
      element('span', { class: 'list-title' }, one.title),
      element('span', { class: 'small' }, one.subtitle),
    ),
  ];
  const { url } = one;
  if (url === null) return element('div', { class: 'list-item' }, ...inside);
  const onclick = () => acts.openLink(url);
  return element('button', { type: 'button', class: 'list-item', onclick }, ...inside);
}

function follow(event: Event, open: () => void): void {
  event.preventDefault();
  open();
}
