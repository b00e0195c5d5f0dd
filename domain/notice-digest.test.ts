// One message for an hour: nothing stale, nothing lost, within what Zalo takes.

import { describe, expect, it } from 'vitest';
import { lengthOf } from './folding.ts';
import { packNotices, replacingText, stillHolds } from './notice-digest.ts';
import { longestNotice, type NoticeKind, noticeText } from './status-notice.ts';
import { finished, now, twoItems, view } from './status-view.fixture.ts';

const owing = { ...view, payment: { amount: 50_000, reason: 'Lệ phí' } };

describe('a newer notice', () => {
  it('says again what was asked and still holds, first and in present words', () => {
    const whole = (...kinds: NoticeKind[]) => kinds.map((kind) => noticeText(kind, owing, now)).join('\n');
    expect(replacingText('processing', ['payment_requested'], owing, now)).toBe(
      whole('payment_requested', 'processing'),
    );
    expect(replacingText('processing', ['accepted', 'accepted'], owing, now)).toBe(whole('accepted'));
    expect(replacingText('payment_requested', ['payment_requested'], owing, now)).toBe(
      whole('payment_requested'),
    );
  });
  it('says nothing of what has been settled meanwhile', () => {
    expect(
      replacingText(
        'supplement_taken',
        ['supplement_requested', 'accepted'],
        { ...view, receivedAt: null },
        now,
      ),
    ).toBe(noticeText('supplement_taken', { ...view, receivedAt: null }, now));
    const done = { ...view, ...finished() };
    expect(replacingText('finished', ['extended', 'finished', 'payment_requested'], done, now)).toBe(
      noticeText('finished', done, now),
    );
  });
  it('knows what holds: an ask until it is met, a promise until the end, the mere course of things never', () => {
    const asked = { ...view, supplement: twoItems };
    const done = { ...view, ...finished() };
    const held: Record<NoticeKind, boolean[]> = {
      submitted: [false, false, false, false],
      accepted: [true, true, true, false],
      intake_refused: [false, false, false, false],
      processing: [false, false, false, false],
      supplement_requested: [false, true, false, false],
      supplement_returned: [false, true, false, false],
      supplement_taken: [false, false, false, false],
      payment_requested: [false, false, true, false],
      payment_confirmed: [false, false, false, false],
      extended: [false, false, false, false],
      finished: [false, false, false, true],
      withdrawn: [false, false, false, false],
      stopped: [false, false, false, false],
      handed_over: [false, false, false, false],
      rating_answered: [false, false, false, false],
      correction_opened: [false, false, false, false],
      reminded: [false, false, false, false],
      undone: [false, false, false, false],
      due_moved: [true, true, true, false],
    };
    for (const [kind, expected] of Object.entries(held) as [NoticeKind, boolean[]][])
      expect(
        [view, asked, owing, done].map((each) => stillHolds(kind, each)),
        kind,
      ).toEqual(expected);
    expect(
      stillHolds('extended', { ...view, extension: { reason: 'a', responsible: 'b', newDue: now } }),
    ).toBe(true);
    expect(stillHolds('reminded', { ...asked, status: 'awaiting_supplement' })).toBe(true);
    expect(stillHolds('stopped', { ...view, ended: { at: now, reason: 'a' } })).toBe(true);
    expect(stillHolds('correction_opened', { ...view, correction: { reason: 'a' } })).toBe(true);
  });
});

describe('one message', () => {
  it('leaves a single text as it is and numbers several dossiers', () => {
    expect(packNotices([{ text: 'Hồ sơ A đã xong.' }])).toEqual([
      { pieces: [{ text: 'Hồ sơ A đã xong.' }], text: 'Hồ sơ A đã xong.' },
    ]);
    expect(packNotices([{ text: 'Hồ sơ A.' }, { text: 'Hồ sơ B.' }]).map(({ text }) => text)).toEqual([
      'Tin mới về 2 hồ sơ Anh/Chị theo dõi:\n\n1. Hồ sơ A.\n\n2. Hồ sơ B.',
    ]);
    expect(packNotices([])).toEqual([]);
  });
  it('begins another message only where Zalo would take no more, and loses nothing', () => {
    const pieces = Array.from({ length: 9 }, (_, n) => ({ text: `${n}${'ặ'.repeat(600 + n)}` }));
    const packs = packNotices(pieces);
    expect(packs.flatMap((pack) => pack.pieces)).toEqual(pieces);
    expect(packs).toHaveLength(3);
    for (const { text } of packs) expect(lengthOf(text)).toBeLessThanOrEqual(longestNotice);
    expect(packNotices([{ text: 'ặ'.repeat(2_000) }])).toHaveLength(1);
  });
});
