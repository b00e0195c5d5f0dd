// The ten national statuses: numbers, Vietnamese labels, and which may follow which.

import type { DossierStatus } from './dossier.ts';

interface StatusFacts {
  /** The number other systems understand. */
  national: number;
  label: string;
  /** Statuses an event may lead to. */
  next: readonly DossierStatus[];
  /** Whether the working-day clock runs. */
  clock: 'off' | 'running' | 'stopped' | 'ended';
}

/**
 * The national transitions, but for three choices of ours. Force majeure may stop a dossier on the very day it was
 * received (2 → 8). What was never received may be refused while it waits for papers (5 → 3). Money asked for once
 * there is a result leaves the status alone: the money machine alone holds back the hand-over (no 9 → 6 → 9).
 */
export const statuses: Record<DossierStatus, StatusFacts> = {
  submitted: {
    national: 1,
    label: 'Mới đăng ký',
    next: ['received', 'refused_at_intake', 'awaiting_supplement', 'withdrawn'],
    clock: 'off',
  },
  received: {
    national: 2,
    label: 'Được tiếp nhận',
    next: ['in_process', 'awaiting_supplement', 'awaiting_payment', 'withdrawn', 'stopped'],
    clock: 'running',
  },
  refused_at_intake: { national: 3, label: 'Không được tiếp nhận', next: [], clock: 'ended' },
  in_process: {
    national: 4,
    label: 'Đang xử lý',
    next: ['awaiting_supplement', 'awaiting_payment', 'withdrawn', 'stopped', 'resolved'],
    clock: 'running',
  },
  awaiting_supplement: {
    national: 5,
    label: 'Yêu cầu bổ sung giấy tờ',
    next: ['submitted', 'received', 'in_process', 'withdrawn', 'stopped', 'refused_at_intake'],
    clock: 'stopped',
  },
  awaiting_payment: {
    national: 6,
    label: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    next: ['received', 'in_process', 'withdrawn', 'stopped'],
    clock: 'stopped',
  },
  withdrawn: { national: 7, label: 'Công dân yêu cầu rút hồ sơ', next: [], clock: 'ended' },
  stopped: { national: 8, label: 'Dừng xử lý', next: [], clock: 'ended' },
  resolved: { national: 9, label: 'Đã xử lý xong', next: ['returned', 'in_process'], clock: 'ended' },
  returned: { national: 10, label: 'Đã trả kết quả', next: ['in_process'], clock: 'ended' },
};

/** True when a dossier may go from one status to another in one event; staying is always lawful. */
export function mayFollow(from: DossierStatus, to: DossierStatus): boolean {
  return from === to || statuses[from].next.includes(to);
}

export function statusLabel(status: DossierStatus): string {
  return statuses[status].label;
}
