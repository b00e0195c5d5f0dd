// A photograph finds its paper, words find their field, and the person always knows what is still missing.

import { describe, expect, it } from 'vitest';
import { birth, facts, fresh, paperSlot, said, talk, wordsSlot } from './chat.fixture.ts';
import { step } from './chat-conversation.ts';
import type { Conversation } from './chat-state.ts';
import type { Facts, Slot } from './chat-step.ts';
import { understand } from './chat-understand.ts';

const card: Slot = { ...paperSlot, item: 2, number: 3, label: 'Căn cước của mẹ' };
const asked: Partial<Facts> = { linked: [birth], slots: [paperSlot, wordsSlot, card] };
const photo = (from: Conversation, more: Partial<Facts> = {}) =>
  step(from, { kind: 'photo_without_qr' }, facts({ ...asked, sent: { ok: true }, ...more }));
const answered = (...slots: Slot[]): Slot[] => slots.map((slot) => ({ ...slot, answered: true }));

describe('a photograph', () => {
  it('goes to the one paper that is missing, and the answer counts', () => {
    const { reply, effects, conversation } = photo(fresh, { slots: [paperSlot, wordsSlot] });
    expect(effects).toEqual([{ kind: 'answer_with_photo', dossierId: 'd1', item: 0 }]);
    expect(reply?.text).toBe(
      'Đã nhận ảnh cho “Giấy chứng sinh”. Đã nhận 1/2 mục. Còn: (2) Nơi sinh. Anh/Chị gửi tiếp tại đây trước thứ Sáu, 11/12. Mục cần ghi chữ, gõ: “BS 2: nội dung đúng”.',
    );
    expect(conversation.state).toEqual({ kind: 'idle' });
  });

  it('of which there may be several is held until the person has said which it is', () => {
    const held = photo(fresh);
    expect(held.effects).toEqual([{ kind: 'hold_photo' }]);
    expect(held.reply?.text).toMatch(/giấy nào\? 1\. Giấy chứng sinh {2}2\. Căn cước của mẹ/);
    expect(photo(held.conversation).effects, 'a second page').toEqual([{ kind: 'hold_photo' }]);
    const named = said('2', held.conversation, asked);
    expect(named.effects).toEqual([{ kind: 'answer_with_photo', dossierId: 'd1', item: 2 }]);
    expect(named.reply?.text).toContain('Căn cước của mẹ');
    const byName = said('can cuoc cua me', held.conversation, asked);
    expect(byName.effects).toEqual(named.effects);
    expect(said('ơ', held.conversation, asked).reply?.text).toContain('giấy nào');
  });

  it('is taken whatever its caption says, also while an officer talks', () => {
    const words = understand('em bổ sung giấy chứng sinh');
    const more = facts({ ...asked, slots: [paperSlot], sent: { ok: true } });
    const human = talk({ kind: 'with_human', told: true });
    for (const from of [fresh, human]) {
      const { effects, conversation, reply } = step(from, words, more);
      expect(effects).toEqual([{ kind: 'answer_with_photo', dossierId: 'd1', item: 0 }]);
      expect(conversation.state.kind).toBe(from.state.kind);
      expect(reply?.text).toContain('Đã nhận 1/1 mục. Trung tâm đã nhận đủ');
    }
  });

  it('that is a further page when all is there is taken too', () => {
    const { effects } = photo(fresh, { slots: answered(paperSlot, wordsSlot) });
    expect(effects).toEqual([{ kind: 'answer_with_photo', dossierId: 'd1', item: 0 }]);
  });

  it('that cannot be taken says why, and one that nobody asked for keeps its answer', () => {
    const bad = photo(fresh, { sent: { ok: false, why: 'Tệp rỗng. Xin chụp lại.' } });
    expect(bad).toMatchObject({ effects: [], reply: { text: expect.stringContaining('Tệp rỗng') } });
    const unasked = step(fresh, { kind: 'photo_without_qr' }, facts({ linked: [birth] }));
    expect(unasked.reply?.text).toContain('không thấy mã QR');
    const onlyWords = photo(fresh, { slots: [{ ...wordsSlot, number: 1 }] });
    expect(onlyWords).toMatchObject({ effects: [], reply: { text: expect.stringContaining('BS 1:') } });
  });
});

describe('words', () => {
  it.each(['BS 2: Long An', 'bs2: Long An', 'bổ sung 2 - Long An', 'Mục 2: Long An'])('%s', (text) => {
    const { effects } = said(text, fresh, asked);
    expect(effects).toEqual([{ kind: 'answer_in_words', dossierId: 'd1', item: 1, value: 'Long An' }]);
  });

  it('for a paper, for no item or for nobody are answered with what is asked', () => {
    expect(said('BS 1: Long An', fresh, asked).reply?.text).toContain('cần ảnh chụp');
    expect(said('BS 8: Long An', fresh, asked).reply?.text).toContain('Không có mục số 8');
    expect(said('BS 1: Long An', fresh).reply?.text).toContain('không có hồ sơ nào');
  });
});

it('“xong” says what is missing, or what follows', () => {
  expect(said('xong rồi ạ', fresh, asked).reply?.text).toContain(
    'Đã nhận 0/3 mục. Còn: (1) Giấy chứng sinh; (2)',
  );
  const all = { ...asked, slots: answered(paperSlot, wordsSlot, card) };
  expect(said('xong', fresh, all).reply?.text).toContain('Đã nhận 3/3 mục. Trung tâm đã nhận đủ');
});
