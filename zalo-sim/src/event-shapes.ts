// The few envelopes and attachments of which sample events are made.

import { createHash } from 'node:crypto';
import type { Person } from './model.ts';
import type { Street } from './parts.ts';

/** What stands in an event about this person, beside its name, app and time. */
export type Make = (street: Street, person: Person) => Record<string, unknown>;

export const fromPerson =
  (message: (street: Street) => object): Make =>
  (street, person) => ({
    sender: { id: person.id },
    user_id_by_app: person.idByApp,
    recipient: { id: street.state.oa.id },
    message: { ...message(street), msg_id: street.ids.hex(20) },
  });

export const fromOa =
  (message: (street: Street) => object): Make =>
  (street, person) => ({
    sender: { id: street.state.oa.id, admin_id: '1000000000000000001' },
    user_id_by_app: person.idByApp,
    recipient: { id: person.id },
    message: { ...message(street), msg_id: street.ids.hex(20) },
  });

export const fromVisitor =
  (message: (street: Street) => object): Make =>
  (street) => ({
    sender: { id: street.ids.hex(32) },
    recipient: { id: street.state.oa.id },
    message: { ...message(street), msg_id: street.ids.hex(20), conversation_id: street.ids.hex(24) },
  });

export const toVisitor =
  (message: (street: Street) => object): Make =>
  (street) => ({
    sender: { id: street.state.oa.id },
    recipient: { id: street.ids.hex(32) },
    message: { ...message(street), msg_id: street.ids.hex(20), conversation_id: street.ids.hex(24) },
  });

export const inGroup =
  (message: (street: Street) => object): Make =>
  (street, person) => ({
    oa_id: street.state.oa.id,
    group_id: street.ids.hex(20),
    sender: { id: person.id },
    message: { ...message(street), msg_id: street.ids.hex(20) },
  });

export const ofOa =
  (more: Make): Make =>
  (street, person) => ({ oa_id: street.state.oa.id, ...more(street, person) });

export const ofPerson =
  (more: Make = () => ({})): Make =>
  (street, person) => ({
    oa_id: street.state.oa.id,
    user_id: person.id,
    user_id_by_app: person.idByApp,
    ...more(street, person),
  });

export const call: Make = (street, person) => ({
  oa_id: street.state.oa.id,
  user_id: person.id,
  call_id: street.ids.hex(20),
  call_type: 'AUDIO',
  init_time: String(street.now()),
  call_duration: 65_000,
  waiting_time: 5,
  talk_time: 60_000,
  status_code: 1,
});

export const text = () => ({ text: 'Tin nhắn mẫu' });
export const attached = (type: string, payload: (street: Street) => object) => (street: Street) => ({
  attachments: [{ type, payload: payload(street) }],
});
export const picture = (street: Street) => ({
  thumbnail: `${street.origin()}/phone/person.svg`,
  url: `${street.origin()}/phone/person.svg`,
});
export const file = (street: Street) => ({
  size: '1024',
  name: 'mau.pdf',
  checksum: createHash('md5').update('mau').digest('hex'),
  type: 'pdf',
  url: `${street.origin()}/phone/person.svg`,
});
export const sticker = (street: Street) => ({
  id: 'chao',
  url: `${street.origin()}/phone/stickers/chao.svg`,
});
export const link = (street: Street) => ({
  thumbnail: '',
  description: 'Liên kết mẫu',
  url: `${street.origin()}/`,
});
export const template = () => ({ zinstant_id: '410001', text: 'Mẫu', link_url: '', checksum: '' });
export const tag: Make = (_street, person) => ({ tag: { user_ids: [person.id], name: 'Cần gọi lại' } });
