// Messages as they go over the wire, and the limits that stop them before they do.

import { expect, test } from 'vitest';
import {
  buttonsMessage,
  fileMessage,
  imageMessage,
  lengthOf,
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

test('2000 letters pass even when a phone writes them apart; 2001 do not', () => {
  expect(textMessage('ễ'.normalize('NFD').repeat(2000)).kind).toBe('message');
  expect(textMessage('ễ'.repeat(2001))).toEqual({
    kind: 'too_long',
    field: 'text',
    limit: 2000,
    actual: 2001,
  });
});

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
    [{ type: 'oa.open.sms' as const, title: 'a', phone: '84', content: 'a'.repeat(161) }],
    { kind: 'too_long', field: 'button.content', limit: 160, actual: 161 },
  ],
])('buttons that Zalo would refuse (%#)', (buttons, problem) => {
  expect(buttonsMessage('x', buttons)).toMatchObject(problem);
});

test('an image by address or by upload, with a caption or none', () => {
  const element = (source: object) => ({
    attachment: {
      type: 'template',
      payload: { template_type: 'media', elements: [{ media_type: 'image', ...source }] },
    },
  });
  expect(imageMessage({ url: 'https://a/b.png' })).toEqual({
    kind: 'message',
    message: element({ url: 'https://a/b.png' }),
  });
  expect(imageMessage({ attachmentId: 'i' }, 'Phiếu hẹn')).toEqual({
    kind: 'message',
    message: { text: 'Phiếu hẹn', ...element({ attachment_id: 'i' }) },
  });
  expect(imageMessage({ attachmentId: '' })).toEqual({ kind: 'missing', field: 'image' });
  expect(imageMessage({ attachmentId: 'i' }, 'a'.repeat(2001)).kind).toBe('too_long');
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
