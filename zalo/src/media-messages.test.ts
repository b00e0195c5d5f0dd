// Messages that show a picture: one element, in the shape of its kind.

import { expect, test } from 'vitest';
import { gifMessage, imageMessage, stickerMessage } from './media-messages.ts';

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

test('a moving image tells its size; a sticker has no text', () => {
  expect(gifMessage({ url: 'https://a/b.gif', width: 320, height: 180 }, 'Chào')).toEqual({
    kind: 'message',
    message: {
      text: 'Chào',
      attachment: {
        type: 'template',
        payload: {
          template_type: 'media',
          elements: [{ media_type: 'gif', url: 'https://a/b.gif', width: 320, height: 180 }],
        },
      },
    },
  });
  expect(gifMessage({ attachmentId: 'g', width: 0, height: 1 })).toEqual({
    kind: 'malformed',
    field: 'width',
  });
  expect(stickerMessage('bfe458bf64fa8da4d4eb')).toEqual({
    kind: 'message',
    message: {
      attachment: {
        type: 'template',
        payload: {
          template_type: 'media',
          elements: [{ media_type: 'sticker', attachment_id: 'bfe458bf64fa8da4d4eb' }],
        },
      },
    },
  });
  expect(stickerMessage('')).toEqual({ kind: 'missing', field: 'attachment_id' });
});
