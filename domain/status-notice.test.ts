// What the phone is told: every event decided, every text whole, polite and short enough.

import { describe, expect, it } from 'vitest';
import type { DossierEvent } from './dossier-event.ts';
import { lengthOf } from './folding.ts';
import { longestNotice, type NoticeKind, noticeKindFor, noticeText } from './status-notice.ts';
import { finished, now, twoItems, view } from './status-view.fixture.ts';
import type { StatusView } from './status-view.ts';

describe('notices', () => {
  const kinds: NoticeKind[] = [
    'submitted',
    'accepted',
    'intake_refused',
    'processing',
    'supplement_requested',
    'supplement_taken',
    'payment_requested',
    'payment_confirmed',
    'extended',
    'finished',
    'withdrawn',
    'stopped',
    'handed_over',
    'correction_opened',
  ];
  const long = 'rất dài '.repeat(400);
  const endless: StatusView = {
    ...view,
    ...finished({ reasons: [long, long] }),
    procedureName: long,
    outcome: 'refused',
    supplement: {
      ...twoItems,
      items: Array.from({ length: 30 }, () => ({ ...twoItems.items[0]!, label: long, reason: long })),
    },
    payment: { amount: 1_000, reason: long },
    extension: { reason: long, responsible: long, newDue: now },
    ended: { at: now, reason: long },
    handedOver: { at: now, collector: long },
    correction: { reason: long },
  };

  it.each(kinds)('%s is whole, polite and within what Zalo takes', (kind) => {
    for (const one of [view, endless, { ...view, ...finished() }, { ...view, code: null, due: null }]) {
      const text = noticeText(kind, one, now);
      expect(lengthOf(text)).toBeLessThanOrEqual(longestNotice);
      expect(text).not.toMatch(/undefined|null| {2}|!|\bđóng\b/);
      expect(text).toMatch(/[.…]$/);
    }
  });
  it('says early, late and refused as they are', () => {
    expect(noticeText('finished', { ...view, ...finished() }, now)).toContain(
      'xong sớm 2 ngày làm việc: đã được giải quyết.',
    );
    expect(noticeText('finished', { ...view, ...finished({ timeliness: 'late' }) }, now)).toContain(
      'xin lỗi',
    );
    const refused = { ...view, ...finished({ reasons: ['Thiếu căn cứ'] }), outcome: 'refused' as const };
    expect(noticeText('finished', refused, now)).toMatch(
      /không được giải quyết\. Lý do: thiếu căn cứ.*khiếu nại/,
    );
    expect(noticeText('finished', refused, now), 'fast, and no comfort').not.toContain('sớm');
  });
  it('names the collector to the one who follows the dossier', () => {
    const given = { ...view, handedOver: { at: now, collector: 'Trần Văn Bé' } };
    expect(noticeText('handed_over', given, now)).toContain('Trần Văn Bé');
  });
});

it('decides for every event whether it is told', () => {
  const decisions: Record<DossierEvent['type'], NoticeKind | null> = {
    dossier_submitted: null,
    dossier_accepted: 'accepted',
    intake_refused: 'intake_refused',
    step_passed: null,
    step_returned: null,
    dossier_assigned: null,
    dossier_released: null,
    lease_renewed: null,
    note_added: null,
    supplement_requested: 'supplement_requested',
    supplement_proposed: null,
    supplement_declined: null,
    supplement_answered: null,
    supplement_returned: 'supplement_returned',
    supplement_taken: 'supplement_taken',
    payment_requested: 'payment_requested',
    payment_confirmed: 'payment_confirmed',
    term_extended: 'extended',
    step_approved: null,
    dossier_withdrawn: 'withdrawn',
    dossier_stopped: 'stopped',
    dossier_finished: 'finished',
    result_handed_over: 'handed_over',
    result_correction_opened: 'correction_opened',
    details_corrected: null,
    link_renewed: null,
    files_kept: null,
    filed_again: null,
    papers_received: null,
    process_migrated: null,
    agency_moved: null,
    opinions_asked: null,
    opinion_given: null,
    opinion_silent: null,
    opinion_waived: null,
    citizen_reminded: 'reminded',
    act_undone: 'undone',
    due_moved: 'due_moved',
  };
  for (const [type, kind] of Object.entries(decisions) as [DossierEvent['type'], NoticeKind | null][])
    expect(noticeKindFor({ type, from: 3 }, { channel: 'counter' })).toBe(kind);
  expect(noticeKindFor({ type: 'step_passed', from: 0 }, { channel: 'counter' })).toBe('processing');
  expect(noticeKindFor({ type: 'dossier_submitted' }, { channel: 'online' })).toBe('submitted');
});
