// Draws cards: template messages with stars and answers, requests for information, articles, links, videos.

import type { RatingLevel } from '../src/zbs-model.ts';
import type { MessageView } from './client.ts';
import { element, fill, icon } from './element.ts';

/** What the person may do with a card, each told to the street. */
export interface CardActs {
  openLink(url: string): void;
  rate(message: MessageView, given: { rate: number; note: string; feedbacks: string[] }): void;
  respond(message: MessageView, index: number): void;
  submitInfo(message: MessageView): void;
  call(phone: string): void;
}

type Content = MessageView['content'];
export type Card = Extract<
  Content,
  { kind: 'template' | 'request_info' | 'article' | 'link' | 'business_card' | 'video' }
>;

export function isCard(content: Content): content is Card {
  return ['template', 'request_info', 'article', 'link', 'business_card', 'video'].includes(content.kind);
}

export function drawCard(message: MessageView, content: Card, acts: CardActs): HTMLElement[] {
  switch (content.kind) {
    case 'template':
      return drawTemplate(message, content, acts);
    case 'request_info':
      return [
        picture(content.imageUrl),
        element('p', { class: 'card-title' }, content.title),
        element('p', {}, content.subtitle),
        row([
          content.answered
            ? element('p', { class: 'small card-done' }, 'Đã chia sẻ thông tin')
            : answer('Chia sẻ thông tin', () => acts.submitInfo(message)),
        ]),
      ];
    case 'article':
      return content.articles.map((one) =>
        element(
          'button',
          { type: 'button', class: 'article', onclick: () => acts.openLink(one.url) },
          picture(one.coverUrl),
          element('span', { class: 'card-title' }, one.title),
          element('span', { class: 'small' }, one.description),
        ),
      );
    case 'video':
      return [element('p', { class: 'voice' }, icon('screen'), content.description || 'Video')];
    case 'link':
    case 'business_card': {
      const words = content.kind === 'link' ? content.description || content.url : 'Danh thiếp';
      return [
        element(
          'button',
          { type: 'button', class: 'answer', onclick: () => acts.openLink(content.url) },
          icon('link'),
          words,
        ),
      ];
    }
  }
}

function drawTemplate(
  message: MessageView,
  content: Extract<Content, { kind: 'template' }>,
  acts: CardActs,
): HTMLElement[] {
  const open = ({ type, content: target }: { type: number; content: string }) =>
    type === 2 ? acts.call(target) : acts.openLink(target);
  const buttons = content.buttons.map((one) => answer(one.title, () => open(one)));
  const responses =
    content.response === null
      ? content.responses.map((title, index) => answer(title, () => acts.respond(message, index)))
      : [element('p', { class: 'small card-done' }, `Đã trả lời: ${content.response}`)];
  const rows = content.rows.flatMap(({ label, value }) => [
    element('dt', {}, label),
    element('dd', {}, value),
  ]);
  return [
    element('p', { class: 'card-title' }, content.title),
    ...content.paragraphs.map((text) => element('p', { class: 'said' }, text)),
    ...(rows.length > 0 ? [element('dl', { class: 'card-rows' }, ...rows)] : []),
    ...(content.levels.length > 0 ? [drawStars(message, content, acts)] : []),
    row([...buttons, ...responses]),
  ].filter((one) => one.childNodes.length > 0);
}

/** Five stars; a tap on one asks why, and sends what was chosen. */
function drawStars(
  message: MessageView,
  content: Extract<Content, { kind: 'template' }>,
  acts: CardActs,
): HTMLElement {
  const { levels, rating } = content;
  const reasons = element('div', { class: 'reasons' });
  const stars = element('div', { class: 'stars', role: 'group', 'aria-label': 'Số sao' });
  const draw = (chosen: number) =>
    fill(
      stars,
      ...levels.map((level, index) =>
        element(
          'button',
          {
            type: 'button',
            class: 'star',
            disabled: rating !== null,
            'aria-pressed': String(index < chosen),
            'aria-label': `${index + 1} sao: ${level.title}`,
            onclick: () => choose(index + 1, level),
          },
          icon('star'),
        ),
      ),
    );
  const choose = (rate: number, level: RatingLevel) => {
    draw(rate);
    const chosen = new Set<string>();
    const chips = level.answers.map((words) => chip(words, chosen));
    const note = element('input', {
      class: 'field',
      'aria-label': 'Ý kiến khác',
      placeholder: 'Ý kiến khác',
    });
    const send = () => acts.rate(message, { rate, note: note.value.trim(), feedbacks: [...chosen] });
    fill(
      reasons,
      element('p', { class: 'small' }, `${level.title}. ${level.question}`),
      element('div', { class: 'chips' }, ...chips),
      note,
      element('button', { type: 'button', class: 'button', onclick: send }, 'Gửi đánh giá'),
    );
  };
  draw(rating?.rate ?? 0);
  if (rating)
    fill(reasons, element('p', { class: 'small' }, levels[rating.rate - 1]?.thanks ?? 'Đã đánh giá'));
  return element('div', { class: 'rating' }, stars, reasons);
}

/** A picture from wherever the OA says; when it cannot be fetched it leaves no hole. */
export function picture(src: string, className = 'card-picture'): HTMLElement {
  const made = element('img', { class: className, src, alt: '', loading: 'lazy' });
  made.addEventListener('error', () => made.remove());
  return made;
}

function chip(words: string, chosen: Set<string>): HTMLElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: 'chip',
      'aria-pressed': 'false',
      onclick: () => {
        if (!chosen.delete(words)) chosen.add(words);
        made.setAttribute('aria-pressed', String(chosen.has(words)));
      },
    },
    words,
  );
  return made;
}

function row(children: HTMLElement[]): HTMLElement {
  return element('div', { class: 'answers' }, ...children);
}

function answer(title: string, onclick: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'answer', onclick }, element('span', {}, title));
}
