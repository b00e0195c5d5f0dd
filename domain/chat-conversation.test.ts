// The conversation: the flows people take.

import { describe, expect, it } from 'vitest';
import { birth, code, facts, fresh, marriage, said, talk } from './chat.fixture.ts';
import { officerTookOver, step } from './chat-conversation.ts';
import type { Intent } from './chat-intent.ts';
import { type ChatState, listeningOf, parseConversation } from './chat-state.ts';
import { factsNeeded } from './chat-step.ts';
import { understand } from './chat-understand.ts';
import { now } from './status-view.fixture.ts';
import { plusDays, plusMinutes } from './time.ts';

describe('linking by the code of the tracking page', () => {
  it('asks consent, then links and answers', () => {
    const asked = said('MC-7K2QX-M4N9P', fresh, { shown: birth });
    expect(asked.effects).toEqual([{ kind: 'use_link_code', code: 'MC-7K2QX-M4N9P' }]);
    expect(asked.reply?.text).toContain(`Liên kết hồ sơ ${code} (Đăng ký khai sinh) với Zalo này`);
    expect(asked.reply?.buttons.map(({ title }) => title)).toEqual(['Đồng ý', 'Không']);
    for (const yes of ['1', 'Đồng ý', 'dong y', 'ok', 'có']) {
      const linked = said(yes, asked.conversation, { shown: birth });
      expect(linked.effects).toEqual([
        { kind: 'link', dossierId: 'd1', way: 'link_code', consent: asked.reply?.text },
      ]);
      expect(linked.reply?.text).toMatch(/^Đã liên kết\. Hồ sơ .*đang ở bước Thẩm định/);
    }
  });
  it('links nothing on a no, a cancel, or another question', () => {
    const asked = said('MC-7K2QX-M4N9P', fresh, { shown: birth }).conversation;
    for (const other of ['2', 'không', 'huỷ', 'menu', 'gặp cán bộ', 'asdf', 'hồ sơ của tôi tới đâu rồi'])
      expect(said(other, asked, { shown: birth }).effects.some(({ kind }) => kind === 'link')).toBe(false);
  });
  it('answers the status that is asked instead of consent, and asks again', () => {
    const asked = said('MC-7K2QX-M4N9P', fresh, { shown: birth }).conversation;
    const answer = said('hồ sơ của tôi tới đâu rồi', asked, { shown: birth });
    expect(answer.reply?.text).toMatch(/đang ở bước Thẩm định[^]*Liên kết hồ sơ/);
  });
  it('says what to do with a dead code', () => {
    expect(said('MC-7K2QX-M4N9P', fresh).reply?.text).toContain('quá 30 phút');
  });
  it('does not ask a chat that is linked already', () => {
    const again = said('MC-7K2QX-M4N9P', fresh, { shown: birth, linked: [birth] });
    expect(again.conversation.state.kind).toBe('idle');
    expect(again.reply?.text).toContain('đang ở bước Thẩm định');
  });
});

describe('"hồ sơ của tôi"', () => {
  it('with one dossier is its answer', () => {
    expect(said('hs cua toi toi dau r', fresh, { linked: [birth] }).reply?.text).toContain('bà Lê Thị Hoa');
  });
  it('with several is a list; number, label and name choose', () => {
    const list = said('hồ sơ của tôi', fresh, { linked: [birth, marriage] });
    expect(list.reply?.text).toMatch(/Anh\/Chị có 2 hồ sơ:\n1\. Đăng ký khai sinh.*\n2\. Đăng ký kết hôn/);
    for (const choice of ['2', 'số 2', 'cái thứ hai', '000.00.27.H53-261121-0002', 'số 0002'])
      expect(said(choice, list.conversation, { linked: [birth, marriage] }).reply?.text).toContain(
        'Đăng ký kết hôn):',
      );
    expect(said('9', list.conversation, { linked: [birth, marriage] }).reply?.text).toContain(
      'Anh/Chị có 2 hồ sơ',
    );
  });
  it('with a procedure named is that one', () => {
    expect(said('kết hôn xong chưa', fresh, { linked: [birth, marriage] }).reply?.text).toContain(
      'Đăng ký kết hôn):',
    );
  });
  it('with one still open is that one', () => {
    const done = { dossierId: 'd3', view: { ...marriage.view, status: 'returned' as const } };
    expect(said('hồ sơ của tôi', fresh, { linked: [birth, done] }).reply?.text).toMatch(
      /Thẩm định.*còn 1 hồ sơ đã xong/,
    );
  });
  it('with none says the three ways', () => {
    expect(said('hồ sơ của tôi', fresh).reply?.text).toMatch(/quét mã QR.*gửi ảnh.*nhập mã hồ sơ/);
  });
});

