// What a webhook message contains: each attachment in its shape, shared information in both of its shapes.

import { expect, test } from 'vitest';
import { parseEvent } from './webhook.ts';

function fromUser(event_name: string, fields: object) {
  const event = {
    event_name,
    sender: { id: 'u' },
    recipient: { id: 'oa' },
    timestamp: '1543908534740',
    ...fields,
  };
  return parseEvent(Buffer.from(JSON.stringify(event)));
}

test.each([
  ['image', { thumbnail: 't', url: 'u' }, { type: 'image', url: 'u', thumbnail: 't' }],
  ['gif', { thumbnail: 't', url: 'u' }, { type: 'gif', url: 'u' }],
  ['link', { thumbnail: 't', description: 'd', url: 'u' }, { type: 'link', url: 'u', description: 'd' }],
  ['audio', { url: 'u.amr' }, { type: 'audio', url: 'u.amr' }],
  ['video', { url: 'u', thumbnail: 't', description: 'd' }, { type: 'video', url: 'u' }],
  ['sticker', { url: 'u', id: 's' }, { type: 'sticker', id: 's' }],
  [
    'location',
    { coordinates: { latitude: '10.7648', longitude: '106.6556' } },
    { type: 'location', latitude: 10.7648, longitude: 106.6556 },
  ],
  [
    'file',
    { size: '233947', name: 'don.docx', checksum: 'c', type: 'docx', url: 'u' },
    { type: 'file', bytes: 233947, name: 'don.docx', format: 'docx', url: 'u' },
  ],
])('an attachment: %s', (type, payload, expected) => {
  const event = fromUser(`user_send_${type}`, {
    message: { msg_id: 'm', text: 'c', attachments: [{ type, payload }] },
  });
  expect(event).toMatchObject({ kind: 'user_sent', messageType: type, text: 'c', attachments: [expected] });
});

test('a business card travels as a link with JSON in its description', () => {
  const payload = { thumbnail: 't', description: '{"phone":"84999000111","qrCodeUrl":"q"}', url: 'u' };
  const event = fromUser('user_send_business_card', {
    message: { msg_id: 'm', attachments: [{ type: 'link', payload }] },
  });
  expect(event).toMatchObject({
    attachments: [{ type: 'business_card', phone: '84999000111', qrCodeUrl: 'q' }],
  });
});

test('an attachment of another shape is kept as other', () => {
  const attachments = [{ type: 'hologram', payload: {} }, { type: 'image', payload: {} }, 7];
  expect(fromUser('user_send_image', { message: { msg_id: 'm', attachments } })).toMatchObject({
    attachments: [
      { type: 'other', wireType: 'hologram' },
      { type: 'other', wireType: 'image' },
      { type: 'other', wireType: 'image' },
    ],
  });
});

test('shared information in the shape of today and of before', () => {
  const info = (value: object) => fromUser('user_submit_info', { info: value });
  const full_address = { user_city: 'Tây Ninh', user_ward: 'Phường Kiến Tường', user_address: '1 Lê Lợi' };
  expect(
    info({ name: 'A', phone: 84999000111, user_dob: '30/10/1999', gender: 'Nữ', full_address }),
  ).toMatchObject({
    kind: 'info_submitted',
    info: {
      name: 'A',
      phone: '84999000111',
      ward: 'Phường Kiến Tường',
      address: '1 Lê Lợi',
      district: undefined,
    },
  });
  expect(info({ name: 'A', phone: '84', address: 'x', city: 'c', district: 'd', ward: 'w' })).toMatchObject({
    info: { address: 'x', city: 'c', district: 'd', ward: 'w' },
  });
});
