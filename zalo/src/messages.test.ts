// Messages as they go over the wire, and the limits that stop them before they do.

import { expect, test } from 'vitest';
import { lengthOf } from './limits.ts';
import { imageMessage } from './media-messages.ts';
import {
  type Built,
  buttonsMessage,
  fileMessage,
  listMessage,
  quoteMessage,
  requestInfoMessage,
  textMessage,
  withoutQuote,
} from './messages.ts';

test('text is measured in NFC code points and sent in NFC', () => {
  const nfd = 'Kiến Tường'.normalize('NFD');
  expect(lengthOf(nfd)).toBe(10);
  expect(lengthOf('👍🏽')).toBe(2);
  expect(textMessage(nfd)).toEqual({ kind: 'message', message: { text: 'Kiến Tường' } });
});

const row = { title: 'A', subtitle: 'b' };
const info = { ...row, imageUrl: 'https://a/b.png' };
const tap = { type: 'oa.query.show', title: 'a', payload: 'a' } as const;
const text = { type: 'oa.open.sms', title: 'a', phone: '84999000111', content: 'a' } as const;
test.each<[string, number, (value: string) => Built]>([
  ['text', 2000, (value) => textMessage(value)],
  ['text', 2000, (value) => quoteMessage(value, 'm')],
  ['text', 2000, (value) => buttonsMessage(value, [tap])],
  ['button.title', 100, (title) => buttonsMessage('x', [{ ...tap, title }])],
  ['button.payload', 1000, (payload) => buttonsMessage('x', [{ ...tap, payload }])],
  ['button.payload', 1000, (payload) => buttonsMessage('x', [{ ...tap, type: 'oa.query.hide', payload }])],
  ['button.content', 160, (content) => buttonsMessage('x', [{ ...text, content }])],
  ['title', 100, (title) => requestInfoMessage({ ...info, title })],
  ['subtitle', 500, (subtitle) => requestInfoMessage({ ...info, subtitle })],
  ['title', 100, (title) => listMessage([row, { title }])],
  ['subtitle', 500, (subtitle) => listMessage([row, { title: 'A', subtitle }])],
  ['text', 2000, (caption) => imageMessage({ attachmentId: 'i' }, caption)],
])(
  '%s: %i letters pass, also when a phone writes each in three parts; one more does not',
  (field, limit, build) => {
    const apart = 'ễ'.normalize('NFD');
    expect(apart.length).toBe(3);
    const built = build(apart.repeat(limit));
    expect(built.kind).toBe('message');
    expect(JSON.stringify(built)).toContain('ễ'.normalize('NFC').repeat(limit));
    expect(build(apart.repeat(limit + 1))).toEqual({ kind: 'too_long', field, limit, actual: limit + 1 });
  },
);

test.each(['', '   ', '\n'])('an empty text (%j) is missing, not sent', (text) => {
  expect(textMessage(text)).toEqual({ kind: 'missing', field: 'text' });
  expect(quoteMessage(text, 'm')).toEqual({ kind: 'missing', field: 'text' });
});

test('a quotation, and the same message without it', () => {
  const built = quoteMessage('Vâng ạ', 'm1');
  expect(built).toEqual({ kind: 'message', message: { text: 'Vâng ạ', quote_message_id: 'm1' } });
  if (built.kind !== 'message') return;
  expect(withoutQuote(built.message)).toEqual({ text: 'Vâng ạ' });
  expect(withoutQuote({ text: 'Vâng ạ' })).toBeUndefined();
});