describe('a typed code', () => {
  it('alone answers nothing about it and asks for six digits', () => {
    const asked = said(code, fresh);
    expect(asked.conversation.state).toEqual({ kind: 'asked_digits', code });
    expect(asked.reply?.text).toContain('xin nhập 6 số cuối căn cước của người nộp');
    expect(asked.reply?.text).not.toContain('khai sinh');
  });
  it('with right digits is answered, and linking offered', () => {
    const asked = said(code, fresh).conversation;
    expect(factsNeeded(asked, understand('012345', listeningOf(asked)), now).proof).toEqual({
      code,
      digits: '012345',
    });
    const right = said('012345', asked, { proof: { kind: 'right', ...birth } });
    expect(right.reply?.text).toMatch(/đang ở bước Thẩm định[^]*Liên kết hồ sơ/);
    expect(right.effects).toEqual([]);
    expect(right.conversation.state).toEqual({ kind: 'asked_consent', dossierId: 'd1', way: 'six_digits' });
  });
  it('with wrong digits says so in one way, and may be tried again', () => {
    const asked = said(code, fresh).conversation;
    const wrong = said('012345', asked, { proof: { kind: 'wrong', triesLeft: 3 } });
    expect(wrong.reply?.text).toContain('hôm nay còn 3 lần');
    expect(wrong.conversation.state).toEqual({ kind: 'asked_digits', code });
    for (const over of [{ kind: 'wrong', triesLeft: 0 } as const, { kind: 'spent' } as const])
      expect(said('012345', asked, { proof: over }).reply?.text).toContain(
        'tạm dừng đến 0 giờ thứ Tư, 25/11',
      );
  });
  it('of a linked dossier needs no digits', () => {
    expect(said(code, fresh, { linked: [birth] }).reply?.text).toContain('Thẩm định');
  });
  it('in part is made whole from the day, or asked for', () => {
    expect(said('261120-0007', fresh).conversation.state).toEqual({ kind: 'asked_digits', code });
    expect(said('số 0007', fresh).reply?.text).toContain('000.00.27.H53-261122-0007');
    expect(said('số 0007', fresh, { linked: [birth, marriage] }).reply?.text).toContain(
      'Đăng ký khai sinh):',
    );
  });
  it('digits of another length are asked for again', () => {
    const asked = said(code, fresh).conversation;
    const short = said('12345', asked);
    expect(short.reply?.text).toContain('vừa nhập 5 số');
    expect(short.conversation.state.kind).toBe('asked_digits');
  });
});

it('a photo of the QR is answered at once, with an offer to link', () => {
  const shown = step(fresh, { kind: 'qr_token', token: 't' }, facts({ shown: birth }));
  expect(shown.reply?.text).toMatch(/đang ở bước Thẩm định[^]*Liên kết hồ sơ/);
  expect(step(fresh, { kind: 'qr_token', token: 't' }, facts()).reply?.text).toContain('không còn dùng được');
});

it('"huỷ liên kết" undoes it at once', () => {
  expect(said('huỷ liên kết', fresh, { linked: [birth] }).effects).toEqual([
    { kind: 'unlink', forget: false },
  ]);
  expect(said('quên tôi', fresh, { linked: [birth] }).effects).toEqual([{ kind: 'unlink', forget: true }]);
});

describe('with an officer', () => {
  const human = said('gặp cán bộ', fresh).conversation;
  const inTalk = { handover: { ...facts().handover, open: { answerBy: null } } };
  it('says counter, phone and hours', () => {
    const text = said('gặp cán bộ', fresh).reply?.text;
    for (const part of ['Quầy 1', '0272 384 1234', '7 giờ 30', 'menu']) expect(text).toContain(part);
  });
  it('the bot is silent, but not for its own commands', () => {
    expect(said('cho em hỏi thêm cái này', human, inTalk).reply).toBeNull();
    expect(said('cảm ơn', human, inTalk).reply).toBeNull();
    expect(said('menu', human, inTalk).conversation.state.kind).toBe('asked_menu');
    expect(said('cháy nhà', human, inTalk).reply?.text).toContain('114');
  });
  it('an officer who writes by hand silences the bot until it is called, or a day later', () => {
    const taken = officerTookOver(fresh, now);
    expect(said('dạ em hiểu', taken, inTalk).reply).toBeNull();
    expect(
      step(taken, { kind: 'unknown', words: [] }, facts({ now: plusDays(now, 2) })).reply,
    ).not.toBeNull();
  });
});

