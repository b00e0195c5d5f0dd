// The ten statuses and the three machines beside them, held against the national table.

import { describe, expect, it, test } from 'vitest';
import type { DossierStatus } from './dossier.ts';
import { deliveryNext, moneyNext, syncNext, wrongSideStep } from './side-states.ts';
import { mayFollow, statuses, statusLabel } from './status.ts';

const names = Object.keys(statuses) as DossierStatus[];

test('the numbers other systems know are 1 to 10, in the order of the table', () => {
  expect(names.map((name) => statuses[name].national)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('the labels are those of the national portal', () => {
  expect(names.map(statusLabel)).toEqual([
    'Mới đăng ký',
    'Được tiếp nhận',
    'Không được tiếp nhận',
    'Đang xử lý',
    'Yêu cầu bổ sung giấy tờ',
    'Yêu cầu thực hiện nghĩa vụ tài chính',
    'Công dân yêu cầu rút hồ sơ',
    'Dừng xử lý',
    'Đã xử lý xong',
    'Đã trả kết quả',
  ]);
});

describe('transitions', () => {
  /** The national table; a dossier that only stays where it is makes no transition. */
  const national =
    '1-2 1-3 1-5 1-7 2-4 2-5 2-6 2-7 4-5 4-6 4-7 4-8 4-9 5-1 5-2 5-4 5-7 5-8 6-2 6-4 6-7 6-8 9-4 9-10 10-4';
  /** The two ways we add; 9-6 and 6-9 are left to the money machine. */
  const ours = '2-8 5-3';
  const expected = new Set(`${national} ${ours}`.split(' '));
  const pairs = names.flatMap((from) => names.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s', (from, to) => {
    const lawful = from === to || expected.has(`${statuses[from].national}-${statuses[to].national}`);
    expect(mayFollow(from, to)).toBe(lawful);
  });

  it('nothing leaves a refusal at intake, a withdrawal or a stop', () => {
    for (const end of ['refused_at_intake', 'withdrawn', 'stopped'] as const)
      expect(statuses[end].next).toEqual([]);
  });
});

test('the clock runs for 2 and 4, waits for 5 and 6, has not begun for 1 and is over for the rest', () => {
  const clocks = Object.groupBy(names, (name) => statuses[name].clock);
  expect(clocks).toEqual({
    off: ['submitted'],
    running: ['received', 'in_process'],
    stopped: ['awaiting_supplement', 'awaiting_payment'],
    ended: ['refused_at_intake', 'withdrawn', 'stopped', 'resolved', 'returned'],
  });
});

describe('beside the status', () => {
  const still = { money: 'due', delivery: 'not_ready', sync: 'pending' } as const;

  it('each machine moves alone', () => {
    expect(wrongSideStep(still, still)).toBeNull();
    expect(wrongSideStep(still, { ...still, money: 'paid' })).toBeNull();
    expect(wrongSideStep(still, { ...still, delivery: 'ready' })).toBeNull();
    expect(wrongSideStep(still, { ...still, sync: 'failed' })).toBeNull();
  });

  it('a wrong step of any is named', () => {
    expect(wrongSideStep(still, { ...still, money: 'nothing_due' })).toMatch(/^Money .*due to nothing_due/);
    expect(wrongSideStep(still, { ...still, delivery: 'handed_over' })).toMatch(/^Delivery/);
    expect(wrongSideStep(still, { ...still, sync: 'not_linked' })).toMatch(/^Synchronisation/);
  });

  it('nothing is handed over before it is ready, nor money waived without its dossier', () => {
    expect(deliveryNext.not_ready).toEqual(['ready']);
    expect(moneyNext.cancelled).toEqual([]);
    expect(moneyNext.nothing_due).toEqual(['due']);
  });

  it('a failed copy can be tried again, and whatever is copied can change again', () => {
    expect(syncNext.failed).toEqual(['pending']);
    expect(syncNext.synced).toEqual(['pending']);
  });
});
