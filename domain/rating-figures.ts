// Figures of ratings that do not promise more than they know: how many, of how many, and between which bounds.

export interface Share {
  of: number;
  count: number;
  /** Between 0 and 1; null when there is nothing to count. */
  share: number | null;
  /** The 95 % interval of Wilson: honest for few and for one-sided answers. Null when there is nothing. */
  low: number | null;
  high: number | null;
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959964;

/** A share with its 95 % interval (Wilson score). @throws RangeError when more are counted than there are */
export function shareOf(count: number, of: number): Share {
  if (count < 0 || count > of) throw new RangeError(`${count} of ${of} is no share.`);
  if (of === 0) return { of, count, share: null, low: null, high: null };
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return {
    of,
    count,
    share,
    // The bounds are 0 and 1 themselves where nobody, or everybody, is counted.
    low: count === 0 ? 0 : Math.max(0, (middle - spread) / whole),
    high: count === of ? 1 : Math.min(1, (middle + spread) / whole),
  };
}

/** Below this many a group is not shown by itself: one person's word would be told. */
export const fewestShown = 5;

/** The mean of points, rounded to one decimal as Thông tư 01/2018/TT-VPCP asks; null of nothing. */
export function meanPoints(points: readonly number[]): number | null {
  if (points.length === 0) return null;
  return Math.round((10 * points.reduce((sum, each) => sum + each, 0)) / points.length) / 10;
}

/** `82,4%`; `chưa có` of nothing. */
export function percentText(share: number | null): string {
  return share === null ? 'chưa có' : `${(Math.round(share * 1000) / 10).toString().replace('.', ',')}%`;
}
