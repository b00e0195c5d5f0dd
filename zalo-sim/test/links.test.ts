// Addresses a phone meets: which lead into the chat, which onto the web, which nowhere.

import { expect, test } from 'vitest';
import { pieces, targetOf } from '../phone/links.ts';

const target = (text: string) => targetOf(text, '42', 'http://127.0.0.1:9100');

test('links of this OA lead into the chat with their text', () => {
  const chat = { kind: 'chat', text: 'hồ sơ của tôi' };
  const query = `?text=${encodeURIComponent('hồ sơ của tôi')}`;
  expect(target(`https://zalo.me/42${query}`)).toEqual(chat);
  expect(target(`http://127.0.0.1:9100/zalo.me/42${query}`)).toEqual(chat);
  expect(target(`http://127.0.0.1:9100/go/42/${query}`)).toEqual(chat);
  expect(target('https://zalo.me/42')).toEqual({ kind: 'chat', text: null });
});

test('other addresses are pages, other texts are nothing', () => {
  expect(target('https://zalo.me/43')).toMatchObject({ kind: 'web' });
  expect(target('https://mot-cua.test/zalo.me/42')).toMatchObject({ kind: 'web' });
  expect(target('javascript:alert(1)')).toBeUndefined();
  expect(target('000.00.27.H80-261120-0007')).toBeUndefined();
});

test('an address inside a sentence ends before the full stop', () => {
  expect(pieces('Xem https://mot-cua.test/t/abc. Cảm ơn')).toEqual([
    { text: 'Xem ', isLink: false },
    { text: 'https://mot-cua.test/t/abc', isLink: true },
    { text: '. Cảm ơn', isLink: false },
  ]);
});
