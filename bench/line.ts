// What a measurement says: one JSON line each, and how rounds become one number.

export interface Line {
  name: string;
  ours: number | null;
  peer: number | null;
  /** ours / peer, or peer / ours where less is better (`p95 ms`): more is always better for us. */
  ratio: number | null;
  unit: string;
  /** The ratio to reach; null where the line only shows a limit. */
  target: number | null;
  met: boolean | null;
  /** Lowest and highest ratio of the rounds. */
  range?: [number, number];
  skipped?: string;
  [more: string]: unknown;
}

const written: Line[] = [];

export function write(line: Line): void {
  written.push(line);
  console.log(JSON.stringify(line));
}

export function writtenLines(): readonly Line[] {
  return written;
}

/** A line from rounds measured side by side: the median ratio of the rounds, and the medians it came from. */
export function compare(
  name: string,
  rounds: readonly { ours: number; peer: number }[],
  facts: { unit: string; target: number | null; lessIsBetter?: boolean } & Record<string, unknown>,
): void {
  const { unit, target, lessIsBetter = false, ...more } = facts;
  const ratios = rounds.map(({ ours, peer }) => (lessIsBetter ? peer / ours : ours / peer));
  const ratio = median(ratios);
  write({
    name,
    ours: round(median(rounds.map(({ ours }) => ours))),
    peer: round(median(rounds.map(({ peer }) => peer))),
    ratio: round(ratio),
    unit,
    target,
    met: target === null ? null : ratio >= target,
    range: [round(Math.min(...ratios)), round(Math.max(...ratios))],
    ...more,
  });
}

/** A peer or limit that is not here: said, never passed over. */
export function skip(name: string, why: string): void {
  write({ name, ours: null, peer: null, ratio: null, unit: '', target: null, met: null, skipped: why });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Three digits that mean something. */
export function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(value >= 1000 ? 5 : 3)) : value;
}
