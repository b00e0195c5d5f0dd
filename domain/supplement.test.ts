// All at once; a further reason needs a leader; only what was asked reopens; the clock runs from when it was complete.

import { describe, expect, it } from 'vitest';
import { nextClockAct } from './clock-acts.ts';
import { computeDeadline } from './deadline.ts';
import type { SupplementItem } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { readClock } from './dossier-clock.ts';
import { deadlineInputOf, guard } from './dossier-guard.ts';
import {
  accepted,
  acted,
  afterwards,
  calendar,
  citizen,
  officer,
  type Story,
  staff,
  tried,
} from './dossier-story.ts';
import { newDefects, openItems, openRequest } from './supplement.ts';
import { plusDays } from './time.ts';

const birth: SupplementItem = {
  target: { kind: 'paper', paperId: 'p1' },
  label: 'Giấy chứng sinh',
  reason: 'Ảnh bị mờ, chụp lại.',
  reasonCode: 'mo',
};
const content: SupplementItem = {
  target: { kind: 'field', field: 'summary' },
  label: 'Nội dung yêu cầu',
  reason: 'Thiếu nơi sinh của con.',
};
const ask = (items: SupplementItem[]): Action => ({
  type: 'request_supplement',
  items,
  sectorGround: 'Luật Hộ tịch, Điều 16',
});
const atWork = () => afterwards(accepted(), 'pass_on');
const asked = (story: Story = atWork()) => acted(story, staff.specialist, ask([birth, content]));
const answered = (story: Story = asked(), items = [0, 1], at?: string) =>
  acted(
    story,
    citizen,
    { type: 'answer_supplement', items, channel: 'chat' },
    at === undefined ? {} : { at },
  );
const taken = (story: Story = answered()) =>
  acted(story, staff.clerk_in, { type: 'take_supplement', papers: [] });
const lastType = (story: Story) => story.history.at(-1)?.event.type;
const whyNot = (story: Story, acting: Parameters<typeof tried>[1], action: Action) => {
  const decision = tried(story, acting, action);
  return decision.ok ? null : decision.refusal.why;
};

describe('a further request', () => {
  it('is new by paper, by field or by reason; the same defect not cured is not', () => {
    const { dossier } = asked();
    expect(newDefects(dossier, [birth, content])).toEqual([]);
    expect(newDefects(dossier, [{ ...birth, reason: 'Vẫn còn mờ.' }])).toEqual([]);
    expect(newDefects(dossier, [{ ...content, reason: 'thiếu  NƠI SINH của con' }])).toEqual([]);
    const news = [
      { ...birth, reasonCode: 'het_han' },
      { ...birth, target: { kind: 'paper', paperId: 'p2' } as const },
      { ...content, reason: 'Sai tên xã.' },
    ];
    expect(newDefects(dossier, [birth, ...news])).toEqual(news);
    expect(newDefects(atWork().dossier, news)).toEqual([]);
  });

  it('waits for a leader when it names something new, and asks nothing of the citizen until then', () => {
    const again = ask([{ ...birth, reasonCode: 'het_han', reason: 'Giấy đã hết hạn.' }]);
    const proposed = acted(taken(), staff.specialist, again);
    expect(lastType(proposed)).toBe('supplement_proposed');
    expect(proposed.dossier).toMatchObject({ status: 'in_process', supplements: [{}] });
    expect(whyNot(proposed, staff.specialist, again)).toContain('đang chờ lãnh đạo');
    expect(whyNot(proposed, staff.specialist, { type: 'confirm_supplement' })).toContain('Vai trò');
    const confirmed = acted(proposed, staff.approver, { type: 'confirm_supplement' });
    expect(confirmed.dossier).toMatchObject({ status: 'awaiting_supplement', proposal: null });
    expect(confirmed.dossier.supplements.at(-1)?.items).toMatchObject([{ reasonCode: 'het_han' }]);
    const declined = acted(proposed, staff.approver, {
      type: 'decline_supplement',
      reason: 'Không cần thiết.',
    });
    expect(declined.dossier).toMatchObject({ status: 'in_process', proposal: null });
    expect(acted(proposed, staff.specialist, { type: 'pass_on', note: null }).dossier.proposal).toBeNull();
  });

  it('is made at once for the same defect, and by a leader whatever it names', () => {
    expect(lastType(acted(taken(), staff.specialist, ask([birth])))).toBe('supplement_requested');
    const both = { ...officer('specialist', 'tu-phap'), roles: ['specialist', 'approver'] as const };
    const fresh = ask([{ ...birth, reasonCode: 'het_han' }]);
    expect(lastType(acted(taken(), both, fresh))).toBe('supplement_requested');
  });
});

