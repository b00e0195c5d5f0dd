// Given a step that asks other agencies: rounds, their clocks, what silence means, who may answer, what holds the step.

import { describe, expect, it } from 'vitest';
import { agencyOf, asking, landOfficer } from './between.fixture.ts';
import { addWorkingMinutes } from './calendar.ts';
import { decideByClock, nextClockAct } from './clock-acts.ts';
import { guard } from './dossier-guard.ts';
import { takesPart } from './dossier-place.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  clockRule,
  officer,
  recorded,
  type Story,
  staff,
  tried,
} from './dossier-story.ts';
import { dutiesOf } from './duties.ts';
import { leaseEndOf } from './lease.ts';
import { awaitedOpinions, nextRound } from './opinion.ts';
import { issuedAs, person } from './paper.fixture.ts';
import { controlSlip } from './paper-slip.ts';
import { tellTimes, timeStoryText } from './step-times.ts';

const at = '2026-11-24T09:00:00+07:00';
const atWork = afterwards(accepted({ process: asking }), 'pass_on');
const ask = (story: Story) => acted(story, staff.specialist, anAction('consult'), { agencyOf });
const asked = ask(atWork);
const answer = (requestId: string) => ({ ...anAction('give_opinion'), requestId }) as const;
const letter = (requestId: string) => ({ ...anAction('record_opinion'), requestId }) as const;
const whyNot = (type: Parameters<typeof guard>[0], { dossier }: Story, who = staff.specialist, now = at) =>
  guard(type, dossier, who, now, calendar)?.why ?? null;
const refusalOf = (...args: Parameters<typeof tried>) => {
  const decision = tried(...args);
  return decision.ok ? null : decision.refusal.why;
};
/** The clock looks at the dossier when it said it would. */
const atNextClock = (story: Story): Story => {
  const act = nextClockAct(story.dossier, calendar);
  const done = act && decideByClock(story.dossier, calendar, act.at);
  if (act === null || !done) throw new Error('The clock had nothing to do.');
  return recorded(story, done.events, clockRule, act.at);
};

describe('asking', () => {
  it('opens the first round: everybody of it at once, each with a clock of working hours', () => {
    const answerBy = addWorkingMinutes(calendar, asked.at, 450);
    expect(awaitedOpinions(asked.dossier)).toMatchObject([
      { id: 'y1', agency: 'Chi nhánh', agencyId: 'agency-land', answerBy },
      { id: 'y2', agency: 'Sở Tài chính', answerBy },
    ]);
    expect(takesPart(asked.dossier, 'agency-land')).toBe(true);
    expect(takesPart(atWork.dossier, 'agency-land')).toBe(false);
  });

  it('holds the step: everybody reads for whom one waits and until when', () => {
    expect(whyNot('pass_on', atWork)).toContain('phải lấy ý kiến Chi nhánh, Sở Tài chính trước');
    expect(whyNot('pass_on', asked)).toMatch(/Đang chờ ý kiến Chi nhánh đến .*; Sở Tài chính đến .*làm tiếp/);
    expect(guard('pass_on', asked.dossier, staff.specialist, at, calendar)?.teaches).toBe(true);
    expect(whyNot('consult', asked)).toContain('Đang chờ ý kiến');
  });

  it('is the holder’s, once a round', () => {
    expect(whyNot('consult', atWork, staff.registry)).not.toBeNull();
    expect(refusalOf(asked, staff.specialist, anAction('consult'), { agencyOf })).toContain(
      'Đang chờ ý kiến',
    );
  });

  it('asks on paper an agency that no longer works with this program', () => {
    const nobody = acted(atWork, staff.specialist, anAction('consult'), { agencyOf: () => undefined });
    expect(awaitedOpinions(nobody.dossier)[0]).not.toHaveProperty('agencyId');
  });

  it('lets no lease run out while others are waited for', () => {
    const held = acted(atWork, staff.specialist, anAction('claim'));
    expect(leaseEndOf(held.dossier, calendar)).not.toBeNull();
    expect(leaseEndOf(ask(held).dossier, calendar)).toBeNull();
  });
});

describe('answering', () => {
  const first = acted(asked, landOfficer, answer('y1'));

  it('is done by those asked, and nobody else', () => {
    expect(refusalOf(asked, staff.specialist, answer('y1'))).toContain('không có yêu cầu');
    expect(refusalOf(asked, landOfficer, answer('y2'))).toContain('gửi tới cơ quan của Anh/Chị');
    const registrar = { ...landOfficer, roles: ['registry'] as const };
    expect(refusalOf(asked, registrar, answer('y1'))).toContain('chuyên viên thụ lý hoặc lãnh đạo');
    expect(first.dossier.opinions?.[0]?.closed).toMatchObject({ how: 'answered', verdict: 'agree' });
  });

  it('once: who answers second reads that it was answered, and the first answer stays', () => {
    expect(refusalOf(first, landOfficer, answer('y1'))).toContain('đã được trả lời');
    expect(refusalOf(first, staff.specialist, letter('y1'))).toContain('đã trả lời yêu cầu này rồi');
  });

  it('on paper it is the holder who writes it down, with number and day', () => {
    const day = { at: '2026-11-23T16:00:00+07:00' };
    expect(refusalOf(first, staff.specialist, letter('y2'), day)).toBeNull();
    expect(refusalOf(asked, staff.specialist, letter('y1'), day)).toContain('trả lời ngay trên phần mềm');
    const early = { ...letter('y2'), letterDate: '2026-11-20' } as const;
    expect(refusalOf(first, staff.specialist, early, day)).toContain('Ngày văn bản');
    expect(refusalOf(first, staff.specialist, letter('y9'), day)).toContain(
      'Không có yêu cầu lấy ý kiến này',
    );
  });

  it('opens the next round when the round before is over', () => {
    const over = acted(first, staff.specialist, letter('y2'), { at: '2026-11-23T16:00:00+07:00' });
    expect(nextRound(over.dossier)).toMatchObject({ round: 2, asked: [{ agency: 'Công an' }] });
    expect(whyNot('pass_on', over)).toContain('phải lấy ý kiến Công an trước');
  });
});

