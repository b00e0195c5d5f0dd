// Situation × action × role: the whole table of who may do what, and the sentences of those who may not.

import { describe, expect, it, test } from 'vitest';
import { type ActionType, actionSchema } from './dossier-action.ts';
import { guard } from './dossier-guard.ts';
import type { Acting } from './dossier-rights.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  citizen,
  clockRule,
  filed,
  monday,
  officer,
  type Story,
  staff,
  tried,
} from './dossier-story.ts';
import { statuses } from './status.ts';
import { plusDays, plusMinutes } from './time.ts';

const atWork = afterwards(accepted(), 'pass_on');
const atApproval = afterwards(atWork, 'pass_on');
const atRegister = afterwards(atApproval, 'approve');
const resolved = afterwards(atRegister, 'finish');
const asked = afterwards(atWork, 'request_supplement');
const furtherItem = {
  target: { kind: 'paper', paperId: 'p2' },
  label: 'Tờ khai',
  reason: 'Thiếu chữ ký.',
} as const;
const proposed = acted(afterwards(asked, 'take_supplement'), staff.specialist, {
  type: 'request_supplement',
  items: [furtherItem],
  sectorGround: null,
});
const late = (story: Story): Story => ({ ...story, at: plusDays(story.at, 20) });

const heads = 'dispatcher centre_head';
const desk = 'clerk_in clerk_out citizen';
const bosses = 'centre_head approver';
const tills = 'cashier clerk_in clerk_out';

type Table = Partial<Record<ActionType, string>>;
/** Whatever happens to a dossier that was received, its QR may have to be revoked. */
const always: Table = { renew_link: 'clerk_in clerk_out' };
const work: Table = {
  ...always,
  pass_on: 'specialist',
  return_to_step: 'specialist',
  claim: 'specialist',
  assign: heads,
  request_supplement: 'specialist',
  request_payment: 'cashier specialist',
  correct_details: 'clerk_in specialist',
};
const waiting: Table = {
  ...always,
  claim: 'specialist',
  assign: heads,
  answer_supplement: 'citizen',
  take_supplement: 'clerk_in specialist',
  withdraw: desk,
  stop: bosses,
  correct_details: 'clerk_in specialist',
};
const result: Table = {
  ...always,
  claim: 'clerk_out',
  assign: heads,
  correct_result: 'clerk_out approver',
  correct_details: 'clerk_in clerk_out',
};

/** Whoever may read a dossier may leave a word for colleagues. */
const anybody: Table = { note: Object.keys(staff).join(' ') };

/** What is not named is refused. */
const table: Record<string, [Story, Table]> = {
  submitted: [
    filed(),
    {
      accept: 'clerk_in',
      refuse_at_intake: 'clerk_in',
      claim: 'clerk_in',
      assign: heads,
      request_supplement: 'clerk_in',
      withdraw: desk,
      correct_details: 'clerk_in',
    },
  ],
  'asked before reception': [
    afterwards(filed(), 'request_supplement'),
    {
      ...waiting,
      refuse_at_intake: 'clerk_in',
      claim: 'clerk_in',
      take_supplement: 'clerk_in',
      correct_details: 'clerk_in',
      renew_link: '',
    },
  ],
  received: [
    accepted(),
    {
      ...always,
      pass_on: 'clerk_in',
      assign: heads,
      release: `${heads} clerk_in`,
      request_supplement: 'clerk_in',
      request_payment: 'cashier clerk_in',
      extend: 'clerk_in',
      withdraw: desk,
      stop: bosses,
      correct_details: 'clerk_in',
    },
  ],
  'at work': [atWork, { ...work, extend: 'specialist', withdraw: desk, stop: bosses }],
  'at work, taken': [
    afterwards(atWork, 'claim'),
    {
      ...work,
      claim: '',
      release: `${heads} specialist`,
      keep: 'specialist',
      extend: 'specialist',
      withdraw: desk,
      stop: bosses,
    },
  ],
  'at the signature': [
    atApproval,
    {
      ...always,
      return_to_step: 'approver',
      claim: 'approver',
      assign: heads,
      request_payment: 'cashier approver',
      extend: 'approver',
      approve: 'approver',
      refuse: 'approver',
      withdraw: desk,
      stop: bosses,
      correct_details: 'clerk_in approver',
    },
  ],
  'signed, at the register': [
    atRegister,
    {
      ...always,
      return_to_step: 'registry',
      claim: 'registry',
      assign: heads,
      request_payment: 'cashier registry',
      extend: 'registry',
      finish: 'registry',
      stop: bosses,
      correct_details: 'clerk_in registry',
    },
  ],
  'waiting for papers': [asked, waiting],
  'waiting for papers, lapsed': [late(asked), { ...waiting, stop: `${bosses} clerk_in system` }],
  'answered by the citizen': [
    afterwards(asked, 'answer_supplement'),
    { ...waiting, answer_supplement: '', return_supplement: 'clerk_in specialist' },
  ],
  'a further request proposed': [
    proposed,
    {
      ...work,
      request_supplement: '',
      confirm_supplement: bosses,
      decline_supplement: `${bosses} specialist`,
      extend: 'specialist',
      withdraw: desk,
      stop: bosses,
    },
  ],
  'waiting for money': [
    afterwards(atWork, 'request_payment'),
    {
      ...always,
      claim: 'specialist',
      assign: heads,
      confirm_payment: tills,
      withdraw: desk,
      stop: bosses,
      correct_details: 'clerk_in specialist',
    },
  ],
  resolved: [resolved, { ...result, request_payment: 'cashier clerk_out', hand_over: 'clerk_out' }],
  'resolved, money due': [afterwards(resolved, 'request_payment'), { ...result, confirm_payment: tills }],
  returned: [afterwards(resolved, 'hand_over'), { ...always, correct_result: 'clerk_out approver' }],
  'being corrected': [afterwards(resolved, 'correct_result'), work],
  'refused at intake': [afterwards(filed(), 'refuse_at_intake'), {}],
  withdrawn: [afterwards(atWork, 'withdraw'), always],
  stopped: [afterwards(atWork, 'stop'), always],
};

