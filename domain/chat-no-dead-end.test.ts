// No dead end: every state with every intent, in every world, and then whatever people may type.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birth, code, facts, fresh, marriage, paperSlot, rated, talk, wordsSlot } from './chat.fixture.ts';
import { step } from './chat-conversation.ts';
import { filingStates, filingWorlds } from './chat-filing.fixture.ts';
import type { Intent } from './chat-intent.ts';
import { type ChatState, type Conversation, listeningOf, parseConversation } from './chat-state.ts';
import type { Facts } from './chat-step.ts';
import { understand } from './chat-understand.ts';
import { lengthOf } from './folding.ts';
import { now } from './status-view.fixture.ts';

const states: ChatState[] = [
  { kind: 'idle' },
  { kind: 'asked_menu' },
  { kind: 'asked_which_dossier', choices: [{ dossierId: 'd1', label: 'Đăng ký khai sinh' }] },
  { kind: 'asked_digits', code },
  { kind: 'asked_consent', dossierId: 'd1', way: 'qr' },
  { kind: 'asked_procedure' },
  { kind: 'asked_question' },
  ...filingStates,
  { kind: 'asked_which_paper', slots: [{ dossierId: 'd1', item: 0, label: 'Giấy chứng sinh' }] },
  {
    kind: 'asked_talk_about',
    choices: [
      { dossierId: 'd1', label: 'Đăng ký khai sinh' },
      { dossierId: null, label: 'Việc khác' },
    ],
  },
  { kind: 'asked_rating', dossierId: 'd1', set: 'nd118-2025.1', ask: 'more' },
  { kind: 'asked_rating', dossierId: 'd1', set: 'nd118-2025.1', ask: 'time' },
  { kind: 'asked_rating', dossierId: 'd1', set: 'nd118-2025.1', ask: 'words' },
  { kind: 'with_human', told: false },
  { kind: 'with_human', told: true },
];
const quoted = {
  title: 'Hỏi?',
  answer: 'Đáp.',
  legalSource: 'Luật Hộ tịch',
  publishedText: 'thứ Hai, 23/11',
};
const worlds: Partial<Facts>[] = [
  {},
  { linked: [birth] },
  { linked: [birth, marriage], shown: marriage },
  { proof: { kind: 'right', ...birth }, shown: birth },
  { proof: { kind: 'wrong', triesLeft: 2 } },
  { proof: { kind: 'spent' } },
  { asking: { ...facts().asking, quoted } },
  { linked: [birth], handover: { ...facts().handover, open: { answerBy: null } } },
  { linked: [birth], slots: [paperSlot, wordsSlot] },
  { linked: [birth], slots: [paperSlot, { ...paperSlot, item: 2, number: 3 }], sent: { ok: true } },
  { linked: [birth], slots: [paperSlot, wordsSlot], sent: { ok: true } },
  { linked: [birth], slots: [paperSlot], sent: { ok: false, why: 'Tệp rỗng. Xin chụp lại.' } },
  { linked: [birth], toRate: rated },
  { linked: [birth], toRate: { ...rated, rating: { ...rated.rating, level: 'satisfied', revised: true } } },
  ...filingWorlds,
];

function expectSane(from: Conversation, intent: Intent, more: Partial<Facts>): void {
  const { reply, conversation } = step(from, intent, facts(more));
  expect(parseConversation(conversation, now)).toEqual(conversation);
  if (reply === null) {
    expect(from.state).toEqual({ kind: 'with_human', told: true });
    expect(conversation.state).toEqual(from.state);
    return;
  }
  expect(lengthOf(reply.text)).toBeGreaterThan(10);
  expect(lengthOf(reply.text)).toBeLessThanOrEqual(2_000);
  expect(reply.text).not.toMatch(/undefined|null|!|lỗi hệ thống|không hợp lệ/);
  expect(reply.buttons.length).toBeGreaterThan(0);
  expect(reply.buttons.length).toBeLessThanOrEqual(5);
  for (const { title, payload } of reply.buttons) {
    expect(lengthOf(title)).toBeLessThanOrEqual(100);
    expect(understand(payload, listeningOf(conversation)).kind).not.toBe('unknown');
  }
  for (const out of ['menu', '0', 'huỷ', 'gặp cán bộ'])
    expect(step(conversation, understand(out, listeningOf(conversation)), facts(more)).reply).not.toBeNull();
}

