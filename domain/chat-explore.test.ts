// The whole conversation, walked: every state that can be reached, by every kind of input, in every world, at any age.

import { describe, expect, it } from 'vitest';
import { birth, code, facts, fresh, marriage, paperSlot, rated, wordsSlot } from './chat.fixture.ts';
import { officerTookOver, step } from './chat-conversation.ts';
import { filingWorlds } from './chat-filing.fixture.ts';
import type { Intent } from './chat-intent.ts';
import {
  type ChatState,
  type Conversation,
  listeningOf,
  livingConversation,
  parseConversation,
} from './chat-state.ts';
import type { Facts } from './chat-step.ts';
import { understand } from './chat-understand.ts';
import { now } from './status-view.fixture.ts';
import { plusMinutes } from './time.ts';

const inTalk = { ...facts().handover, open: { answerBy: null } };
const worlds: Partial<Facts>[] = [
  {},
  { linked: [birth], shown: birth },
  { linked: [birth, marriage], shown: marriage },
  { proof: { kind: 'right', ...birth }, shown: birth },
  { proof: { kind: 'wrong', triesLeft: 1 } },
  { proof: { kind: 'spent' } },
  { linked: [birth], handover: inTalk },
  { linked: [birth, marriage], handover: { ...inTalk, open: { answerBy: '2026-11-23T10:00:00+07:00' } } },
  { linked: [birth], slots: [paperSlot, wordsSlot] },
  { linked: [birth], slots: [paperSlot, { ...paperSlot, item: 2, number: 3 }], sent: { ok: true } },
  { linked: [birth], slots: [paperSlot, wordsSlot], sent: { ok: true } },
  { linked: [birth], slots: [paperSlot], sent: { ok: false, why: 'Tệp rỗng. Xin chụp lại.' } },
  { linked: [birth], toRate: rated },
  { linked: [birth], toRate: { ...rated, rating: { ...rated.rating, level: 'satisfied', revised: true } } },
  ...filingWorlds,
];
const things = [
  'photo_without_qr',
  'photo_unreadable',
  'sticker',
  'voice',
  'location',
  'file',
  'other_media',
  'followed',
] as const;
/** What people send: words as typed, and things. Words go through understanding, as in life. */
const words = [
  'hồ sơ của tôi tới đâu rồi',
  code,
  `${code} 012345`,
  'so 7',
  '012345',
  '1234',
  'MC-7K2QX-M4N9P',
  '0',
  '1',
  '2',
  '3',
  '9',
  'có',
  'không',
  'menu',
  'huỷ',
  'gặp cán bộ',
  'gửi câu hỏi',
  'huỷ liên kết',
  'quên tôi đi',
  'chỉ báo khi cần',
  'cảm ơn',
  'xin chào',
  'tôi muốn tố cáo ông chủ tịch nhận hối lộ',
  'cháy nhà',
  'tôi muốn phản ánh',
  'làm khai sinh cần giấy gì',
  'khai sinh',
  'BS 2: Long An',
  'BS 1: Long An',
  'xong rồi',
  'không hài lòng',
  'rất hài lòng',
  'nộp hồ sơ khai sinh',
  'tiếp tục',
  'NHAP-7K2Q-M4N9',
  'làm tiếp trên web',
  'bỏ qua',
  'dừng',
  'sửa',
  'sửa 2',
  '999186012345',
  'kien tuong',
  'asdf qwer',
  '',
  '🙂',
];

interface Visit {
  conversation: Conversation;
  path: string[];
}

/** Everything reachable from a new talk, each state once for each count of misses that matters. */
function explore(): Map<string, Visit> {
  const key = ({ state, missed }: Conversation) => JSON.stringify([state, Math.min(missed, 2)]);
  const seen = new Map<string, Visit>([[key(fresh), { conversation: fresh, path: [] }]]);
  const queue = [...seen.values()];
  for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
    for (const { label, next } of moves(visit.conversation)) {
      if (seen.has(key(next))) continue;
      const found = { conversation: next, path: [...visit.path, label] };
      seen.set(key(next), found);
      queue.push(found);
    }
  }
  return seen;
}

function* moves(from: Conversation): Generator<{ label: string; next: Conversation }> {
  yield { label: '(officer writes)', next: officerTookOver(from, now) };
  for (const world of worlds) {
    for (const intent of intentsIn(from))
      yield { label: JSON.stringify(intent), next: step(from, intent, facts(world)).conversation };
  }
}

function intentsIn(from: Conversation): Intent[] {
  const typed = words.map((text) => understand(text, listeningOf(from)));
  return [...typed, ...things.map((kind): Intent => ({ kind }))];
}