const types = actionSchema.options.map((option) => option.shape.type.value);
const cast: [string, Acting][] = [...Object.entries(staff), ['citizen', citizen], ['system', clockRule]];

test('the table covers every status', () => {
  const covered = new Set(Object.values(table).map(([{ dossier }]) => dossier.status));
  expect([...covered].sort()).toEqual(Object.keys(statuses).sort());
});

describe.each(Object.entries(table))('%s', (_, [story, allowed]) => {
  it.each(types)('%s', (type) => {
    const now = plusMinutes(story.at, 30);
    const may = cast.filter(([, acting]) => guard(type, story.dossier, acting, now, calendar) === null);
    expect(may.map(([name]) => name).sort()).toEqual(
      (allowed[type] ?? anybody[type] ?? '').split(' ').filter(Boolean).sort(),
    );
  });
});

describe('whose dossier it is', () => {
  it('another agency learns nothing of it, whatever its officer asks', () => {
    const stranger = { ...staff.specialist, agencyId: 'agency-2' };
    for (const [story] of Object.values(table))
      for (const type of types)
        expect(guard(type, story.dossier, stranger, monday, calendar)).toMatchObject({
          kind: 'not_allowed',
          why: expect.stringContaining('cơ quan khác'),
        });
  });

  it('a colleague of the same desk cannot work on what another holds, but a head can give it over', () => {
    const held = afterwards(atWork, 'claim');
    const colleague = officer('specialist', 'tu-phap', 'colleague');
    expect(tried(held, colleague, anAction('pass_on'))).toMatchObject({
      refusal: { kind: 'not_allowed', why: expect.stringContaining('đồng nghiệp khác đang giữ') },
    });
    const given = acted(held, staff.dispatcher, anAction('assign'), { assignee: colleague });
    expect(given.dossier.holding.officerId).toBe('colleague');
    expect(tried(given, colleague, anAction('pass_on')).ok).toBe(true);
    expect(tried(given, staff.specialist, anAction('pass_on')).ok).toBe(false);
  });

  it('the same role of another unit does not belong to the step', () => {
    const elsewhere = officer('specialist', 'kinh-te');
    expect(tried(atWork, elsewhere, anAction('claim')).ok).toBe(false);
    const otherClerk = officer('clerk_in', 'cong-an');
    expect(tried(filed(), otherClerk, anAction('accept')).ok).toBe(false);
  });
});

describe('what a button teaches', () => {
  it('the reason of the moment is shown to those whom it concerns only', () => {
    const { dossier, at } = afterwards(resolved, 'request_payment');
    const verdict = (acting: Acting) => guard('hand_over', dossier, acting, at, calendar);
    expect(verdict(staff.clerk_out)).toMatchObject({ kind: 'not_possible_now', teaches: true });
    expect(verdict(staff.registry)).toMatchObject({ kind: 'not_allowed', teaches: false });
  });

  it('a second officer reads what happened meanwhile, not that it is none of their business', () => {
    expect(tried(atRegister, staff.approver, anAction('approve'))).toMatchObject({
      refusal: { kind: 'not_possible_now', why: expect.stringContaining('bước Phát hành') },
    });
  });
});

test('every refusal says why and what to do, politely', () => {
  const refusals = Object.values(table).flatMap(([{ dossier, at }]) =>
    cast.flatMap(([, acting]) => types.map((type) => guard(type, dossier, acting, at, calendar))),
  );
  const sentences = new Set(refusals.flatMap((refusal) => (refusal === null ? [] : [refusal.why])));
  expect(sentences.size).toBeGreaterThan(20);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[\p{Lu}].+\. .*(?:xin|Xin|Anh\/Chị) .+\.$/u);
    expect(sentence).not.toMatch(/!|lỗi hệ thống|đóng|undefined|null|[a-z]_[a-z]/);
  }
});