test('every kind of button in its own shape', () => {
  const built = buttonsMessage('Anh/Chị muốn', [
    { type: 'oa.open.url', title: 'Xem hồ sơ', url: 'https://motcua.example/h' },
    { type: 'oa.query.show', title: 'Menu', payload: '#menu' },
    { type: 'oa.query.hide', title: 'Thôi', payload: '#0' },
    { type: 'oa.open.phone', title: 'Gọi', phone: '84999000111' },
    { type: 'oa.open.sms', title: 'Nhắn', phone: '84999000111', content: 'HS' },
  ]);
  expect(built).toMatchObject({
    message: {
      text: 'Anh/Chị muốn',
      attachment: {
        type: 'template',
        payload: {
          buttons: [
            { title: 'Xem hồ sơ', type: 'oa.open.url', payload: { url: 'https://motcua.example/h' } },
            { title: 'Menu', type: 'oa.query.show', payload: '#menu' },
            { title: 'Thôi', type: 'oa.query.hide', payload: '#0' },
            { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84999000111' } },
            { title: 'Nhắn', type: 'oa.open.sms', payload: { content: 'HS', phone_code: '84999000111' } },
          ],
        },
      },
    },
  });
});

const button = { type: 'oa.query.show', title: 'a', payload: 'a' } as const;
test.each([
  [[], { kind: 'missing', field: 'buttons' }],
  [Array.from({ length: 6 }, () => button), { kind: 'too_many', field: 'buttons', limit: 5, actual: 6 }],
  [
    [{ ...button, title: 'a'.repeat(101) }],
    { kind: 'too_long', field: 'button.title', limit: 100, actual: 101 },
  ],
  [[{ ...button, payload: 'a'.repeat(1001) }], { kind: 'too_long', field: 'button.payload', limit: 1000 }],
  [[{ ...button, payload: '' }], { kind: 'missing', field: 'button.payload' }],
  [
    [{ type: 'oa.open.sms' as const, title: 'a', phone: '84999000111', content: 'a'.repeat(161) }],
    { kind: 'too_long', field: 'button.content', limit: 160, actual: 161 },
  ],
  [[{ type: 'oa.open.url' as const, title: 'a', url: 'motcua' }], { kind: 'malformed', field: 'button.url' }],
  [[{ type: 'oa.open.url' as const, title: 'a', url: 'javascript:a' }], { kind: 'malformed' }],
  [[{ type: 'oa.open.phone' as const, title: 'a', phone: '0999000111' }], { kind: 'malformed' }],
])('buttons that Zalo would refuse (%#)', (buttons, problem) => {
  expect(buttonsMessage('x', buttons)).toMatchObject(problem);
});

test('a file goes by its token and carries no text', () => {
  expect(fileMessage('t')).toEqual({
    kind: 'message',
    message: { attachment: { type: 'file', payload: { token: 't' } } },
  });
  expect(fileMessage('')).toEqual({ kind: 'missing', field: 'token' });
});

test('a request for information needs all three parts', () => {
  const request = { title: 'Liên kết', subtitle: 'Cho biết số điện thoại', imageUrl: 'https://a/b.png' };
  expect(requestInfoMessage(request)).toMatchObject({
    message: {
      attachment: {
        payload: {
          template_type: 'request_user_info',
          elements: [{ title: 'Liên kết', subtitle: 'Cho biết số điện thoại', image_url: 'https://a/b.png' }],
        },
      },
    },
  });
  expect(requestInfoMessage({ ...request, imageUrl: '' })).toEqual({ kind: 'missing', field: 'image_url' });
  expect(requestInfoMessage({ ...request, subtitle: 'a'.repeat(501) })).toMatchObject({ kind: 'too_long' });
});

test('a list: the first row needs a subtitle, the others may', () => {
  expect(listMessage([{ title: 'A', subtitle: 'b', url: 'https://a' }, { title: 'C' }])).toMatchObject({
    message: {
      attachment: {
        payload: {
          template_type: 'list',
          elements: [
            { title: 'A', subtitle: 'b', default_action: { type: 'oa.open.url', url: 'https://a' } },
            { title: 'C' },
          ],
        },
      },
    },
  });
  expect(listMessage([{ title: 'A' }])).toEqual({ kind: 'missing', field: 'subtitle' });
  expect(listMessage([])).toEqual({ kind: 'missing', field: 'elements' });
  expect(listMessage(Array.from({ length: 6 }, () => ({ title: 'A', subtitle: 'b' })))).toMatchObject({
    kind: 'too_many',
    actual: 6,
  });
});