describe('the answer', () => {
  it('is for what is open and for nothing else, and whole', () => {
    const answer = (items: number[]): Action => ({ type: 'answer_supplement', items, channel: 'web' });
    expect(whyNot(asked(), citizen, answer([0, 1, 2]))).toContain('không nằm trong phần cần bổ sung');
    expect(whyNot(asked(), citizen, answer([0]))).toContain('Còn thiếu “Nội dung yêu cầu”');
    expect(whyNot(answered(), citizen, answer([0, 1]))).toContain('đang chờ cán bộ xem');
    expect(whyNot(atWork(), citizen, answer([0]))).toContain('không chờ bổ sung');
    expect(whyNot(asked(), staff.clerk_in, answer([0, 1]))).toContain('Vai trò');
  });

  it('stops the citizen’s time: nothing lapses and nobody is reminded while an officer looks', () => {
    expect(nextClockAct(asked().dossier, calendar)).not.toBeNull();
    const { dossier, at } = answered();
    expect(nextClockAct(dossier, calendar)).toBeNull();
    expect(readClock(dossier, calendar, at).timeText).toBe('công dân đã gửi đủ, chờ kiểm tra');
  });

  it('that is wanting in part reopens that part alone, with the whole time again', () => {
    const story = answered(asked(), [0, 1], plusDays(asked().at, 10));
    const back: Action = { type: 'return_supplement', items: [{ item: 0, reason: 'Ảnh vẫn mờ.' }] };
    const request = openRequest(acted(story, staff.specialist, back).dossier);
    expect(request).toMatchObject({
      reopenedAt: expect.any(String),
      items: [{ reason: 'Ảnh vẫn mờ.' }, { reason: content.reason }],
    });
    expect(openItems(request ?? { items: [] }).map(({ index }) => index)).toEqual([0]);
    expect((request?.answerBy ?? '') > (openRequest(story.dossier)?.answerBy ?? '')).toBe(true);
    expect(request).not.toHaveProperty('answeredAt');
    const twice: Action = { type: 'return_supplement', items: [{ item: 7, reason: 'Ảnh vẫn mờ.' }] };
    expect(whyNot(story, staff.specialist, twice)).toContain('đang chờ bổ sung');
    expect(whyNot(asked(), staff.specialist, back)).toContain('chưa gửi đủ');
  });

  it('at the counter too only what was asked is taken in', () => {
    const paper = { paperId: 'p9', name: 'Giấy khác', originals: 1, copies: 0, note: null };
    expect(whyNot(asked(), staff.clerk_in, { type: 'take_supplement', papers: [paper] })).toContain(
      'không nằm trong phần yêu cầu bổ sung',
    );
    const summary = 'Khai sinh cho con, sinh tại Long An';
    const corrected = acted(asked(), staff.clerk_in, { type: 'take_supplement', papers: [], summary });
    expect(corrected.dossier.summary).toBe(summary);
    const onlyPaper = acted(atWork(), staff.specialist, ask([birth]));
    expect(whyNot(onlyPaper, staff.clerk_in, { type: 'take_supplement', papers: [], summary })).toContain(
      'Sửa thông tin',
    );
  });
});

describe('the clock', () => {
  const dueOf = ({ dossier }: Story) => {
    const input = deadlineInputOf(dossier);
    return input && computeDeadline(calendar, input).due;
  };
  const answeredAt = '2026-11-26T10:00:00+07:00';
  const takenAt = '2026-11-30T15:00:00+07:00';
  const take: Action = { type: 'take_supplement', papers: [] };

  it('RESET: begins anew when the dossier was complete, however late somebody looked', () => {
    const looked = acted(answered(asked(), [0, 1], answeredAt), staff.clerk_in, take, { at: takenAt });
    const counter = acted(asked(), staff.clerk_in, take, { at: answeredAt });
    expect(dueOf(looked)).toBe(dueOf(counter));
    expect(dueOf(looked)).toBe(dueOf(accepted({ at: answeredAt })));
  });

  it('PAUSE: goes on with what was left, from the same moment', () => {
    // Received before 1/7/2025: the older rule.
    const old = afterwards(accepted({ at: '2025-06-23T08:00:00+07:00' }), 'pass_on');
    const paused = acted(old, staff.specialist, ask([birth, content]), { at: '2025-06-24T08:00:00+07:00' });
    expect(paused.dossier.supplements[0]?.mode).toBe('pause');
    const looked = acted(answered(paused, [0, 1], '2025-06-26T08:00:00+07:00'), staff.clerk_in, take, {
      at: '2025-07-01T15:00:00+07:00',
    });
    // Two of five working days waited: 30/6 becomes 2/7.
    expect(dueOf(old)?.slice(0, 10)).toBe('2025-06-30');
    expect(dueOf(looked)?.slice(0, 10)).toBe('2025-07-02');
  });

  it('stands still while an answer is sent back and given again', () => {
    const back: Action = { type: 'return_supplement', items: [{ item: 0, reason: 'Ảnh vẫn mờ.' }] };
    const story = acted(answered(), staff.specialist, back);
    const end = acted(answered(story, [0], answeredAt), staff.clerk_in, take, { at: takenAt });
    expect(dueOf(end)).toBe(dueOf(accepted({ at: answeredAt })));
  });
});

it('nobody else than the citizen is offered the citizen’s part', () => {
  const { dossier, at } = asked();
  for (const each of Object.values(staff))
    expect(guard('answer_supplement', dossier, each, at, calendar)).not.toBeNull();
});
