// Events in any order: ten thousand lists, each shuffled, end where the ordered list ends.

import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
  tuple,
} from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterMoment,
  type ChatClock,
  type ChatMoment,
  changesFollowing,
  isErased,
  isOvertaken,
  nothingYet,
} from './chat-order.ts';

/** Few moments, so that many events share one. */
const ms = integer({ min: 0, max: 12 });
const moment = (kinds: readonly ChatMoment['kind'][]) =>
  record({ kind: constantFrom(...kinds), ms }) as Arbitrary<ChatMoment>;
const commuting = array(moment(['followed', 'unfollowed', 'wrote', 'told']), { maxLength: 14 });
const fold = (events: readonly ChatMoment[], from: ChatClock = nothingYet) =>
  events.reduce(afterMoment, from);

/** Said slowly: the newest of each kind, by Zalo's clock. */
function slowly(events: readonly ChatMoment[]): ChatClock {
  const newest = (kinds: string[]) =>
    events
      .filter(({ kind }) => kinds.includes(kind))
      .reduce<number | null>((top, { ms }) => Math.max(top ?? ms, ms), null);
  const followMs = newest(['followed', 'unfollowed']);
  const left = events.some(({ kind, ms }) => kind === 'unfollowed' && ms === followMs);
  return {
    followMs,
    follows: followMs === null ? null : !left,
    newestMs: newest(['followed', 'wrote']),
    withdrawnMs: null,
  };
}

test('any order, any repeats: the same end', () => {
  assert(
    property(
      commuting.chain((events) =>
        tuple(constant(events), shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      ),
      ([events, shuffled]) => {
        expect(fold(shuffled)).toEqual(slowly(events));
      },
    ),
    { numRuns: 10_000 },
  );
});

test('what was done before a withdrawal never brings a person back, however late it comes', () => {
  assert(
    property(commuting, ms, commuting, (before, at, late) => {
      const clock = fold(
        late.filter((event) => event.ms <= at),
        fold([...before, { kind: 'withdrew', ms: at }]),
      );
      expect(clock).toEqual({ ...nothingYet, withdrawnMs: at });
    }),
    { numRuns: 10_000 },
  );
});

test('an older event never wins', () => {
  expect(changesFollowing({ followMs: 5 }, { follows: true, ms: 4 })).toBe(false);
  expect(changesFollowing({ followMs: 5 }, { follows: true, ms: 5 })).toBe(false);
  expect(changesFollowing({ followMs: 5 }, { follows: false, ms: 5 })).toBe(true);
  expect(isOvertaken({ newestMs: 5 }, 4)).toBe(true);
  expect(isOvertaken({ newestMs: 5 }, 5)).toBe(false);
  expect(isErased({ withdrawnMs: 5 }, 5)).toBe(true);
  expect(isErased({ withdrawnMs: 5 }, 6)).toBe(false);
});
