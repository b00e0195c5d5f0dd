// What the planner of messages chooses, case by case.

import { expect, it } from 'vitest';
import { important, noon, standing, template } from './delivery.fixture.ts';
import { planDelivery } from './delivery.ts';
import type { ChatStanding, DeliveryChannels, DeliveryPerson, ToTell } from './delivery-facts.ts';
import { type Instant, plusMinutes } from './time.ts';

const night = '2026-11-24T22:30:00+07:00';
const ago = (hours: number, now: Instant = noon) => plusMinutes(now, -60 * hours);
const full: DeliveryChannels = {
  account: { windows: 'known', packageLeft: null },
  template,
  sms: { dong: 700 },
};
const bare: DeliveryChannels = { ...full, template: null, sms: null };
const state: DeliveryChannels = { ...bare, account: { windows: 'unknown', packageLeft: null } };
const news: ToTell = { importance: 'good_to_know', needsTelling: false };

const follower = (more: Partial<ChatStanding> = {}): DeliveryPerson => ({
  chat: standing(more),
  phone: true,
});
const nobody = { chat: null, phone: true };
const channels = (more: Partial<DeliveryChannels>): DeliveryChannels => ({ ...full, ...more });
const packaged = { ...bare, account: { windows: 'known', packageLeft: 3 } } as const;
const answer: ToTell = { importance: 'answer', needsTelling: false };
const tried: ToTell = { ...important, tried: ['chat', 'template_user'] };

/** The plan in one line: road, moment, price, and what comes next. */
function planned(notice: ToTell, person: DeliveryPerson, through: DeliveryChannels, now: Instant): string {
  const { road, sendAfter, costDong, otherwise } = planDelivery(notice, person, through, now);
  const when = sendAfter === null ? 'now' : sendAfter.slice(8, 16);
  return `${road} ${when} ${costDong ?? '?'} > ${otherwise.join(' ')}`.trim();
}

type Row = [string, ToTell, DeliveryPerson, DeliveryChannels, Instant, string, RegExp];

const inChat: Row[] = [
  [
    'free',
    important,
    follower(),
    full,
    noon,
    'chat now 0 > template_user template_phone sms paper',
    /được báo ngay, miễn phí \(còn trong 48 giờ từ lần nhắn gần nhất, đến 11 giờ thứ Năm, 26\/11\)/,
  ],
  [
    'the last minute of 48 hours',
    news,
    follower({ interactedAt: ago(48) }),
    bare,
    noon,
    'chat now 0 > none',
    /miễn phí/,
  ],
  [
    'after it',
    important,
    follower({ interactedAt: ago(49) }),
    full,
    noon,
    'chat now 55 > template_user template_phone sms paper',
    /khoảng 55 đồng/,
  ],
  [
    'out of the package',
    news,
    follower({ interactedAt: ago(49) }),
    packaged,
    noon,
    'chat now 0 > none',
    /dùng tin trong gói/,
  ],
  [
    'no window is known: tried',
    important,
    follower({ interactedAt: ago(900) }),
    state,
    noon,
    'chat now ? > paper',
    /Zalo có thể không chuyển; khi đó cán bộ báo qua điện thoại/,
  ],
  [
    'not after a refusal',
    important,
    follower({ refusedCode: -230 }),
    state,
    noon,
    'paper now ? >',
    /Zalo không chuyển tin thường tới người theo dõi/,
  ],
  [
    'only what matters: news not',
    news,
    follower({ wishes: 'important' }),
    full,
    noon,
    'none now 0 >',
    /chỉ muốn nhận tin khi cần làm gì/,
  ],
  [
    'only what matters: this does',
    important,
    follower({ wishes: 'important' }),
    bare,
    noon,
    'chat now 0 > paper',
    /ngay/,
  ],
  [
    'nothing wished: an officer calls',
    important,
    follower({ wishes: 'none' }),
    full,
    noon,
    'paper now ? >',
    /đã chọn không nhận tin: cán bộ báo/,
  ],
  [
    'at night it waits',
    important,
    follower({ interactedAt: ago(1, night) }),
    bare,
    night,
    'chat 25T07:00 0 > paper',
    /lúc 7 giờ thứ Tư, 25\/11 \(ban đêm không gửi tin\)/,
  ],
  [
    'at night, by then not free',
    important,
    follower({ interactedAt: ago(47, night) }),
    bare,
    night,
    'chat 25T07:00 55 > paper',
    /55 đồng/,
  ],
  [
    'at night for who asked',
    important,
    follower({ nightAllowed: true }),
    bare,
    night,
    'chat now 0 > paper',
    /ngay/,
  ],
  [
    'news wait for the hour',
    news,
    follower({ lastToldAt: ago(0.75) }),
    bare,
    noon,
    'chat 24T12:15 0 > none',
    /lúc 12 giờ 15 \(gộp các tin trong một giờ\)/,
  ],
  [
    'news do not wait past the free hours',
    news,
    follower({ interactedAt: ago(47.75), lastToldAt: ago(0.5) }),
    bare,
    noon,
    'chat now 0 > none',
    /ngay, miễn phí/,
  ],
  [
    'what matters does not wait',
    important,
    follower({ lastToldAt: ago(0.1) }),
    bare,
    noon,
    'chat now 0 > paper',
    /ngay/,
  ],
  [
    'an answer, at night, to who wants no news',
    answer,
    follower({ wishes: 'none', lastToldAt: night }),
    bare,
    night,
    'chat now 0 > none',
    /Trả lời ngay/,
  ],
];

