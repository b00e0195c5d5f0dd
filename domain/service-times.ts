// How long a procedure really takes: Kaplan–Meier over dossiers that ended and those still open, in working days.

/** Dossiers with the same fate: received so many working days before they ended, or before today when they are open. */
export interface Fate {
  days: number;
  count: number;
  /** `left`: taken back by the citizen; counts as long as it was there. `stopped`: ended without a result. */
  end: 'done' | 'stopped' | 'open' | 'left';
  late: boolean;
}

export interface ServiceTimes {
  received: number;
  done: number;
  open: number;
  medianDays: number | null;
  p90Days: number | null;
  lateShare: number | null;
  refusedShare: number | null;
  sentence: string;
}

/** Below so many dossiers nothing is said of times: one slow case would be a tenth of them. */
const leastSample = 10;

/**
 * What may honestly be promised. Dossiers that are still open count with the days they have waited, so that a pile of
 * old ones cannot hide behind the quick ones. The share of those late is taken of open ones past their day as well.
 */
export function serviceTimesOf(fates: readonly Fate[]): ServiceTimes {
  const total = (holds: (fate: Fate) => boolean) =>
    fates.filter(holds).reduce((sum, { count }) => sum + count, 0);
  const received = total(() => true);
  const done = total(({ end }) => end === 'done' || end === 'stopped');
  const open = total(({ end }) => end === 'open');
  const counts = { received, done, open };
  if (received < leastSample)
    return {
      ...counts,
      medianDays: null,
      p90Days: null,
      lateShare: null,
      refusedShare: null,
      sentence:
        received === 0
          ? 'Một năm qua chưa có hồ sơ nào của thủ tục này tại đây.'
          : `Một năm qua mới có ${received} hồ sơ của thủ tục này tại đây, chưa đủ để nói thường mất bao lâu.`,
    };
  const medianDays = daysUntil(fates, 0.5);
  const p90Days = daysUntil(fates, 0.9);
  const lateShare = total(({ late, end }) => late && end !== 'left') / Math.max(1, done + open);
  const refusedShare = total(({ end }) => end === 'stopped') / Math.max(1, done);
  const times = { medianDays, p90Days, lateShare, refusedShare };
  return { ...counts, ...times, sentence: sentenceOf({ ...counts, ...times }) };
}

/** The days by which this share has ended; null when it is not yet known because too many are open. */
function daysUntil(fates: readonly Fate[], share: number): number | null {
  const days = [...new Set(fates.map((fate) => fate.days))].sort((one, other) => one - other);
  let waiting = 1;
  for (const day of days) {
    const atRisk = sum(fates, (fate) => fate.days >= day);
    const ended = sum(fates, (fate) => fate.days === day && (fate.end === 'done' || fate.end === 'stopped'));
    waiting *= 1 - ended / atRisk;
    if (waiting <= 1 - share + 1e-9) return day;
  }
  return null;
}

function sum(fates: readonly Fate[], holds: (fate: Fate) => boolean): number {
  return fates.filter(holds).reduce((all, { count }) => all + count, 0);
}

function sentenceOf({
  received,
  open,
  medianDays,
  p90Days,
  lateShare,
  refusedShare,
}: Omit<ServiceTimes, 'sentence'>): string {
  const half =
    medianDays === null
      ? 'Chưa tới một nửa số hồ sơ có kết quả'
      : `Một nửa số hồ sơ có kết quả ${withinText(medianDays)}`;
  const most =
    medianDays === null
      ? ''
      : p90Days === null
        ? '; chưa biết chín phần mười xong trong bao lâu'
        : `; chín phần mười ${withinText(p90Days)}`;
  const among = open === 0 ? '' : `, tính cả ${open} hồ sơ đang giải quyết`;
  return `${half}${most} (${received} hồ sơ trong một năm qua${among}; kể cả thời gian chờ bổ sung). ${percent(lateShare)} trễ hẹn, ${percent(refusedShare)} không có kết quả.`;
}

function withinText(days: number): string {
  return days === 0 ? 'ngay trong ngày' : `trong ${days} ngày làm việc`;
}

function percent(share: number | null): string {
  const value = (share ?? 0) * 100;
  return `${value > 0 && value < 1 ? 'Dưới 1' : Math.round(value)}%`;
}
