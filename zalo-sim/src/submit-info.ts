// A person hands over name, phone and address when the OA asks for them (`user_submit_info`).

import { postEvent } from './events.ts';
import type { Message, Person } from './model.ts';
import type { SharedInfo } from './office-model.ts';
import type { Street } from './parts.ts';

/** The facts in the shape of the day: two tiers of address since July 2025, or the older one with a district. */
export function sharedBy(street: Street, person: Person, given: SharedInfo = {}): Record<string, unknown> {
  const info = { ...person.shared, ...given };
  const name = info.name ?? person.name;
  const phone = info.phone ?? person.phone ?? '';
  const city = info.city ?? 'Tây Ninh';
  const ward = info.ward ?? 'Phường Kiến Tường';
  const address = info.address ?? '12 đường Hùng Vương';
  if (street.state.settings.userInfoShape === 'district')
    return { name, phone, address, city, district: info.district ?? 'Thị xã Kiến Tường', ward };
  return {
    name,
    phone,
    user_dob: info.user_dob ?? '30/10/1999',
    gender: info.gender ?? 'Khác',
    full_address: { user_city: city, user_ward: ward, user_address: address },
  };
}

/** Answers a request for information, once; false when the message asks for none or has been answered. */
export function submitInfo(street: Street, message: Message, given: SharedInfo = {}): boolean {
  const { content } = message;
  const person = street.state.people.find((one) => one.id === message.personId);
  if (!person || content.kind !== 'request_info' || content.answered) return false;
  content.answered = true;
  person.shared = {
    name: person.name,
    ...(person.phone && { phone: person.phone }),
    ...person.shared,
    ...given,
  };
  postEvent(street, person, {
    app_id: street.state.app.id,
    sender: { id: person.id },
    user_id_by_app: person.idByApp,
    recipient: { id: street.state.oa.id },
    event_name: 'user_submit_info',
    info: sharedBy(street, person, given),
  });
  street.tell({ kind: 'message', personId: person.id });
  return true;
}
