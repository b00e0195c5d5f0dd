// How a phone draws attention: a banner at the top, a short buzz, a sentence at the foot.

import { element, fill } from './element.ts';

const bannerMs = 6000;
const sentenceMs = 4000;

export function createNotices(phone: HTMLElement) {
  const top = element('div', { class: 'notice-top', role: 'status' });
  const foot = element('div', { class: 'notice-foot', role: 'status' });
  let timer = 0;
  let buzzes = 0;
  return {
    element: element('div', { class: 'notices' }, top, foot),
    banner(title: string, words: string, open: () => void): void {
      const tap = () => {
        fill(top);
        open();
      };
      fill(
        top,
        element(
          'button',
          { type: 'button', class: 'banner', onclick: tap },
          element('img', { class: 'avatar', src: '/phone/oa.svg', alt: '' }),
          element(
            'span',
            { class: 'chat-words' },
            element('span', { class: 'chat-name' }, title),
            element('span', { class: 'chat-preview' }, words),
          ),
        ),
      );
      clearTimeout(timer);
      timer = setTimeout(() => fill(top), bannerMs);
    },
    buzz(): void {
      buzzes += 1;
      phone.dataset['buzzes'] = String(buzzes);
      phone.classList.remove('buzz');
      requestAnimationFrame(() => phone.classList.add('buzz'));
      navigator.vibrate?.(80);
    },
    say(sentence: string): void {
      const words = element('p', { class: 'sentence' }, sentence);
      fill(foot, words);
      setTimeout(() => words.remove(), sentenceMs);
    },
  };
}
