// Whether a photograph of a paper can be read: large enough, light enough, sharp enough. Said while it can be taken again.

import sharp from 'sharp';

export type Flaw = 'small' | 'dark' | 'blurred';

/** Pixels of the longer side below which small print is lost. */
const leastSide = 500;
/** The photograph is looked at in this size, so that a sharp one counts alike whatever the telephone. */
const lookedAt = 1000;
const leastLight = 25;
/** How much neighbouring points differ where they differ most: an unsharp page of print stays below it. */
const leastEdge = 24;

/** The first flaw of a photograph that was tamed; null when there is none. Clear cases only: a doubt is no flaw. */
export async function flawOf(bytes: Buffer, size: { width: number; height: number }): Promise<Flaw | null> {
  if (Math.max(size.width, size.height) < leastSide) return 'small';
  const { data, info } = await sharp(bytes)
    .resize(lookedAt, lookedAt, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const light = data.reduce((sum, point) => sum + point, 0) / data.length;
  if (light < leastLight) return 'dark';
  return edgeOf(data, info.width) < leastEdge ? 'blurred' : null;
}

/** The difference to the neighbours (Laplace) that one point in a thousand exceeds. */
function edgeOf(points: Uint8Array, width: number): number {
  const counts = new Uint32Array(1021);
  let all = 0;
  for (let at = width + 1; at < points.length - width - 1; at += 1) {
    const here = 4 * (points[at] ?? 0);
    const around =
      (points[at - 1] ?? 0) + (points[at + 1] ?? 0) + (points[at - width] ?? 0) + (points[at + width] ?? 0);
    const difference = Math.abs(here - around);
    counts[difference] = (counts[difference] ?? 0) + 1;
    all += 1;
  }
  let above = 0;
  for (let difference = counts.length - 1; difference >= 0; difference -= 1) {
    above += counts[difference] ?? 0;
    if (above * 1000 > all) return difference;
  }
  return 0;
}
