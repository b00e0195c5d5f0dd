// Whether a photograph of a paper can be read: blur by the variance of its Laplacian, glare and darkness by the shares of pixels.

export type PhotoFlaw = 'blurred' | 'glare' | 'dark';

/** Grey values 0…255, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array | Uint8ClampedArray;
}

/** Found on photographs of printed pages, at about 500 pixels a side: sharp ones lie far above, shaken ones below. */
const blurredBelow = 60;
/** Paper itself is bright, but not blown out in one piece. */
const blownOut = 253;
const glareAbove = 0.12;
const darkMean = 60;

/** What to warn of, never to refuse: the person sees the picture, this only sees numbers. */
export function photoFlaws(picture: GreyPicture): PhotoFlaw[] {
  const { pixels } = picture;
  if (pixels.length === 0) return [];
  let sum = 0;
  let blown = 0;
  for (const value of pixels) {
    sum += value;
    if (value >= blownOut) blown += 1;
  }
  const flaws: PhotoFlaw[] = [];
  if (sharpness(picture) < blurredBelow) flaws.push('blurred');
  const share = blown / pixels.length;
  // A clean scan is white almost everywhere: that is no glare.
  if (share > glareAbove && share < 0.6) flaws.push('glare');
  if (sum / pixels.length < darkMean) flaws.push('dark');
  return flaws;
}

/** The variance of the Laplacian: how much neighbouring pixels differ where there are edges. */
export function sharpness({ width, height, pixels }: GreyPicture): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  const at = (index: number) => pixels[index] ?? 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x;
      const edge = at(here - 1) + at(here + 1) + at(here - width) + at(here + width) - 4 * at(here);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  if (count === 0) return 0;
  const mean = sum / count;
  return squares / count - mean * mean;
}
