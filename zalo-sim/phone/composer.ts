// The quick bar: text box, picture, QR scanner, and a drawer with the rest.

import type { MessageView } from './client.ts';
import { act, sendBytes } from './client.ts';
import type { IconName } from './element.ts';
import { element, fill, icon, iconButton } from './element.ts';
import type { PhoneActs } from './phone.ts';
import { previewOf } from './words.ts';

export interface Composer {
  element: HTMLElement;
  quote(message: MessageView): void;
  prefill(text: string): void;
}

const stickers = [
  { id: 'chao', label: 'Chào' },
  { id: 'cam-on', label: 'Cảm ơn' },
  { id: 'tim', label: 'Trái tim' },
];

const notSent = 'Tin chưa gửi được. Xin thử lại.';

export function createComposer(personId: string, acts: PhoneActs): Composer {
  let quoted: MessageView | undefined;
  const failed = () => acts.say(notSent);
  const box = element('textarea', {
    class: 'box',
    rows: 1,
    placeholder: 'Tin nhắn',
    'aria-label': 'Tin nhắn',
    enterkeyhint: 'send',
  });
  const quoteBar = element('div', { class: 'quote-bar', hidden: true });
  const drawer = element('div', { class: 'drawer', hidden: true });
  const sendButton = iconButton('send', 'Gửi', sendText, 'send');
  const pictures = filePicker('image/*', 'photo');
  const files = filePicker('', 'file');
  const bar = element(
    'div',
    { class: 'quick-bar' },
    iconButton('plus', 'Thêm cách gửi', () => {
      drawer.hidden = !drawer.hidden;
    }),
    box,
    iconButton('scan', 'Quét mã QR', acts.scan),
    iconButton('picture', 'Gửi ảnh', () => pictures.click()),
    sendButton,
  );
  fill(
    drawer,
    ...stickers.map(({ id, label }) =>
      tile(element('img', { src: `/phone/stickers/${id}.svg`, alt: '', width: 40, height: 40 }), label, () =>
        act(personId, 'sticker', { stickerId: id }),
      ),
    ),
    iconTile('file', 'Tệp', () => files.click()),
    iconTile('voice', 'Tin thoại', () => act(personId, 'voice')),
    iconTile('place', 'Vị trí', () => act(personId, 'location')),
  );

  function tile(drawing: Element, label: string, onclick: () => unknown): HTMLElement {
    const run = () => {
      drawer.hidden = true;
      void Promise.resolve(onclick()).catch(failed);
    };
    return element('button', { type: 'button', class: 'tile', onclick: run }, drawing, label);
  }

  function iconTile(name: IconName, label: string, onclick: () => unknown): HTMLElement {
    return tile(icon(name), label, onclick);
  }

  function filePicker(accept: string, what: 'photo' | 'file'): HTMLInputElement {
    const picker = element('input', {
      type: 'file',
      hidden: true,
      multiple: true,
      accept,
      'data-role': what,
    });
    picker.addEventListener('change', () => {
      const chosen = [...(picker.files ?? [])];
      picker.value = '';
      void sendAll(what, chosen).catch(failed);
    });
    return picker;
  }

  /** Several pictures are several messages, in order. */
  async function sendAll(what: 'photo' | 'file', chosen: File[]): Promise<void> {
    for (const file of chosen) await sendBytes(personId, what, file);
  }

  function sendText(): void {
    const text = box.value.trim();
    if (text === '') return;
    const quoteMsgId = quoted?.id ?? null;
    box.value = '';
    setQuote(undefined);
    fit();
    void act(personId, 'write', { text, quoteMsgId }).catch(() => {
      box.value = text;
      fit();
      failed();
    });
  }

  function setQuote(message: MessageView | undefined): void {
    quoted = message;
    quoteBar.hidden = message === undefined;
    if (message) {
      fill(
        quoteBar,
        icon('reply'),
        element('span', {}, previewOf(message)),
        iconButton('close', 'Thôi trả lời', () => setQuote(undefined)),
      );
    }
  }

  function fit(): void {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 120)}px`;
    bar.classList.toggle('has-text', box.value.trim() !== '');
  }

  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendText();
  });
  box.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (pasted.length > 0) void sendAll('photo', pasted).catch(failed);
  });
  return {
    element: element('footer', { class: 'composer' }, quoteBar, bar, drawer, pictures, files),
    quote(message) {
      setQuote(message);
      box.focus();
    },
    prefill(text) {
      box.value = text;
      fit();
      box.focus();
    },
  };
}
