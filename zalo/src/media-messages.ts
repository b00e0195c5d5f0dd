// Builders of messages that show a picture: image, moving image, sticker; one to a message.

import { checkLength, checkPresent, checkWebAddress, type LimitProblem, problemWith } from './limits.ts';
import { type Built, messageLimits } from './messages.ts';

/** By public address, or by upload (`upload.ts`), which Zalo keeps seven days at most. */
export type MediaSource = { url: string } | { attachmentId: string };

/** One image with an optional caption. jpg or png up to 1 MB, best 16:9. */
export function imageMessage(image: MediaSource, caption = ''): Built {
  return mediaMessage({ media_type: 'image', ...wireSource(image) }, [checkSource('image', image)], caption);
}

/** One moving image with its size in pixels and an optional caption. gif up to 5 MB. */
export function gifMessage(gif: MediaSource & { width: number; height: number }, caption = ''): Built {
  const { width, height } = gif;
  const checks = [checkSource('gif', gif), checkPixels('width', width), checkPixels('height', height)];
  return mediaMessage({ media_type: 'gif', ...wireSource(gif), width, height }, checks, caption);
}

/** A sticker of Zalo's. Carries no text. */
export function stickerMessage(stickerId: string): Built {
  const element = { media_type: 'sticker', attachment_id: stickerId };
  return mediaMessage(element, [checkPresent('attachment_id', stickerId)], '');
}

function mediaMessage(element: object, checks: (LimitProblem | undefined)[], caption: string): Built {
  const text = caption.normalize('NFC');
  const problem = problemWith([
    ...checks,
    text === '' ? undefined : checkLength('text', text, messageLimits.text),
  ]);
  if (problem) return problem;
  const payload = { template_type: 'media', elements: [element] };
  const attachment = { type: 'template', payload } as const;
  return { kind: 'message', message: text === '' ? { attachment } : { text, attachment } };
}

function wireSource(source: MediaSource): object {
  return 'url' in source ? { url: source.url } : { attachment_id: source.attachmentId };
}

function checkSource(field: string, source: MediaSource): LimitProblem | undefined {
  return 'url' in source ? checkWebAddress(field, source.url) : checkPresent(field, source.attachmentId);
}

function checkPixels(field: string, pixels: number): LimitProblem | undefined {
  return Number.isInteger(pixels) && pixels > 0 ? undefined : { kind: 'malformed', field };
}
