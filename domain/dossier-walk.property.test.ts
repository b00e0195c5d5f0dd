// Random walks of random people over random sound processes: what is true of every dossier, whatever happens to it.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentStep, type Dossier, isEnded, pausesOf } from './dossier.ts';
import { type Action, actionSchema } from './dossier-action.ts';
import { fold } from './dossier-apply.ts';
import { readClock } from './dossier-clock.ts';
import { deadlineInputOf, guard } from './dossier-guard.ts';
import type { Acting } from './dossier-rights.ts';
import {
  acted,
  anAction,
  calendar,
  clockRule,
  filed,
  monday,
  recorded,
  type Story,
  tried,
} from './dossier-story.ts';
import { anyProcess, anyTerm, cast, everybody } from './dossier-walk.fixture.ts';
import { canonicalJson } from './ledger.ts';
import { awaitedOpinions } from './opinion.ts';
import { checkProcess } from './process.ts';
import { deliveryNext, moneyNext } from './side-states.ts';
import { statuses } from './status.ts';
import { dateOf, plusMinutes } from './time.ts';

const types = actionSchema.options.map((option) => option.shape.type.value);
const anyMove = fc.record({
  lawful: fc.nat({ max: 9 }).map((n) => n > 0),
  who: fc.nat(),
  what: fc.nat(),
  n: fc.nat(),
  wait: fc.constantFrom(0, 1, 90, 24 * 60, 25 * 24 * 60),
});
type Move = typeof anyMove extends fc.Arbitrary<infer Each> ? Each : never;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** The action with contents that vary: any step, any assignee, any awaited opinion, a clock that stops or does not. */
function varied(type: Action['type'], dossier: Dossier, n: number): Action {
  const { process } = dossier;
  const action = anAction(type);
  const awaited = awaitedOpinions(dossier);
  if ('requestId' in action && awaited.length > 0) {
    const { id, askedAt } = pick(awaited, n);
    return { ...action, requestId: id, ...('letterDate' in action ? { letterDate: dateOf(askedAt) } : {}) };
  }
  if ('toStepId' in action) return { ...action, toStepId: pick(process.steps, n).id };
  if (action.type === 'request_payment') return { ...action, stopsClock: n % 2 === 0 };
  if (action.type !== 'request_supplement') return action;
  const items = action.items.map((item) => ({ ...item, reasonCode: `r${n % 3}` }));
  return { ...action, items, sectorGround: n % 2 === 0 ? 'Luật Đất đai, Điều 1' : null };
}

/** Everything anybody could do at a moment. */
function lawful({ dossier }: Story, now: string): { acting: Acting; type: Action['type'] }[] {
  return everybody.flatMap((acting) =>
    types
      .filter((type) => guard(type, dossier, acting, now, calendar) === null)
      .map((type) => ({ acting, type })),
  );
}

/** What leads a dossier to its result, first things first. */
const forward: readonly Action['type'][] = [
  'accept',
  'answer_supplement',
  'take_supplement',
  'confirm_payment',
  'consult',
  'give_opinion',
  'record_opinion',
  'waive_opinion',
  'pass_on',
  'approve',
  'finish',
  'hand_over',
];

/** One lawful act: as often forward as any other, and an ending now and then, or no walk would come far. */
function lawfulMove(story: Story, now: string, what: number, who: number) {
  const options = lawful(story, now);
  const kinds = [...new Set(options.map(({ type }) => type))];
  const onward = kinds.filter((type) => forward.includes(type));
  const lasting = kinds.filter((type) => !['refuse_at_intake', 'withdraw', 'stop'].includes(type));
  const wished = what % 13 === 0 ? kinds : what % 2 === 0 ? onward : lasting;
  const type = pick(wished.length === 0 ? kinds : wished, what >> 1);
  const able = options.filter((option) => option.type === type);
  return able.length === 0 ? undefined : pick(able, who);
}

function walk(story: Story, { who, what, n, wait, lawful: wanted }: Move): Story {
  const at = plusMinutes(story.at, wait);
  const chosen = (wanted ? lawfulMove(story, at, what, who) : undefined) ?? {
    acting: pick(everybody, who),
    type: pick(types, what),
  };
  const action = varied(chosen.type, story.dossier, n);
  const before = canonicalJson(story.dossier);
  const decision = tried(story, chosen.acting, action, {
    at,
    fee: n % 3 === 0 ? 8_000 : 0,
    assignee: pick(cast, n),
    agencyOf: (code) => code,
  });
  expect(canonicalJson(story.dossier)).toBe(before);
  if (!decision.ok) {
    expect(decision.refusal.why).toMatch(/\.$/);
    return { ...story, at };
  }
  return recorded(story, decision.events, chosen.acting, at);
}

const walked = fc.tuple(
  anyProcess,
  anyTerm,
  fc.boolean(),
  fc.array(anyMove, { minLength: 25, maxLength: 50, size: 'max' }),
);

/** Walks, and looks at every state on the way. */
function onEveryState(look: (story: Story, before: Story | null) => void, runs: number, seed?: number): void {
  fc.assert(
    fc.property(walked, ([process, term, counter, moves]) => {
      expect(checkProcess(process)).toEqual([]);
      const clerk = cast.find((each) => each.roles[0] === 'clerk_in' && each.unit === process.steps[0]?.unit);
      let story = filed({ at: monday, process, term, ...(counter && clerk ? { by: clerk } : {}) });
      look(story, null);
      for (const move of moves) {
        const next = walk(story, move);
        look(next, story);
        story = next;
      }
    }),
    seed === undefined ? { numRuns: runs } : { numRuns: runs, seed },
  );
}