const elsewhere: Row[] = [
  [
    'after seven days by template',
    important,
    follower({ interactedAt: ago(169) }),
    full,
    noon,
    'template_user now 100 > template_phone sms paper',
    /tin mẫu Zalo ngay, khoảng 100 đồng, vì đã quá 7 ngày/,
  ],
  [
    'after seven days news wait to be asked',
    news,
    follower({ interactedAt: ago(169) }),
    full,
    noon,
    'none now 0 >',
    /Không cần báo riêng/,
  ],
  [
    'who left is reached by number',
    important,
    follower({ unfollowed: true }),
    full,
    noon,
    'template_phone now 120 > sms paper',
    /bỏ quan tâm/,
  ],
  [
    'templates used up',
    important,
    nobody,
    channels({ template: { ...template, left: 0 } }),
    noon,
    'sms now 700 > paper',
    /SMS ngay, khoảng 700 đồng/,
  ],
  [
    'a cheaper SMS goes first',
    important,
    nobody,
    channels({ sms: { dong: 90 } }),
    noon,
    'sms now 90 > template_phone paper',
    /SMS/,
  ],
  [
    'no price known',
    important,
    nobody,
    channels({ template: { ...template, phoneDong: null } }),
    noon,
    'template_phone now ? > sms paper',
    /có phí/,
  ],
  [
    'a template has its own night',
    important,
    follower({ unfollowed: true, nightAllowed: true }),
    full,
    night,
    'template_phone 25T06:05 120 > sms paper',
    /6 giờ 05/,
  ],
  [
    'nothing to send with',
    important,
    nobody,
    bare,
    noon,
    'paper now ? >',
    /cán bộ báo người nộp qua điện thoại hoặc giấy \(danh sách cần báo\)/,
  ],
  ['no number either', important, { chat: null, phone: false }, full, noon, 'paper now ? >', /bằng giấy/],
  ['news for nobody', news, nobody, full, noon, 'none now 0 >', /Không cần báo riêng/],
  [
    'the receipt says it',
    { ...important, needsTelling: false },
    nobody,
    bare,
    noon,
    'none now 0 >',
    /Không cần báo riêng/,
  ],
  [
    'what failed is not tried again',
    tried,
    follower(),
    full,
    noon,
    'template_phone now 120 > sms paper',
    /số điện thoại/,
  ],
];

it.each([...inChat, ...elsewhere])('%s', (_what, notice, person, through, now, expected, why) => {
  expect(planned(notice, person, through, now)).toBe(expected);
  expect(planDelivery(notice, person, through, now).why).toMatch(why);
});