describe('no dead end', () => {
  const intents: Record<Intent['kind'], Intent> = {
    status: { kind: 'status', words: [] },
    status_of_code: { kind: 'status_of_code', code, digits: null },
    status_of_partial: { kind: 'status_of_partial', date: '261120', sequence: 7 },
    supplement_words: { kind: 'supplement_words', number: 2, text: 'Long An' },
    done: { kind: 'done' },
    apply: { kind: 'apply', words: ['khai', 'sinh'] },
    resume: { kind: 'resume', code: null },
    on_web: { kind: 'on_web' },
    form_reply: { kind: 'form_reply', text: 'Nguyễn Thị Mai' },
    form_act: { kind: 'form_act', act: 'back', text: '' },
    link_code: { kind: 'link_code', code: 'MC-7K2QX-M4N9P' },
    qr_token: { kind: 'qr_token', token: 't' },
    digits: { kind: 'digits', digits: '012345' },
    not_six_digits: { kind: 'not_six_digits', count: 5 },
    choice: { kind: 'choice', number: 1 },
    yes: { kind: 'yes' },
    no: { kind: 'no' },
    menu: { kind: 'menu' },
    cancel: { kind: 'cancel' },
    human: { kind: 'human' },
    ask_office: { kind: 'ask_office' },
    unlink: { kind: 'unlink', forget: true },
    wishes: { kind: 'wishes', notices: 'important', nightAllowed: null },
    rating: { kind: 'rating', level: 'satisfied', code: null },
    said: { kind: 'said', text: 'Cán bộ tận tình.' },
    thanks: { kind: 'thanks' },
    greeting: { kind: 'greeting' },
    denunciation: { kind: 'denunciation' },
    emergency: { kind: 'emergency', service: 'fire' },
    petition: { kind: 'petition' },
    papers: { kind: 'papers', words: ['khai', 'sinh'] },
    unknown: { kind: 'unknown', words: [] },
    photo_without_qr: { kind: 'photo_without_qr' },
    photo_unreadable: { kind: 'photo_unreadable' },
    sticker: { kind: 'sticker' },
    voice: { kind: 'voice' },
    location: { kind: 'location' },
    file: { kind: 'file' },
    other_media: { kind: 'other_media' },
    followed: { kind: 'followed' },
  };
  const more: Intent[] = [
    { kind: 'wishes', notices: 'none', nightAllowed: null },
    { kind: 'wishes', notices: null, nightAllowed: true },
    { kind: 'wishes', notices: null, nightAllowed: false },
    { kind: 'resume', code: 'NHAP-7K2Q-M4N9' },
    { kind: 'form_reply', text: '1' },
    { kind: 'form_reply', text: '2' },
    { kind: 'form_reply', text: '🙂' },
    { kind: 'form_act', act: 'skip', text: '' },
    { kind: 'form_act', act: 'pause', text: '' },
    { kind: 'form_act', act: 'change', text: '' },
    { kind: 'form_act', act: 'change', text: '2' },
    { kind: 'form_act', act: 'done', text: '' },
    { kind: 'form_act', act: 'review', text: '' },
    { kind: 'choice', number: 9 },
    { kind: 'choice', number: 0 },
    { kind: 'choice', number: 3 },
    { kind: 'status_of_code', code: 'H01-261120-0001', digits: '012345' },
    { kind: 'status_of_partial', date: null, sequence: 7 },
    { kind: 'emergency', service: 'police' },
    { kind: 'emergency', service: 'medical' },
  ];
  for (const state of states)
    it(`in ${state.kind}`, () => {
      for (const intent of [...Object.values(intents), ...more])
        for (const world of filingStates.includes(state) ? filingWorlds : worlds)
          for (const missed of [0, 1, 7]) expectSane(talk(state, missed), intent, world);
    });

  it('whatever is typed, for ten messages', () => {
    const words = [
      'hồ sơ',
      'số 7',
      'menu',
      '0',
      'huỷ',
      code,
      '012345',
      'có',
      'không',
      '2',
      'MC-7K2QX-M4N9P',
      '???',
      'khai sinh',
    ];
    const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...words)), { maxLength: 10 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...worlds), (messages, world) => {
        let conversation = fresh;
        for (const message of messages) {
          const intent = understand(message, listeningOf(conversation));
          expectSane(conversation, intent, world);
          conversation = step(conversation, intent, facts(world)).conversation;
        }
      }),
    );
  });
});
