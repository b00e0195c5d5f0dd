// Builders of OA messages: every limit is measured before sending.

import {
  checkCount,
  checkLength,
  checkPresent,
  checkWebAddress,
  type LimitProblem,
  problemWith,
} from './limits.ts';

/** The `message` of a send request. Made only by the builders below. */
export interface OaMessage {
  readonly text?: string;
  readonly quote_message_id?: string;
  readonly attachment?: { readonly type: 'template' | 'file'; readonly payload: object };
}

/** Either a message, or why Zalo would refuse it. */
export type Built = { kind: 'message'; message: OaMessage } | LimitProblem;

/** Limits of zalo.me, in code points after NFC, or in items. */
export const messageLimits = {
  text: 2000,
  title: 100,
  subtitle: 500,
  buttons: 5,
  elements: 5,
  queryPayload: 1000,
  smsContent: 160,
} as const;

export type Button =
  | { type: 'oa.open.url'; title: string; url: string }
  /** Tapping it makes the person say the payload, visibly; it arrives as an ordinary text. */
  | { type: 'oa.query.show'; title: string; payload: string }
  /** The same, not shown in the chat. */
  | { type: 'oa.query.hide'; title: string; payload: string }
  | { type: 'oa.open.phone'; title: string; phone: string }
  | { type: 'oa.open.sms'; title: string; phone: string; content: string };

export interface ListElement {
  title: string;
  subtitle?: string;
  imageUrl?: string;
  /** Opened when the row is tapped. */
  url?: string;
}

/** Plain text, 1–2000 code points. */
export function textMessage(text: string): Built {
  const nfc = text.normalize('NFC');
  return problemWith([checkLength('text', nfc, messageLimits.text)]) ?? built({ text: nfc });
}

/** Text that quotes an earlier message. Zalo refuses a source older than 48 hours with -201: send without then. */
export function quoteMessage(text: string, quotedMessageId: string): Built {
  const plain = textMessage(text);
  if (plain.kind !== 'message') return plain;
  if (quotedMessageId === '') return { kind: 'missing', field: 'quote_message_id' };
  return built({ ...plain.message, quote_message_id: quotedMessageId });
}

/** Text with 1–5 buttons under it. Image and buttons cannot go together. */
export function buttonsMessage(text: string, buttons: readonly Button[]): Built {
  const nfc = text.normalize('NFC');
  const problem = problemWith([
    checkLength('text', nfc, messageLimits.text),
    checkCount('buttons', buttons, messageLimits.buttons),
    ...buttons.flatMap(buttonProblems),
  ]);
  const payload = { template_type: 'button', buttons: buttons.map(wireButton) };
  return problem ?? built({ text: nfc, attachment: { type: 'template', payload } });
}

/** A file uploaded before (`upload.ts`). Carries no text. People can open it for seven days only. */
export function fileMessage(token: string): Built {
  if (token === '') return { kind: 'missing', field: 'token' };
  return built({ attachment: { type: 'file', payload: { token } } });
}

/** Asks the person to share name, phone and address; the answer is the event `user_submit_info`. */
export function requestInfoMessage(request: { title: string; subtitle: string; imageUrl: string }): Built {
  const title = request.title.normalize('NFC');
  const subtitle = request.subtitle.normalize('NFC');
  const problem = problemWith([
    checkLength('title', title, messageLimits.title),
    checkLength('subtitle', subtitle, messageLimits.subtitle),
    checkWebAddress('image_url', request.imageUrl),
  ]);
  const payload = {
    template_type: 'request_user_info',
    elements: [{ title, subtitle, image_url: request.imageUrl }],
  };
  return problem ?? built({ attachment: { type: 'template', payload } });
}

/** A list of 1–5 rows; the first row needs a subtitle. Documented for v2 only. */
export function listMessage(elements: readonly ListElement[]): Built {
  const problem = problemWith([
    checkCount('elements', elements, messageLimits.elements),
    ...elements.flatMap((element, index) => [
      checkLength('title', element.title, messageLimits.title),
      index === 0 || element.subtitle !== undefined
        ? checkLength('subtitle', element.subtitle ?? '', messageLimits.subtitle)
        : undefined,
      element.imageUrl === undefined ? undefined : checkWebAddress('image_url', element.imageUrl),
      element.url === undefined ? undefined : checkWebAddress('url', element.url),
    ]),
  ]);
  const payload = { template_type: 'list', elements: elements.map(wireElement) };
  return problem ?? built({ attachment: { type: 'template', payload } });
}

/** The same message without its quotation, or undefined when it has none: the cure for -201. */
export function withoutQuote(message: OaMessage): OaMessage | undefined {
  if (message.quote_message_id === undefined) return undefined;
  const { quote_message_id: _dropped, ...rest } = message;
  return rest;
}

function built(message: OaMessage): Built {
  return { kind: 'message', message };
}

function buttonProblems(button: Button): (LimitProblem | undefined)[] {
  const title = checkLength('button.title', button.title, messageLimits.title);
  if ('url' in button) return [title, checkWebAddress('button.url', button.url)];
  if ('payload' in button) {
    return [title, checkLength('button.payload', button.payload, messageLimits.queryPayload)];
  }
  const phone = checkPhone(button.phone);
  if (button.type === 'oa.open.phone') return [title, phone];
  return [title, phone, checkLength('button.content', button.content, messageLimits.smsContent)];
}

/** As Zalo writes numbers; short ones, of hotlines, too. */
function checkPhone(phone: string): LimitProblem | undefined {
  const field = 'button.phone_code';
  return (
    checkPresent(field, phone) ?? (/^84\d{3,13}$/.test(phone) ? undefined : { kind: 'malformed', field })
  );
}

function wireButton(button: Button): object {
  return { title: button.title.normalize('NFC'), type: button.type, payload: buttonPayload(button) };
}

function buttonPayload(button: Button): object | string {
  if ('url' in button) return { url: button.url };
  if ('payload' in button) return button.payload.normalize('NFC');
  if (button.type === 'oa.open.phone') return { phone_code: button.phone };
  return { content: button.content.normalize('NFC'), phone_code: button.phone };
}

function wireElement(element: ListElement): object {
  return {
    title: element.title.normalize('NFC'),
    ...(element.subtitle === undefined ? {} : { subtitle: element.subtitle.normalize('NFC') }),
    ...(element.imageUrl === undefined ? {} : { image_url: element.imageUrl }),
    ...(element.url === undefined ? {} : { default_action: { type: 'oa.open.url', url: element.url } }),
  };
}