const reached = [...explore().values()];
const kinds: ChatState['kind'][] = [
  'idle',
  'asked_menu',
  'asked_which_dossier',
  'asked_digits',
  'asked_consent',
  'asked_procedure',
  'asked_what_to_file',
  'asked_to_begin',
  'asked_which_draft',
  'asked_draft_digits',
  'answering',
  'checking',
  'asked_what_to_change',
  'asked_which_paper',
  'asked_talk_about',
  'asked_question',
  'asked_rating',
  'with_human',
];

describe('the whole conversation', () => {
  it('has no state that cannot be reached, and few enough to walk them all', () => {
    expect(new Set(reached.map(({ conversation }) => conversation.state.kind))).toEqual(new Set(kinds));
    expect(reached.length).toBeLessThan(300);
  });

  it.each(
    reached.map(
      ({ conversation, path }) => [JSON.stringify(conversation.state), conversation, path] as const,
    ),
  )('%s', (_name, conversation, path) => {
    for (const world of worlds) {
      for (const intent of intentsIn(conversation)) {
        const { reply } = step(conversation, intent, facts(world));
        const silent = conversation.state.kind === 'with_human' && conversation.state.told;
        if (!silent) expect(reply, `${path.join(' → ')} → ${JSON.stringify(intent)}`).not.toBeNull();
      }
      const out = step(conversation, understand('menu', listeningOf(conversation)), facts(world));
      expect(out.conversation.state.kind).toBe('asked_menu');
      const person = step(conversation, understand('gặp cán bộ', listeningOf(conversation)), facts(world));
      const calls = person.effects.some(({ kind }) => kind === 'open_talk' || kind === 'say_in_talk');
      expect(calls || person.conversation.state.kind === 'asked_talk_about').toBe(true);
      const help = understand('có cháy, gọi cứu hoả giúp', listeningOf(conversation));
      expect(step(conversation, help, facts(world)).reply?.text).toContain('114');
    }
  });

  it('is forgotten with time, so that no wait and no silence lasts for ever', () => {
    for (const { conversation } of reached) {
      const aged = livingConversation(conversation, plusMinutes(now, 24 * 60 + 1));
      expect(aged.state).toEqual({ kind: 'idle' });
      const later = facts({ now: plusMinutes(now, 200 * 24 * 60) });
      for (const text of words.filter((word) => word !== ''))
        expect(step(conversation, understand(text, listeningOf(aged)), later).reply, text).not.toBeNull();
    }
  });
});

describe('a talk begun before a deploy', () => {
  // As the first version wrote them. Never edit: rows like these are in people's databases.
  const written = [
    '{"v":1,"state":{"kind":"idle"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_menu"},"at":"2026-11-23T10:00:00+07:00","missed":1}',
    '{"v":1,"state":{"kind":"asked_which_dossier","choices":[{"dossierId":"d1","label":"Đăng ký khai sinh"}]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_digits","code":"000.00.27.H53-261120-0007"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_consent","dossierId":"d1","way":"qr"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_procedure"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_which_paper","slots":[{"dossierId":"d1","item":0,"label":"Giấy chứng sinh"}]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_rating","dossierId":"d1","set":"nd118-2025.1","ask":"time"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_what_to_file","choices":[{"procedure":"1.001193","label":"Đăng ký khai sinh"}]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_what_to_file"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_to_begin","procedure":"1.001193"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_which_draft","choices":[{"draftId":"n1","label":"Đăng ký khai sinh"}]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_draft_digits","code":"NHAP-7K2Q-M4N9"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"answering","draftId":"n1","path":"child.sex","words":false,"labels":["Nam","Nữ"]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"answering","draftId":"n1","path":"birthProof","words":false,"labels":[],"doubted":true},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"checking","draftId":"n1","labels":["Đồng ý nộp","Sửa","Để sau"]},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"asked_what_to_change","draftId":"n1"},"at":"2026-11-23T10:00:00+07:00","missed":0}',
    '{"v":1,"state":{"kind":"with_human","told":true},"at":"2026-11-23T10:00:00+07:00","missed":0}',
  ];

  it.each(written)('goes on where it was: %s', (text) => {
    const stored: unknown = JSON.parse(text);
    expect(parseConversation(stored, now)).toEqual(stored);
  });

  it.each([
    ['of a later version, after a deploy was taken back', { v: 2, state: { kind: 'asked_photo' }, since: 1 }],
    ['in a state no longer known', { v: 1, state: { kind: 'asked_mood' }, at: now, missed: 0 }],
    ['with a field lost', { v: 1, state: { kind: 'asked_digits' }, at: now, missed: 0 }],
    ['that is not a talk', 'asked_digits'],
    ['that is nothing', null],
  ])('%s is begun anew, and everything said gets an answer', (_name, stored) => {
    const conversation = parseConversation(stored, now);
    expect(conversation).toEqual({ v: 1, state: { kind: 'idle' }, at: now, missed: 0 });
    for (const intent of intentsIn(conversation))
      expect(step(conversation, intent, facts()).reply, JSON.stringify(intent)).not.toBeNull();
  });
});
