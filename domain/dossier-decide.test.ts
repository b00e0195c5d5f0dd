// Given a dossier, when somebody acts, then these events or this refusal: the small cases of every decision.

import { describe, expect, it } from 'vitest';
import { pausesOf } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { readClock } from './dossier-clock.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  filed,
  officer,
  type Story,
  staff,
  tried,
  usualProcess,
} from './dossier-story.ts';

const atWork = afterwards(accepted(), 'pass_on');
const atRegister = afterwards(atWork, 'pass_on', 'approve');
const resolved = afterwards(atRegister, 'finish');

const eventOf = (story: Story, who: Parameters<typeof tried>[1], action: Action, given = {}) => {
  const decision = tried(story, who, action, given);
  if (!decision.ok) throw new Error(decision.refusal.why);
  expect(decision.events.length).toBe(1);
  return decision.events[0];
};
const refusalOf = (...args: Parameters<typeof tried>) => {
  const decision = tried(...args);
  return decision.ok ? null : decision.refusal.why;
};

describe('accepting', () => {
  it('gives the code and makes the fee due, without stopping the clock', () => {
    const { dossier } = accepted({ fee: 8_000 });
    expect(dossier).toMatchObject({ status: 'received', money: 'due', code: '000.00.27.H53-261123-0001' });
    expect(dossier.payments).toMatchObject([{ amount: 8_000, stopsClock: false }]);
    expect(dossier.holding.officerId).toBe('clerk_in');
  });

  it('starts the clock at reception, not at filing', () => {
    const { dossier } = accepted({ at: '2026-11-20T16:00:00+07:00' });
    expect(dossier).toMatchObject({
      submittedAt: '2026-11-20T16:00:00+07:00',
      receivedAt: '2026-11-20T16:30:00+07:00',
    });
  });

  it('is done once', () => {
    expect(refusalOf(accepted(), staff.clerk_in, { type: 'accept' })).toContain('đã được tiếp nhận');
  });
});

describe('passing and returning', () => {
  it('nobody in particular holds it at the next step', () => {
    expect(atWork.dossier).toMatchObject({
      status: 'in_process',
      holding: { stepIndex: 1, officerId: null },
    });
  });

  it('events name exactly what they mean, nothing more', () => {
    expect(eventOf(afterwards(atWork, 'pass_on'), staff.approver, { type: 'approve' })).toEqual({
      type: 'step_approved',
      from: 2,
      to: 3,
      unit: 'van-phong',
      outcome: 'granted',
      reasons: [],
    });
  });

  it.each(['s2', 's3', 's99', ''])('a return to %j, not before the present step, is refused', (toStepId) => {
    const action = { type: 'return_to_step', toStepId, reason: 'Sai thẩm quyền.' } as const;
    expect(refusalOf(atWork, staff.specialist, action)).toContain('không đứng trước');
  });

  it('a dossier sent back to the counter stays in process, also after it waited there', () => {
    const back = acted(atWork, staff.specialist, anAction('return_to_step'));
    expect(back.dossier).toMatchObject({ status: 'in_process', holding: { stepIndex: 0 } });
    const waited = afterwards(back, 'request_supplement', 'take_supplement');
    expect(waited.dossier.status).toBe('in_process');
  });
});

describe('assigning', () => {
  const assign = anAction('assign');

  it.each([
    ['nobody', undefined, 'Không có cán bộ này'],
    ['somebody of another agency', { ...staff.specialist, agencyId: 'agency-2' }, 'Không có cán bộ này'],
    ['another unit', officer('specialist', 'kinh-te'), 'không thuộc đơn vị'],
    ['another role', officer('registry', 'tu-phap'), 'không thuộc đơn vị'],
  ])('to %s is refused', (_, assignee, why) => {
    expect(refusalOf(atWork, staff.dispatcher, assign, assignee ? { assignee } : {})).toContain(why);
  });

  it('to the one who holds it already is refused', () => {
    const held = afterwards(atWork, 'claim');
    const given = { assignee: staff.specialist };
    expect(refusalOf(held, staff.dispatcher, assign, given)).toContain('đang giữ hồ sơ');
  });
});

describe('refusing', () => {
  it('at the first of two signatures goes straight to the register', () => {
    const [intake, work, approve, register, give] = usualProcess.steps;
    if (!intake || !work || !approve || !register || !give) throw new Error('Five steps.');
    const process = { ...usualProcess, steps: [intake, approve, { ...approve, id: 's9' }, register, give] };
    const refused = afterwards(accepted({ process }), 'pass_on', 'refuse');
    expect(refused.dossier).toMatchObject({ outcome: 'refused', holding: { stepIndex: 3 } });
  });
});

