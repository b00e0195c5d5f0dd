// Reads a QR code: from a picture file, the clipboard, the screen, or the camera.

import { decodeQR } from 'qr/decode.js';
import type { IconName } from './element.ts';
import { element, icon, iconButton } from './element.ts';

const failed = 'Chưa đọc được mã. Xin thử ảnh rõ hơn, chụp thẳng và đủ sáng.';
const cameraEveryMs = 200;
/** A decoder has this long for one still picture; the camera gets a new one soon anyway. */
const stillMs = 1500;

/** A sheet that stays until a code is read or it is closed; `onFound` gets the code's text. */
export function openScanner(onFound: (text: string) => void, onClose: () => void): HTMLElement {
  let stopCamera: () => void = () => undefined;
  const close = () => {
    stopCamera();
    document.removeEventListener('paste', onPaste);
    sheet.remove();
    onClose();
  };
  const finish = (text: string | undefined) => {
    if (text === undefined) {
      status.textContent = failed;
      return;
    }
    close();
    onFound(text);
  };
  const read = async (source: Promise<ImageBitmapSource>) => {
    status.textContent = 'Đang đọc mã…';
    finish(
      await source.then(createImageBitmap).then(
        (image) => decode(image, stillMs),
        () => undefined,
      ),
    );
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
    const text = event.clipboardData?.getData('text').trim() ?? '';
    if (file) void read(Promise.resolve(file));
    else if (URL.canParse(text)) finish(text);
  };
  document.addEventListener('paste', onPaste);

  const video = element('video', { class: 'scan-video', muted: true, playsinline: true });
  const status = element(
    'p',
    { class: 'scan-status', role: 'status' },
    'Đưa mã QR vào khung, hoặc chọn một cách dưới đây.',
  );
  const picker = element('input', { type: 'file', accept: 'image/*', hidden: true, 'data-role': 'qr-file' });
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file) void read(Promise.resolve(file));
  });
  const way = (name: IconName, label: string, onclick: () => void) =>
    element('button', { type: 'button', class: 'scan-way', onclick }, icon(name), label);
  const sheet = element(
    'section',
    { class: 'sheet scanner', role: 'dialog', 'aria-label': 'Quét mã QR' },
    element(
      'header',
      { class: 'sheet-head' },
      iconButton('close', 'Thôi quét', close),
      element('h2', {}, 'Quét mã QR'),
    ),
    element(
      'div',
      { class: 'scan-view' },
      video,
      element('div', { class: 'scan-frame', 'aria-hidden': 'true' }),
    ),
    status,
    element(
      'div',
      { class: 'scan-ways' },
      way('picture', 'Chọn ảnh', () => picker.click()),
      way(
        'paste',
        'Dán',
        () =>
          void readClipboard().then(
            (found) => (typeof found === 'string' ? finish(found) : read(Promise.resolve(found))),
            () => {
              status.textContent = 'Chép ảnh hoặc đường dẫn của mã, rồi bấm Ctrl V.';
            },
          ),
      ),
      way('screen', 'Từ màn hình', () => void read(grabScreen())),
    ),
    picker,
  );
  sheet.addEventListener('dragover', (event) => event.preventDefault());
  sheet.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void read(Promise.resolve(file));
  });
  void startCamera(video, finish).then((stop) => {
    stopCamera = stop;
    if (!sheet.isConnected) stop();
  });
  return sheet;
}

/** The text of the first code in the picture, tried at its own size and larger; undefined when none is found. */
function decode(image: ImageBitmap, timeLimit: number): string | undefined {
  for (const scale of [1, 2, 0.5]) {
    const canvas = new OffscreenCanvas(Math.ceil(image.width * scale), Math.ceil(image.height * scale));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return undefined;
    // A transparent picture has black "paper" otherwise.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height), { timeLimit });
    } catch {
      // No code at this size; the next may show it.
    }
  }
  return undefined;
}

async function readClipboard(): Promise<string | Blob> {
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((one) => one.startsWith('image/'));
    if (type) return item.getType(type);
  }
  const text = (await navigator.clipboard.readText()).trim();
  if (!URL.canParse(text)) throw new Error('the clipboard holds neither a picture nor an address');
  return text;
}

async function grabScreen(): Promise<ImageBitmap> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  const video = element('video', { muted: true });
  video.srcObject = stream;
  await video.play();
  const image = await createImageBitmap(video);
  for (const track of stream.getTracks()) track.stop();
  return image;
}

/** Looks through the rear camera until told to stop; a machine without one simply shows no picture. */
async function startCamera(video: HTMLVideoElement, finish: (text: string) => void): Promise<() => void> {
  const idle = () => undefined;
  const stream = await navigator.mediaDevices
    ?.getUserMedia({ video: { facingMode: 'environment' } })
    .catch(() => undefined);
  if (!stream) return idle;
  video.srcObject = stream;
  await video.play().catch(idle);
  const timer = setInterval(() => {
    if (video.readyState < 2) return;
    void createImageBitmap(video).then((image) => {
      const text = decode(image, cameraEveryMs / 4);
      if (text !== undefined && video.isConnected) finish(text);
    });
  }, cameraEveryMs);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
}