describe('silence', () => {
  const silent = atNextClock(asked);
  const both = atNextClock(silent);

  it('is written down by the clock when the time is over, as the process says', () => {
    expect(silent.dossier.opinions?.[0]?.closed).toMatchObject({ how: 'silent', means: 'consent' });
    expect(both.dossier.opinions?.[1]?.closed).toMatchObject({ how: 'silent', means: 'report' });
    expect(nextRound(both.dossier)).toMatchObject({ round: 2 });
  });

  it('comes too late to be answered', () => {
    expect(refusalOf(both, landOfficer, answer('y1'))).not.toBeNull();
    const second = ask(both);
    expect(refusalOf(second, staff.specialist, letter('y2'))).toContain('quá hạn trả lời');
  });

  it('where one waits, the clock does nothing: a leader decides once the time is over', () => {
    const second = ask(both);
    expect(nextClockAct(second.dossier, calendar)).toBeNull();
    const waive = { ...anAction('waive_opinion'), requestId: 'y3' } as const;
    const head = officer('approver', 'lanh-dao');
    expect(refusalOf(second, head, waive)).toContain('Đang chờ ý kiến Công an');
    const later = { at: '2026-12-10T09:00:00+07:00' };
    expect(whyNot('pass_on', second, staff.specialist, later.at)).toContain('quá hạn trả lời từ');
    expect(refusalOf(second, staff.specialist, waive, later)).not.toBeNull();
    const on = acted(second, head, waive, later);
    expect(whyNot('pass_on', on)).toBeNull();
  });
});

describe('leaving', () => {
  it('withdraws what is awaited: nobody answers for nothing', () => {
    for (const type of ['withdraw', 'stop', 'return_to_step'] as const) {
      const who = { withdraw: staff.clerk_in, stop: staff.approver, return_to_step: staff.specialist }[type];
      const left = acted(asked, who, anAction(type));
      expect(awaitedOpinions(left.dossier)).toEqual([]);
      expect(left.dossier.opinions?.[0]?.closed?.how).toBe('withdrawn');
    }
  });

  it('what was withdrawn is asked anew, what was answered is not', () => {
    const half = acted(asked, landOfficer, answer('y1'));
    const back = acted(half, staff.specialist, anAction('return_to_step'));
    const again = ask(acted(back, staff.clerk_in, anAction('pass_on')));
    expect(awaitedOpinions(again.dossier)).toMatchObject([{ id: 'y3', agency: 'Sở Tài chính' }]);
  });
});

describe('what the time of others does', () => {
  const late = (story: Story) => dutiesOf(story.dossier, calendar).filter(({ kind }) => kind === 'opinion');

  it('comes to the heads’ attention once silence is reported, until the step is over', () => {
    expect(late(asked)).toEqual([]);
    const silent = atNextClock(atNextClock(asked));
    expect(late(silent)).toMatchObject([{ dueAt: asked.dossier.opinions?.[1]?.answerBy }]);
    expect(late(acted(silent, staff.specialist, anAction('return_to_step')))).toEqual([]);
  });

  it('is the asked agency’s, not the step’s, where it made the dossier late', () => {
    const third = ask(atNextClock(atNextClock(asked)));
    const now = '2026-12-21T09:00:00+07:00';
    const { causes } = tellTimes(third.history, third.dossier, calendar, now);
    expect(causes[0]).toMatchObject({ asked: 'Công an', steps: [1] });
    const told = timeStoryText(
      tellTimes(third.history, third.dossier, calendar, now),
      third.dossier,
      calendar,
      (code) => code,
    );
    expect(told.join(' ')).toContain('Công an trả lời ý kiến quá hạn');
  });

  it('stands in the control slip, beside the hand-overs', () => {
    const answered = acted(asked, landOfficer, answer('y1'));
    const { dossier, history } = answered;
    const text = JSON.stringify(
      controlSlip({ history, dossier, as: issuedAs, person, unitNames: {}, officerNames: {} }, calendar),
    );
    expect(text).toContain('Chi nhánh; Sở Tài chính');
    expect(text).toContain('2. Nhận: Chi nhánh');
    expect(text).toContain('Đồng ý');
  });
});
