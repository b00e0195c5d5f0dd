// Who is told: everyone who can be reached by chat, or the applicant once.

import { expect, it } from 'vitest';
import { important, noon, standing } from './delivery.fixture.ts';
import type { ChatStanding, DeliveryChannels } from './delivery-facts.ts';
import { chooseRecipients } from './delivery-recipients.ts';

const channels: DeliveryChannels = {
  account: { windows: 'known', packageLeft: null },
  template: null,
  sms: { dong: null },
};
const follower = (name: string, more: Partial<ChatStanding> = {}) => ({
  name,
  channels,
  standing: standing(more),
});
const chosen = (followers: ReturnType<typeof follower>[], phone = true) =>
  chooseRecipients(important, followers, { phone, channels }, noon).map(
    (each) => `${each.follower?.name ?? 'applicant'}: ${each.plan.road}`,
  );

it('tells all who can be reached by chat, and calls nobody besides', () => {
  expect(chosen([follower('con'), follower('mẹ'), follower('cha', { unfollowed: true })])).toEqual([
    'con: chat',
    'mẹ: chat',
  ]);
});
it('turns to the number, once, when no chat is left', () => {
  const gone = { unfollowed: true };
  expect(chosen([follower('con', gone), follower('mẹ', gone)])).toEqual(['applicant: sms']);
  expect(chosen([])).toEqual(['applicant: sms']);
  expect(chosen([], false)).toEqual(['applicant: paper']);
});
it('sends nothing to the number of one who wants no messages', () => {
  expect(chosen([follower('con', { wishes: 'none' })])).toEqual(['applicant: paper']);
  expect(chosen([follower('con', { wishes: 'none' }), follower('mẹ', { unfollowed: true })])).toEqual([
    'applicant: sms',
  ]);
});
