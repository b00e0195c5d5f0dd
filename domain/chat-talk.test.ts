// Meeting an officer in the chat: where the talk opens, what is promised, silence, and the ways out of it.

import { describe, expect, it } from 'vitest';
import { birth, facts, fresh, marriage, said, talk } from './chat.fixture.ts';

const open = { handover: { ...facts().handover, open: { answerBy: null } } };
const withOfficer = talk({ kind: 'with_human', told: true });

describe('"gặp cán bộ"', () => {
  it('opens within the one dossier the person follows, and says who answers and by when', () => {
    const { reply, effects } = said('gặp cán bộ', fresh, { linked: [birth] });
    expect(effects).toEqual([{ kind: 'open_talk', dossierId: 'd1', messages: 1 }]);
    expect(reply?.text).toMatch(
      /bà Lê Thị Hoa, Bộ phận Tư pháp.*, nơi đang giữ hồ sơ .*Cán bộ trả lời tại đây trước 10 giờ thứ Tư, 25\/11\./,
    );
  });

  it('goes to the general inbox without a dossier, and tells the hours when nobody is there', () => {
    const promise = { from: '2026-11-25T07:30:00+07:00', by: '2026-11-26T07:30:00+07:00' };
    const { reply, effects } = said('gặp cán bộ', fresh, { handover: { open: null, promise } });
    expect(effects).toEqual([{ kind: 'open_talk', dossierId: null, messages: 1 }]);
    expect(reply?.text).toContain(
      'Bây giờ ngoài giờ làm việc: cán bộ đọc từ 7 giờ 30 thứ Tư, 25/11, trả lời trước 7 giờ 30 thứ Năm, 26/11.',
    );
  });

  it('asks which of several, takes a number, and words as the question itself', () => {
    const both = { linked: [birth, marriage] };
    const asked = said('gặp cán bộ', fresh, both);
    expect(asked.reply?.text).toMatch(/1\. .* {2}2\. .* {2}3\. Việc khác/);
    expect(said('2', asked.conversation, both).effects).toEqual([
      { kind: 'open_talk', dossierId: 'd2', messages: 2 },
    ]);
    for (const words of ['3', 'Việc khác', 'con tôi đổi chỗ học thì sao'])
      expect(said(words, asked.conversation, both).effects).toEqual([
        { kind: 'open_talk', dossierId: null, messages: 2 },
      ]);
    expect(said('menu', asked.conversation, both).conversation.state.kind).toBe('asked_menu');
    expect(said('9', asked.conversation, both).reply?.text).toContain('Việc khác');
  });

  it('brings along what was not understood before', () => {
    const lost = said('con tôi đổi chỗ học thì sao', fresh);
    expect(said('4', lost.conversation).effects).toEqual([
      { kind: 'open_talk', dossierId: null, messages: 2 },
    ]);
  });

  it('does not open a second talk', () => {
    const { reply, effects } = said('gặp cán bộ', fresh, open);
    expect(effects).toEqual([{ kind: 'say_in_talk', waits: true }]);
    expect(reply?.text).toContain('nhắn tiếp tại đây');
  });
});

describe('with an officer', () => {
  it.each(['hồ sơ của tôi tới đâu rồi', '1', '012345', 'cần giấy tờ gì', 'asdf'])(
    'the machine keeps silent at “%s”',
    (text) => {
      const { reply, effects } = said(text, withOfficer, { ...open, linked: [birth] });
      expect([reply, effects]).toEqual([null, [{ kind: 'say_in_talk', waits: true }]]);
    },
  );

  it('thanks want no answer', () => {
    expect(said('cảm ơn', withOfficer, open).effects).toEqual([{ kind: 'say_in_talk', waits: false }]);
  });

  it('says sorry when the promise was not kept', () => {
    const late = { ...open.handover, open: { answerBy: '2026-11-24T09:00:00+07:00' } };
    expect(said('alo có ai không', withOfficer, { handover: late }).reply?.text).toMatch(
      /xin lỗi.*trước 9 giờ thứ Ba, 24\/11.*0272 384 1234/,
    );
  });

  it('says why a photograph could not be taken', () => {
    const sent = { ok: false, why: 'Tệp rỗng. Xin chụp lại.' } as const;
    expect(said('', withOfficer, { ...open, sent }).reply?.text).toContain('Tệp rỗng');
  });

  it('the ways out stay, and a denunciation leaves no trace', () => {
    expect(said('menu', withOfficer, open).conversation.state.kind).toBe('asked_menu');
    expect(said('cháy nhà', withOfficer, open).reply?.text).toContain('114');
    expect(said('tôi tố cáo ông A nhận hối lộ', withOfficer, open).effects).toEqual([
      { kind: 'leave_no_trace' },
    ]);
  });

  it('whoever is with an officer without a talk, as before a deploy, gets one', () => {
    expect(said('alo', withOfficer).effects).toEqual([{ kind: 'open_talk', dossierId: null, messages: 1 }]);
  });
});