describe('whatever happens to a dossier', () => {
  it('the walks come everywhere: every status, every event, every state beside', () => {
    const seen = new Set<string>();
    onEveryState(
      ({ dossier, history }) => {
        const type = history.at(-1)?.event.type ?? '';
        for (const mark of [dossier.status, dossier.money, dossier.delivery, type]) seen.add(mark);
      },
      // One seed, so that what only a rare walk would see is not left to luck.
      160,
      7,
    );
    const places = [...Object.keys(statuses), ...Object.keys(moneyNext), ...Object.keys(deliveryNext)];
    for (const place of places) expect(seen).toContain(place);
    // Claiming and assigning make one event, so do approving and refusing, answering here and on paper; filing makes
    // one more.
    expect([...seen].filter((mark) => !places.includes(mark)).length).toBe(types.length - 3 + 1);
  }, 30_000);

  it('its status follows the national transitions', () => {
    const next: Record<number, readonly number[]> = {
      1: [2, 3, 5, 7],
      2: [4, 5, 6, 7, 8],
      4: [5, 6, 7, 8, 9],
      5: [1, 2, 3, 4, 7, 8],
      6: [2, 4, 7, 8],
      9: [4, 10],
      10: [4],
    };
    onEveryState(({ dossier }, before) => {
      const [from, to] = [before?.dossier.status ?? 'submitted', dossier.status];
      if (from !== to) expect(next[statuses[from].national]).toContain(statuses[to].national);
    }, 25);
  });

  it('its version counts its events, and its history makes exactly it', () => {
    onEveryState(({ dossier, history }) => {
      expect(dossier.version).toBe(history.length);
      expect(fold(history)).toEqual(dossier);
      expect(fold(JSON.parse(JSON.stringify(history)))).toEqual(dossier);
    }, 25);
  });

  it('somebody can always act, until it has ended for good', () => {
    onEveryState((story) => {
      const options = lawful(story, story.at);
      const forGood = isEnded(story.dossier.status) && story.dossier.status !== 'returned';
      const onItsWay = options.filter(({ type }) => type !== 'renew_link' && type !== 'note');
      expect(onItsWay.length > 0).toBe(!forGood);
    }, 25);
  });

  it('going forward from anywhere leads to an end', () => {
    fc.assert(
      fc.property(walked, ([process, term, , moves]) => {
        let story = moves.reduce(walk, filed({ process, term }));
        for (let turn = 0; !isEnded(story.dossier.status); turn += 1) {
          expect(turn).toBeLessThan(30);
          const options = lawful(story, story.at);
          const type = forward.find((each) => options.some((option) => option.type === each));
          const option = options.find((each) => each.type === type);
          if (option === undefined) throw new Error(`A dead end: ${story.dossier.status}.`);
          story = acted(story, option.acting, varied(option.type, story.dossier, 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an outcome stands from the last signature on, and exactly results have one at the end', () => {
    onEveryState(({ dossier }) => {
      const { status, outcome, outcomeReasons, process, holding } = dossier;
      if (status === 'resolved' || status === 'returned') expect(outcome).not.toBeNull();
      else if (isEnded(status)) expect(outcome).toBeNull();
      else {
        const unsigned = process.steps.slice(holding.stepIndex).some(({ kind }) => kind === 'approve');
        expect(outcome === null).toBe(unsigned);
      }
      expect(outcomeReasons.length > 0).toBe(outcome === 'refused');
    }, 25);
  });

  it('money is never stranded: none is due once it has ended', () => {
    onEveryState(({ dossier }) => {
      const open = dossier.payments.filter((payment) => payment.paidAt === null);
      expect(open.length).toBe(dossier.money === 'due' || dossier.money === 'cancelled' ? 1 : 0);
      if (isEnded(dossier.status)) expect(dossier.money).not.toBe('due');
      if (dossier.status === 'returned')
        expect(dossier.payments.every((payment) => payment.paidAt !== null)).toBe(true);
    }, 25);
  });

  it('no rule of the clock ends a dossier that was paid for, nor one that still has time', () => {
    onEveryState(({ dossier, at }) => {
      if (guard('stop', dossier, clockRule, at, calendar) !== null) return;
      expect(dossier.payments.every((payment) => payment.paidAt === null)).toBe(true);
      const supplement = dossier.supplements.find((each) => each.completedAt === null);
      const until = supplement?.answerBy ?? dossier.payments.at(-1)?.payBy ?? '';
      expect(until !== '' && dateOf(until) < dateOf(at)).toBe(true);
    }, 25);
  });

  it('its clock stands still exactly while the status says that it waits', () => {
    onEveryState(({ dossier }) => {
      const open = pausesOf(dossier).filter((pause) => pause.to === null).length;
      const received = dossier.receivedAt !== null;
      if (!isEnded(dossier.status))
        expect(open).toBe(received && statuses[dossier.status].clock === 'stopped' ? 1 : 0);
      expect(deadlineInputOf(dossier) === null).toBe(!received);
    }, 25);
  });

  it('its clock can always be read', () => {
    onEveryState(({ dossier, at }) => {
      const clock = readClock(dossier, calendar, at);
      expect(clock.timeText).not.toMatch(/undefined|null|NaN|-\d/);
      expect(clock.urgency === 'not_received').toBe(dossier.receivedAt === null && dossier.endedAt === null);
      expect(clock.urgency === 'ended').toBe(dossier.finishedAt !== null || dossier.endedAt !== null);
    }, 25);
  });

  it('the unit that holds it is the unit of its step', () => {
    onEveryState(({ dossier }) => expect(dossier.holding.unit).toBe(currentStep(dossier).unit), 25);
  });
});
