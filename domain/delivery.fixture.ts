// What tests of the planner of messages start from: noon, a person who wrote an hour ago, and the price of a template.

import type { ChatStanding, ToTell } from './delivery-facts.ts';

export const noon = '2026-11-24T12:00:00+07:00';

export const standing = (more: Partial<ChatStanding> = {}): ChatStanding => ({
  interactedAt: '2026-11-24T11:00:00+07:00',
  unfollowed: false,
  refusedCode: null,
  wishes: 'all',
  nightAllowed: false,
  lastToldAt: null,
  ...more,
});

export const template = { userDong: 100, phoneDong: 120, left: null };

export const important: ToTell = { importance: 'important', needsTelling: true };