describe('a denunciation', () => {
  it('stops everything, names the lawful ways and leaves no trace', () => {
    const stopped = said('tôi muốn tố cáo chủ tịch', talk({ kind: 'asked_digits', code }));
    expect(stopped.effects).toEqual([{ kind: 'leave_no_trace' }]);
    expect(stopped.conversation.state).toEqual({ kind: 'idle' });
    expect(stopped.reply?.text).toMatch(/gửi đơn.*trực tiếp.*trụ sở tiếp công dân/);
  });
});

it('asks once more, then offers the menu and a person', () => {
  const first = said('asdfgh', fresh);
  expect(first.reply?.text).toMatch(
    /^Tôi chưa chắc đã hiểu\. Anh\/Chị muốn: 1\. Xem hồ sơ {2}2\. Tìm thủ tục, hỏi giấy tờ {2}3\. Nộp hồ sơ {2}4\. Gặp cán bộ\./,
  );
  expect(said('qwerty', first.conversation).reply?.text).toContain('0272 384 1234');
  expect(said('4', first.conversation).effects).toEqual([
    { kind: 'open_talk', dossierId: null, messages: 2 },
  ]);
});

it('answers what papers a procedure needs', () => {
  const procedures = [
    {
      code: '1.001193',
      hasForm: true,
      name: 'Đăng ký khai sinh',
      papers: ['Tờ khai', 'Giấy chứng sinh'],
      termText: 'Ngay trong ngày',
      feeText: '8.000 đồng',
    },
  ];
  expect(said('làm khai sinh cần gì', fresh, { procedures }).reply?.text).toBe(
    'Đăng ký khai sinh cần: (1) Tờ khai; (2) Giấy chứng sinh. Thời hạn: Ngay trong ngày. Phí, lệ phí: 8.000 đồng.',
  );
  const asked = said('2', talk({ kind: 'asked_menu' })).conversation;
  expect(asked.state.kind).toBe('asked_procedure');
  expect(said('khai sinh', asked, { procedures }).reply?.text).toContain('Giấy chứng sinh');
});

describe('after months of silence', () => {
  it.each<ChatState>([
    { kind: 'asked_digits', code },
    { kind: 'asked_consent', dossierId: 'd1', way: 'qr' },
    { kind: 'asked_which_dossier', choices: [{ dossierId: 'd1', label: 'x' }] },
  ])('%j is forgotten', (state) => {
    const later = facts({ now: plusDays(now, 90), shown: birth });
    for (const intent of [
      { kind: 'yes' },
      { kind: 'choice', number: 1 },
      { kind: 'digits', digits: '012345' },
    ] satisfies Intent[]) {
      const answer = step(talk(state), intent, later);
      expect(answer.effects).toEqual([]);
      expect(answer.reply?.buttons.length).toBeGreaterThan(0);
    }
    expect(factsNeeded(talk(state), { kind: 'digits', digits: '012345' }, later.now).proof).toBeNull();
  });
  it('half an hour is the limit for digits', () => {
    const at = (minutes: number) =>
      factsNeeded(
        talk({ kind: 'asked_digits', code }),
        { kind: 'digits', digits: '012345' },
        plusMinutes(now, minutes),
      ).proof;
    expect(at(30)).not.toBeNull();
    expect(at(31)).toBeNull();
  });
  it('a state of another version or shape begins anew', () => {
    for (const stored of [
      null,
      {},
      { v: 0 },
      { v: 2, state: { kind: 'x' } },
      'x',
      { v: 1, state: { kind: 'gone' }, at: now, missed: 0 },
    ])
      expect(parseConversation(stored, now)).toEqual(fresh);
    const kept = talk({ kind: 'asked_digits', code });
    expect(parseConversation(JSON.parse(JSON.stringify(kept)), now)).toEqual(kept);
  });
});
