// A chat for tests: an office, two dossiers, a conversation in any state.

import { step } from './chat-conversation.ts';
import type { FilingFacts } from './chat-filing-facts.ts';
import type { OfficeFacts } from './chat-replies.ts';
import { type ChatState, type Conversation, listeningOf, newConversation } from './chat-state.ts';
import type { Facts, KnownDossier, Slot, Step, ToRate } from './chat-step.ts';
import { understand } from './chat-understand.ts';
import { now, view } from './status-view.fixture.ts';
import { dateOf } from './time.ts';
import { unitsOf } from './units.ts';

const office: OfficeFacts = {
  name: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
  counter: 'Quầy 1',
  address: '12 đường Hùng Vương',
  phone: '0272 384 1234',
  hours: '7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ',
  codePrefix: '000.00.27.H53',
};
export const birth: KnownDossier = { dossierId: 'd1', view };
export const marriage: KnownDossier = {
  dossierId: 'd2',
  view: { ...view, code: '000.00.27.H53-261121-0002', procedureName: 'Đăng ký kết hôn' },
};
export const code = view.code ?? '';
export const units = unitsOf(
  [{ code: '80', name: 'Tỉnh Tây Ninh' }],
  [
    { code: '27787', name: 'Phường Kiến Tường', province: '80' },
    { code: '27793', name: 'Xã Tuyên Bình', province: '80' },
    { code: '27794', name: 'Xã Tuyên Thạnh', province: '80' },
  ],
);
export const noFiling: FilingFacts = {
  reading: { today: dateOf(now), allowDemo: true, units },
  plan: null,
  drafts: [],
  draft: null,
  closed: null,
  kept: null,
  filed: null,
  link: null,
};
export const facts = (more: Partial<Facts> = {}): Facts => ({
  now,
  office,
  linked: [],
  proof: null,
  shown: null,
  procedures: [],
  slots: [],
  toRate: null,
  sent: null,
  asking: { quoted: null, by: '2026-12-02T10:00:00+07:00' },
  handover: { open: null, promise: { from: now, by: '2026-11-25T10:00:00+07:00' } },
  filing: noFiling,
  ...more,
});
export const paperSlot: Slot = {
  dossierId: 'd1',
  item: 0,
  number: 1,
  label: 'Giấy chứng sinh',
  kind: 'paper',
  answered: false,
  answerBy: '2026-12-11T17:00:00+07:00',
};
export const rated: ToRate = {
  dossierId: 'd1',
  name: `${code} (Đăng ký khai sinh)`,
  askedAt: now,
  replyBy: '2026-11-30T17:00:00+07:00',
  rating: {
    questionSet: 'nd118-2025.1',
    channel: 'counter',
    openUntil: '2026-12-23T10:00:00+07:00',
    level: null,
    answers: {},
    words: null,
    revised: false,
  },
};
export const wordsSlot: Slot = { ...paperSlot, item: 1, number: 2, label: 'Nơi sinh', kind: 'field' };
export const talk = (state: ChatState, missed = 0): Conversation => ({ v: 1, state, at: now, missed });
export const fresh = newConversation(now);
export const said = (text: string, from: Conversation, more: Partial<Facts> = {}): Step =>
  step(from, understand(text, listeningOf(from)), facts(more));
