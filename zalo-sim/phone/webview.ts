// The web view inside the phone: a page in a sheet with a title bar, and its way back into the chat.

import { element, icon, iconButton } from './element.ts';

/** `onChat` gets the address when the page asks to open the chat (`postMessage` or a `/zalo.me/` link). */
export function openWebview(url: string, onChat: (url: string) => void, onClose: () => void): HTMLElement {
  const { host } = new URL(url);
  const frame = element('iframe', { class: 'web-frame', src: url, title: `Trang ${host}` });
  const close = () => {
    window.removeEventListener('message', onMessage);
    sheet.remove();
    onClose();
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    const asked = event.data;
    if (event.source !== frame.contentWindow || typeof asked !== 'object' || asked === null) return;
    if (!('type' in asked) || asked.type !== 'open-zalo' || !('url' in asked)) return;
    close();
    onChat(String(asked.url));
  };
  window.addEventListener('message', onMessage);
  const reload = () => {
    frame.src = url;
  };
  const sheet = element(
    'section',
    { class: 'sheet webview', role: 'dialog', 'aria-label': `Trang ${host}` },
    element(
      'header',
      { class: 'sheet-head' },
      iconButton('close', 'Quay lại Zalo', close),
      element('span', { class: 'web-host' }, icon('link'), element('span', {}, host)),
      iconButton('reload', 'Tải lại trang', reload),
    ),
    frame,
  );
  return sheet;
}

/** A picture alone on the screen; a tap anywhere puts it away. */
export function openPicture(url: string, onClose: () => void): HTMLElement {
  const close = () => {
    sheet.remove();
    onClose();
  };
  const sheet = element(
    'section',
    { class: 'sheet viewer', role: 'dialog', 'aria-label': 'Xem ảnh', onclick: close },
    iconButton('close', 'Thôi xem ảnh', close, 'on-dark'),
    element('img', { src: url, alt: 'Hình ảnh đã gửi' }),
  );
  return sheet;
}
