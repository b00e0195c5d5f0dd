// Mistakes that other systems made with dossiers, each once more as a test, so that it stays theirs.

import { describe, expect, it, test } from 'vitest';
import { computeDeadline } from './deadline.ts';
import { isEnded } from './dossier.ts';
import { readClock, verdictOf } from './dossier-clock.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  clockRule,
  filed,
  type Story,
  staff,
  tried,
  usualProcess,
} from './dossier-story.ts';
import { wordsOf } from './event-words.ts';
import type { Process } from './process.ts';
import { statuses } from './status.ts';
import { noticeKindFor } from './status-notice.ts';
import { instantAt, plusDays, plusMinutes } from './time.ts';

const atWork = afterwards(accepted(), 'pass_on');
const resolved = afterwards(atWork, 'pass_on', 'approve', 'finish');
const need = { unitName: (code: string) => code, officerName: () => 'bà Lê Thị Hoa', today: '2026-11-23' };
const lastWords = ({ dossier, history }: Story) => {
  const last = history.at(-1);
  if (last === undefined) throw new Error('A story has a last event.');
  return wordsOf(last.event, dossier, need);
};

describe('a supplement requested four times', () => {
  const ask = { ...anAction('request_supplement'), sectorGround: 'Luật Đất đai, Điều 1' } as const;
  const asked = (times: number): Story => {
    let story = acted(atWork, staff.specialist, ask);
    for (let n = 1; n < times; n += 1) {
      story = afterwards({ ...story, at: plusDays(story.at, 14) }, 'take_supplement');
      story = acted(story, staff.specialist, ask);
    }
    return story;
  };
  const stop = (story: Story, days: number) =>
    tried(story, clockRule, anAction('stop'), { at: plusDays(story.at, days) }).ok;

  it('never expires by the time of an earlier request', () => {
    const fourth = asked(4);
    expect(fourth.dossier.supplements.map((each) => each.completedAt === null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(stop(fourth, 1)).toBe(false);
    expect(stop(fourth, 14)).toBe(false);
  });

  it('expires by its own, once the last day is over', () => {
    const fourth = asked(4);
    const answerBy = fourth.dossier.supplements[3]?.answerBy ?? '';
    const at = (moment: string) => tried(fourth, clockRule, anAction('stop'), { at: moment }).ok;
    const lastDay = answerBy.slice(0, 10);
    expect(at(`${lastDay}T23:59:59+07:00`)).toBe(false);
    expect(at(instantAt(lastDay, 1440))).toBe(true);
  });

  it('never expires while nobody is asked, however long ago the requests were', () => {
    expect(stop(afterwards(asked(4), 'take_supplement'), 400)).toBe(false);
  });

  it('a rule of the clock never ends a case with money', () => {
    const owing = afterwards(accepted({ fee: 8_000 }), 'request_supplement');
    expect(stop(owing, 40)).toBe(false);
    expect(stop(afterwards(owing, 'confirm_payment'), 40)).toBe(false);
    const byClerk = { at: plusDays(owing.at, 40) };
    expect(tried(owing, staff.clerk_in, anAction('stop'), byClerk).ok).toBe(true);
  });
});

test('a pause over a weekend adds exactly its working time', () => {
  // Received on Monday, five working days and a holiday: due on Tuesday, 1 December. Paused Friday 15:00 to Monday 9:00.
  const friday = acted(atWork, staff.specialist, anAction('request_payment'), {
    at: '2026-11-27T15:00:00+07:00',
  });
  const monday = acted(friday, staff.clerk_in, anAction('confirm_payment'), {
    at: '2026-11-30T09:00:00+07:00',
  });
  const input = deadlineInputOf(monday.dossier);
  if (input === null) throw new Error('It was received.');
  // Two hours of Friday and one and a half of Monday later.
  expect(computeDeadline(calendar, input).due).toBe('2026-12-02T11:00:00+07:00');
});

test('correcting details while paused keeps the pause', () => {
  const paused = acted(atWork, staff.specialist, anAction('request_payment'));
  const corrected = acted(paused, staff.clerk_in, anAction('correct_details'));
  expect(deadlineInputOf(corrected.dossier)).toEqual(deadlineInputOf(paused.dossier));
  expect(readClock(corrected.dossier, calendar, corrected.at).urgency).toBe('paused');
});

test('an extension and a pause commute', () => {
  const extendFirst = afterwards(atWork, 'extend', 'request_payment', 'confirm_payment');
  const pauseFirst = afterwards(
    { ...atWork, at: plusMinutes(atWork.at, -30) },
    'request_payment',
    'confirm_payment',
    'extend',
  );
  const due = ({ dossier }: Story) => readClock(dossier, calendar, dossier.submittedAt).due;
  expect(due(extendFirst)).toBe(due(pauseFirst));
});

describe('a refused case', () => {
  const atIntake = afterwards(filed(), 'refuse_at_intake');
  const decided = afterwards(
    acted(afterwards(atWork, 'pass_on'), staff.approver, anAction('refuse')),
    'finish',
  );

  it('refused at intake it is ended everywhere, with its reasons', () => {
    const { dossier, at } = atIntake;
    expect(isEnded(dossier.status)).toBe(true);
    expect(statuses[dossier.status].clock).toBe('ended');
    expect(readClock(dossier, calendar, at)).toMatchObject({
      urgency: 'ended',
      timeText: 'không được tiếp nhận',
    });
    expect(dossier.endReason).toBe('Không thuộc thẩm quyền của phường; Thiếu giấy chứng sinh');
    expect(lastWords(atIntake).lines).toEqual([
      'Không thuộc thẩm quyền của phường.',
      'Thiếu giấy chứng sinh.',
    ]);
  });

  it('refused by decision it is a result, in time, with its reasons to the end', () => {
    expect(decided.dossier).toMatchObject({ status: 'resolved', outcome: 'refused', delivery: 'ready' });
    expect(readClock(decided.dossier, calendar, decided.at)).toMatchObject({ urgency: 'ended' });
    expect(lastWords(decided).text).toBe('Phát hành văn bản từ chối giải quyết');
    const returned = afterwards(decided, 'hand_over');
    expect(returned.dossier.outcomeReasons).toHaveLength(2);
    expect(isEnded(returned.dossier.status)).toBe(true);
  });

  it('cannot be refused twice', () => {
    expect(tried(atIntake, staff.clerk_in, anAction('refuse_at_intake')).ok).toBe(false);
    const refused = acted(afterwards(atWork, 'pass_on'), staff.approver, anAction('refuse'));
    expect(tried(refused, staff.approver, anAction('refuse'))).toMatchObject({
      refusal: { kind: 'not_possible_now' },
    });
    expect(tried(refused, staff.approver, anAction('approve')).ok).toBe(false);
  });
});

test('a case that waits for papers can be edited and completed', () => {
  const waiting = afterwards(atWork, 'request_supplement');
  const edited = acted(waiting, staff.clerk_in, anAction('correct_details'));
  const papers = [{ paperId: 'p1', name: 'Giấy chứng sinh, bản rõ', originals: 1, copies: 1, note: null }];
  const done = acted(edited, staff.clerk_in, { type: 'take_supplement', papers });
  expect(done.dossier).toMatchObject({
    status: 'in_process',
    papers,
    summary: expect.stringContaining('thứ hai'),
  });
});

test('when the citizen goes away at the payment, every way stays open and none is stuck', () => {
  for (const before of [
    accepted(),
    atWork,
    afterwards(atWork, 'pass_on'),
    afterwards(atWork, 'pass_on', 'approve'),
  ]) {
    const unpaid = afterwards(before, 'request_payment');
    expect(afterwards(unpaid, 'stop').dossier).toMatchObject({ money: 'cancelled', outcome: null });
    expect(afterwards(unpaid, 'confirm_payment').dossier.status).toBe(before.dossier.status);
  }
});

describe('a correction', () => {
  const reopened = afterwards(afterwards(resolved, 'hand_over'), 'correct_result');

  it('takes back the result, runs on its own three days, and counts', () => {
    expect(reopened.dossier).toMatchObject({
      status: 'in_process',
      delivery: 'not_ready',
      outcome: null,
      resultNumber: null,
      handedOver: null,
      endedAt: null,
      correction: { count: 1, reopenedAt: reopened.at },
    });
    expect(readClock(reopened.dossier, calendar, reopened.at).remaining?.workingDaysLeft).toBe(3);
  });

  it('waits for money asked for meanwhile, not for what was asked before', () => {
    const before = afterwards(atWork, 'request_payment', 'confirm_payment', 'pass_on', 'approve', 'finish');
    const open = afterwards(before, 'correct_result');
    expect(deadlineInputOf(open.dossier)?.pauses).toEqual([]);
    expect(deadlineInputOf(afterwards(open, 'request_payment').dossier)?.pauses).toMatchObject([
      { to: null },
    ]);
  });

  it('of a number alone keeps the decision that was signed', () => {
    const action = { type: 'correct_result', toStepId: 's4', reason: 'Ghi nhầm số.' } as const;
    const { dossier } = acted(resolved, staff.clerk_out, action);
    expect(dossier).toMatchObject({ outcome: 'granted', holding: { stepIndex: 3 } });
  });

  it.each([
    ['late', '2026-12-04T09:00:00+07:00', 'xong trễ hạn', 0],
    ['early', '2026-11-26T09:00:00+07:00', 'xong sớm', 3],
  ])('of what was %s leaves it so, however often it is corrected and whenever that ends', (...row) => {
    const [timeliness, at, timeText, workingDaysEarly] = row;
    const signed = afterwards(atWork, 'pass_on', 'approve');
    let story = afterwards({ ...signed, at }, 'finish');
    for (const days of [1, 30]) {
      story = afterwards(story, 'correct_result', 'request_payment');
      expect(verdictOf(story.dossier, calendar)).toEqual({ timeliness, workingDaysEarly });
      story = { ...story, at: plusDays(story.at, days) };
      story = afterwards(story, 'confirm_payment', 'pass_on', 'approve', 'finish');
      expect(verdictOf(story.dossier, calendar)).toEqual({ timeliness, workingDaysEarly });
      expect(readClock(story.dossier, calendar, story.at).timeText).toBe(timeText);
    }
  });

  it('that turns a refusal into a grant does not rewrite what the timeline said', () => {
    const refused = afterwards(
      acted(afterwards(atWork, 'pass_on'), staff.approver, anAction('refuse')),
      'finish',
    );
    const granted = afterwards(refused, 'correct_result', 'pass_on', 'approve', 'finish');
    const texts = granted.history.flatMap(({ event }) =>
      event.type === 'dossier_finished' ? [wordsOf(event, granted.dossier, need).text] : [],
    );
    expect(texts).toEqual(['Phát hành văn bản từ chối giải quyết', 'Đã có kết quả']);
  });
});

test('a step after the signature does not lose the decision', () => {
  const [intake, work, approve, register, give] = usualProcess.steps;
  if (!intake || !work || !approve || !register || !give) throw new Error('Five steps.');
  const print = { ...work, id: 's9', name: 'In giấy tờ' };
  const process: Process = { ...usualProcess, steps: [intake, approve, print, register, give] };
  const printed = afterwards(accepted({ process }), 'pass_on', 'approve', 'pass_on');
  const back = { type: 'return_to_step', toStepId: 's9', reason: 'In sai khổ giấy.' } as const;
  const again = acted(printed, staff.registry, back);
  expect(again.dossier.outcome).toBe('granted');
  expect(afterwards(again, 'pass_on', 'finish').dossier).toMatchObject({
    status: 'resolved',
    outcome: 'granted',
  });
});

test('the citizen reads the name of a paper, never its id', () => {
  const asked = afterwards(atWork, 'request_supplement');
  expect(lastWords(asked).lines).toEqual(['Giấy chứng sinh: ảnh bị mờ, chụp lại.']);
  const target = { kind: 'field', field: 'birthPlace' } as const;
  const items = [{ target, label: 'birthPlace', reason: 'Chưa ghi nơi sinh.' }];
  expect(
    tried(atWork, staff.specialist, { type: 'request_supplement', items, sectorGround: null }),
  ).toMatchObject({
    refusal: { why: expect.stringContaining('công dân không hiểu được') },
  });
});

test('the collector is named on the hand-over, not the officer', () => {
  const returned = afterwards(resolved, 'hand_over');
  expect(returned.dossier.handedOver).toMatchObject({ collector: 'Trần Thị Ẩn', method: 'counter' });
  expect(returned.history.at(-1)?.actor).toMatchObject({ officerId: 'clerk_out' });
  const words = lastWords(returned);
  expect(words.lines).toEqual(['Người nhận: Trần Thị Ẩn']);
  expect(JSON.stringify(words)).not.toContain('Lê Thị Hoa');
});

test('a withdrawal is told once, and cannot come after the decision', () => {
  const withdrawn = afterwards(atWork, 'withdraw');
  expect(
    withdrawn.history.filter(({ event }) => noticeKindFor(event, withdrawn.dossier) === 'withdrawn'),
  ).toHaveLength(1);
  const signed = afterwards(atWork, 'pass_on', 'approve');
  expect(tried(signed, staff.clerk_in, anAction('withdraw'))).toMatchObject({ refusal: { teaches: true } });
});