describe('asking for papers', () => {
  const ask = anAction('request_supplement');

  it('gives fifteen days; a last day that is off moves to the next working day', () => {
    const on = (at: string) => eventOf(atWork, staff.specialist, ask, { at });
    expect(on('2026-11-26T23:00:00+07:00')).toMatchObject({ answerBy: '2026-12-11T17:00:00+07:00' });
    // The fifteenth day after Friday 27 November is a Saturday.
    expect(on('2026-11-27T09:00:00+07:00')).toMatchObject({ answerBy: '2026-12-14T17:00:00+07:00' });
  });

  it('takes every defect at once', () => {
    const items = ['Giấy chứng sinh', 'Tờ khai'].map((label) => ({
      target: { kind: 'field', field: 'other' } as const,
      label,
      reason: 'Chưa rõ, xin làm lại.',
    }));
    const event = eventOf(atWork, staff.specialist, {
      type: 'request_supplement',
      items,
      sectorGround: null,
    });
    expect(event).toMatchObject({ items });
  });

  it('within three working days of reception; later only on a ground of sector law', () => {
    // Received on Monday; Tuesday 24 November is a holiday, so that Friday is the third working day.
    const at = (day: string) => ({ at: `2026-11-${day}T16:00:00+07:00` });
    expect(refusalOf(atWork, staff.specialist, ask, at('27'))).toBeNull();
    expect(refusalOf(atWork, staff.specialist, ask, at('30'))).toContain('quá 3 ngày làm việc');
    const grounded = { ...ask, sectorGround: 'Luật Đất đai, Điều 1' } as Action;
    expect(refusalOf(atWork, staff.specialist, grounded, at('30'))).toBeNull();
  });

  it('once complete, the term is counted again from that day', () => {
    const asked = acted(atWork, staff.specialist, ask);
    const done = acted(asked, staff.clerk_in, anAction('take_supplement'), {
      at: '2026-11-30T09:00:00+07:00',
    });
    expect(pausesOf(done.dossier)).toMatchObject([{ from: asked.at, to: done.at, mode: 'reset' }]);
    expect(readClock(done.dossier, calendar, done.at).due).toBe('2026-12-07T17:00:00+07:00');
  });

  it('asked before reception it is no pause: nothing ran that could stand still', () => {
    const done = afterwards(filed(), 'request_supplement', 'take_supplement', 'accept');
    expect(done.dossier.supplements).toHaveLength(1);
    expect(pausesOf(done.dossier)).toEqual([]);
  });

  it('before reception there is no such limit', () => {
    expect(refusalOf(filed(), staff.clerk_in, ask, { at: '2026-12-20T09:00:00+07:00' })).toBeNull();
  });

  it.each([
    ['2025-06-30T08:00:00+07:00', 'pause'],
    ['2025-07-01T08:00:00+07:00', 'reset'],
  ])('received on %s, the clock does: %s', (at, mode) => {
    const story = afterwards(accepted({ at }), 'pass_on');
    expect(eventOf(story, staff.specialist, ask)).toMatchObject({ mode });
  });
});

describe('money', () => {
  const stopping = anAction('request_payment');

  it('the holder may stop the clock for it, and it runs again where it stopped', () => {
    const waiting = acted(atWork, staff.specialist, stopping);
    expect(waiting.dossier).toMatchObject({ status: 'awaiting_payment', money: 'due' });
    expect(afterwards(waiting, 'confirm_payment').dossier).toMatchObject({
      status: 'in_process',
      money: 'paid',
      payments: [{ receiptNumber: 'BL-01' }],
    });
  });

  it('a cashier may ask, but not change the state of the dossier', () => {
    expect(refusalOf(atWork, staff.cashier, stopping)).toContain('Chỉ người đang giữ hồ sơ');
    const asked = acted(atWork, staff.cashier, { ...stopping, stopsClock: false } as Action);
    expect(asked.dossier).toMatchObject({ status: 'in_process', money: 'due' });
  });

  it('asked for once there is a result, it only holds back the hand-over', () => {
    const asked = acted(resolved, staff.clerk_out, stopping);
    expect(asked.dossier).toMatchObject({ status: 'resolved', money: 'due' });
    expect(refusalOf(asked, staff.clerk_out, anAction('hand_over'))).toContain('còn khoản phải nộp');
    expect(
      refusalOf(afterwards(asked, 'confirm_payment'), staff.clerk_out, anAction('hand_over')),
    ).toBeNull();
  });

  it.each(['withdraw', 'stop'] as const)('%s cancels what is due', (end) => {
    expect(afterwards(accepted({ fee: 8_000 }), end).dossier.money).toBe('cancelled');
  });

  it('what was paid stays paid', () => {
    expect(afterwards(accepted({ fee: 8_000 }), 'confirm_payment', 'withdraw').dossier.money).toBe('paid');
  });
});

describe('extending', () => {
  const extend = anAction('extend');

  it('keeps apology and reason, and names the new date', () => {
    expect(eventOf(atWork, staff.specialist, extend)).toMatchObject({
      newDue: '2026-12-03T17:00:00+07:00',
      apology: 'Trung tâm xin lỗi.',
      reason: 'Theo kết quả kiểm tra hồ sơ.',
    });
  });

  it('once, at least a day before, where there is a term, and by more than nothing', () => {
    const again = acted(atWork, staff.specialist, extend);
    expect(refusalOf(again, staff.specialist, extend)).toContain('một lần');
    const dueDay = { at: '2026-12-01T08:00:00+07:00' };
    expect(refusalOf(atWork, staff.specialist, extend, dueDay)).toContain('ít nhất một ngày');
    const termless = afterwards(accepted({ term: { unit: 'none' } }), 'pass_on');
    expect(refusalOf(termless, staff.specialist, extend)).toContain('không quy định thời hạn');
    const nothing = { ...extend, term: { unit: 'none' } } as Action;
    expect(refusalOf(atWork, staff.specialist, nothing)).toContain('chưa dời được');
  });
});

describe('correcting', () => {
  it('details: only what differs is recorded', () => {
    const action = {
      type: 'correct_details',
      summary: atWork.dossier.summary,
      deliveryMethod: 'post',
      reason: 'Công dân đề nghị.',
    } as const;
    expect(eventOf(atWork, staff.clerk_in, action)).toMatchObject({ summary: null, deliveryMethod: 'post' });
    const same = { ...action, deliveryMethod: 'counter' } as const;
    expect(refusalOf(atWork, staff.clerk_in, same)).toContain('Chưa có thông tin nào thay đổi');
  });

  it.each(['s1', 's5', 's99'])('a result cannot be made right at %s', (toStepId) => {
    const action = { type: 'correct_result', toStepId, reason: 'Sai ngày sinh.' } as const;
    expect(refusalOf(resolved, staff.clerk_out, action)).toContain('không sửa được kết quả');
  });
});
