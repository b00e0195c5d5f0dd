// Makes a photograph small before it travels: what a page needs, no more. Whatever the browser cannot read goes as it is.

const longestSide = 2600;
/** Below this nothing is gained. */
const smallEnough = 600_000;

export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= smallEnough) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await jpegOf(canvas);
    return smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}

/** What is drawn on a canvas, as JPEG. */
export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The canvas gives no picture.')) : resolve(blob)),
      'image/jpeg',
      0.85,
    );
  });
}
