// Histories that cannot have happened are not folded: a bug or a forgery stops there.

import { describe, expect, it, test } from 'vitest';
import type { Dossier } from './dossier.ts';
import { apply, fold } from './dossier-apply.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import { flawOf } from './dossier-flaw.ts';
import { accepted, afterwards, filed, monday, type Story } from './dossier-story.ts';

const atWork = afterwards(accepted(), 'pass_on');
const atRegister = afterwards(atWork, 'pass_on', 'approve');
const resolved = afterwards(atRegister, 'finish');

const next = ({ dossier }: Story, event: DossierEvent, seq = dossier.version + 1): Recorded => ({
  seq,
  at: '2026-11-25T09:00:00+07:00',
  actor: { kind: 'officer', officerId: 'forger', onBehalf: false },
  event,
});
const after = (story: Story, event: DossierEvent) => () => apply(story.dossier, next(story, event));

describe('a history', () => {
  it('makes the same dossier however often it is folded', () => {
    expect(fold(resolved.history)).toEqual(resolved.dossier);
    expect(fold(resolved.history)).toEqual(fold(resolved.history));
  });

  it('does not begin with nothing, nor with anything but a submission', () => {
    expect(() => fold([])).toThrow('at least one event');
    expect(() => fold(resolved.history.slice(1))).toThrow('begins with a submission');
  });

  it.each([0, 1, 2, 4, 99])('has no event number %i after the second', (seq) => {
    const story = accepted();
    const event: DossierEvent = { type: 'dossier_withdrawn', reason: 'Không cần nữa.' };
    expect(() => apply(story.dossier, next(story, event, seq))).toThrow('does not follow');
  });

  it('misses none and repeats none', () => {
    const [first, second, third] = resolved.history as [Recorded, Recorded, Recorded];
    expect(() => fold([first, third])).toThrow();
    expect(() => fold([first, second, second])).toThrow();
    expect(() => fold([first, { ...first, seq: 2 }])).toThrow('submitted once');
  });
});

describe('what cannot have happened', () => {
  const step = { unit: 'lanh-dao', officerId: null, note: null };
  it.each<[string, Story, DossierEvent]>([
    ['a result nobody signed', atWork, finished('granted')],
    ['a result other than the one signed', atRegister, finished('refused')],
    [
      'a hand-over without a result',
      atWork,
      { type: 'result_handed_over', collector: 'A', method: 'counter' },
    ],
    [
      'a hand-over while money is due',
      afterwards(resolved, 'request_payment'),
      { type: 'result_handed_over', collector: 'A', method: 'counter' },
    ],
    ['a second reception', atWork, { type: 'dossier_accepted', code: 'X', fee: 0 }],
    ['a refusal at intake after reception', atWork, { type: 'intake_refused', reasons: ['Sai thẩm quyền.'] }],
    ['a refusal without reasons', afterwards(atWork, 'pass_on'), signed('refused', [])],
    ['a grant with reasons of refusal', afterwards(atWork, 'pass_on'), signed('granted', ['Thiếu giấy.'])],
    [
      'leaving a step where it does not lie',
      atWork,
      { type: 'step_passed', from: 0, to: 1, ...step, unit: 'tu-phap' },
    ],
    ['a step the process does not have', atWork, { type: 'step_passed', from: 1, to: 9, ...step }],
    ['a step in another unit', atWork, { type: 'step_passed', from: 1, to: 2, ...step, unit: 'tu-phap' }],
    ['papers nobody asked for', atWork, { type: 'supplement_taken', papers: [] }],
    ['money nobody asked for', atWork, { type: 'payment_confirmed', amount: 1_000, receiptNumber: null }],
    [
      'two sums due at once',
      accepted({ fee: 8_000 }),
      { type: 'payment_requested', amount: 1_000, reason: 'Phí', stopsClock: false },
    ],
    [
      'a withdrawal after the end',
      afterwards(atWork, 'stop'),
      { type: 'dossier_withdrawn', reason: 'Muộn.' },
    ],
    ['a withdrawal after the result', resolved, { type: 'dossier_withdrawn', reason: 'Muộn.' }],
    [
      'a correction of what has no result',
      atWork,
      { type: 'result_correction_opened', to: 5, unit: 'mot-cua', reason: 'Sai.' },
    ],
    ['a new QR before there is a receipt', filed(), { type: 'link_renewed', reason: 'Mất giấy.' }],
  ])('%s', (_, story, event) => {
    expect(after(story, event)).toThrow();
  });
});

describe('a state that contradicts itself has a flaw', () => {
  it.each<[string, Story, Partial<Dossier>]>([
    ['a code before reception', filed(), { code: 'X' }],
    ['received without a date', accepted(), { receivedAt: null, code: null }],
    ['an end without its date', afterwards(atWork, 'stop'), { endedAt: null }],
    ['a date of end while at work', atWork, { endedAt: monday }],
    ['a stop without a reason', afterwards(atWork, 'stop'), { endReason: null }],
    ['waiting for papers nobody asked for', atWork, { status: 'awaiting_supplement' }],
    ['at work while papers are awaited', afterwards(atWork, 'request_supplement'), { status: 'in_process' }],
    ['money due without a sum', atWork, { money: 'due' }],
    ['a sum without money due', accepted({ fee: 8_000 }), { money: 'paid' }],
    ['waiting for money nobody asked for', atWork, { status: 'awaiting_payment' }],
    [
      'at work while the clock waits for money',
      afterwards(atWork, 'request_payment'),
      { status: 'in_process' },
    ],
    ['a result without an outcome', resolved, { outcome: null }],
    ['an outcome before the signature', atWork, { outcome: 'granted' }],
    ['a stop with an outcome', afterwards(atWork, 'stop'), { outcome: 'granted' }],
    ['a refusal without reasons', resolved, { outcome: 'refused' }],
    ['a number without a result', atWork, { resultNumber: '1' }],
    ['a result without its time', resolved, { finishedAt: null }],
    ['a result that is not ready', resolved, { delivery: 'not_ready' }],
    ['handed over to nobody', afterwards(resolved, 'hand_over'), { handedOver: null }],
    ['a unit that is not the step’s', atWork, { holding: { ...atWork.dossier.holding, unit: 'x' } }],
  ])('%s', (_, { dossier }, wrong) => {
    expect(flawOf(dossier)).toBeNull();
    expect(flawOf({ ...dossier, ...wrong })).not.toBeNull();
  });
});

test('every renewal makes one more QR, also after the end, and moves nothing else', () => {
  const before = afterwards(resolved, 'renew_link', 'hand_over');
  const { dossier } = afterwards(before, 'renew_link');
  expect(before.dossier.linkGeneration).toBe(2);
  expect(dossier).toEqual({ ...before.dossier, linkGeneration: 3, version: before.dossier.version + 1 });
});

test('the synchronisation never moves with the business', () => {
  expect(resolved.dossier.sync).toBe('not_linked');
});

function finished(outcome: 'granted' | 'refused'): DossierEvent {
  return { type: 'dossier_finished', to: 4, unit: 'mot-cua', outcome, resultNumber: null };
}

function signed(outcome: 'granted' | 'refused', reasons: string[]): DossierEvent {
  return { type: 'step_approved', from: 2, to: 3, unit: 'van-phong', outcome, reasons };
}
