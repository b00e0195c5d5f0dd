// The developers' column: this person's switches, the Official Account, the webhook, the clock and the events.

import type { OaType } from '../src/model.ts';
import type { SetUpAnswer, TestResult } from './client.ts';
import { act, readCredentials, readEvents, setUp } from './client.ts';
import { element, fill } from './element.ts';
import { createEventLog } from './event-log.ts';
import { createFaultPanel } from './faults.ts';
import type { Phone } from './phone.ts';
import { createReachPanel } from './reach.ts';
import { exactTimeOf, windowOf } from './words.ts';

export interface Console {
  update(phone: Phone): void;
  readEvents(): Promise<void>;
  readFaults(): Promise<void>;
}

export function createConsole(target: HTMLElement, leave: () => void): Console {
  let phone: Phone | undefined;
  const person = element('div', { class: 'panel' });
  const account = element('div', { class: 'panel' });
  const clock = element('p', { class: 'clock' });
  const url = element('input', {
    class: 'field',
    type: 'url',
    'aria-label': 'Địa chỉ webhook',
    placeholder: 'http://localhost:8080/zalo/webhook',
  });
  const result = element('p', { class: 'small', role: 'status' });
  const log = createEventLog();
  const reach = createReachPanel();
  const faults = createFaultPanel();

  const asked = (doing: Promise<SetUpAnswer>, words: (answer: SetUpAnswer) => string) => {
    result.textContent = 'Đang gửi…';
    doing.then(
      (answer) => {
        result.textContent = words(answer);
      },
      () => {
        result.textContent = 'Chưa lưu được địa chỉ này.';
      },
    );
  };
  const save = (event: Event) => {
    event.preventDefault();
    asked(setUp('webhook', { url: url.value.trim() || null }), (answer) =>
      answer.test ? `Đã lưu. Tin thử: ${testWords(answer.test)}` : 'Đã bỏ địa chỉ webhook.',
    );
  };
  fill(
    target,
    element(
      'header',
      { class: 'console-head' },
      element('h2', {}, 'Bảng điều khiển'),
      clock,
      element(
        'button',
        { type: 'button', class: 'button text console-switch', onclick: leave },
        'Về điện thoại',
      ),
    ),
    person,
    reach.element,
    account,
    element(
      'div',
      { class: 'panel' },
      element('h3', {}, 'Webhook'),
      element(
        'form',
        { class: 'line', onsubmit: save },
        url,
        element('button', { type: 'submit', class: 'button quiet' }, 'Lưu'),
      ),
      element(
        'div',
        { class: 'line' },
        plainButton('Gửi thử', () => asked(setUp('webhook/test'), testWords)),
        plainButton('Gửi lại tin chưa nhận', () =>
          asked(setUp('redeliver'), (answer) => `Đã gửi lại ${answer.count ?? 0} sự kiện.`),
        ),
        result,
      ),
      credentials(),
    ),
    faults.element,
    element('div', { class: 'panel events-panel' }, element('h3', {}, 'Sự kiện đã gửi'), log.element),
  );

  function drawPerson({ person: who }: Phone): void {
    const age = (hours: number) => () => act(who.id, 'age-window', { hours });
    fill(
      person,
      element('h3', {}, who.name),
      element('p', { class: 'small' }, windowOf(who)),
      element('p', { class: 'small mono' }, `user_id ${who.id}`),
      element(
        'div',
        { class: 'line' },
        plainButton(who.follows ? 'Bỏ quan tâm' : 'Quan tâm', () =>
          act(who.id, who.follows ? 'unfollow' : 'follow'),
        ),
        plainButton(who.blocked ? 'Bỏ chặn' : 'Chặn', () => act(who.id, who.blocked ? 'unblock' : 'block')),
        plainButton(who.online ? 'Tắt máy' : 'Bật máy', () => act(who.id, 'phone', { online: !who.online })),
        plainButton('Lùi 49 giờ', age(49)),
        plainButton('Lùi 8 ngày', age(192)),
        plainButton('Rút dữ liệu', () => act(who.id, 'withdraw-data')),
      ),
    );
  }

  function drawAccount({ street }: Phone): void {
    const { oa } = street;
    const choice = (type: OaType, label: string) =>
      element(
        'button',
        {
          type: 'button',
          class: 'segment',
          'aria-pressed': String(oa.type === type),
          onclick: () => void setUp('oa', { oaType: type }),
        },
        label,
      );
    fill(
      account,
      element('h3', {}, oa.name),
      element(
        'p',
        { class: 'small' },
        street.connected ? 'Ứng dụng đang giữ mã truy cập còn hiệu lực.' : 'Chưa có ứng dụng nào kết nối.',
      ),
      element(
        'div',
        { class: 'segments', role: 'group', 'aria-label': 'Loại Official Account' },
        choice('state', 'Cơ quan nhà nước (v2)'),
        choice('business', 'Doanh nghiệp (v3)'),
      ),
    );
  }

  setInterval(() => {
    if (phone) clock.textContent = exactTimeOf(phone.street.now + (performance.now() - readAt));
  }, 1000);
  let readAt = performance.now();

  return {
    update(next) {
      phone = next;
      readAt = performance.now();
      clock.textContent = exactTimeOf(next.street.now);
      drawPerson(next);
      reach.update(next.person);
      drawAccount(next);
      faults.update(next);
      if (document.activeElement !== url) url.value = next.street.webhook.url ?? '';
      if (!next.street.webhook.subscribed)
        result.textContent = 'Webhook đã bị ngừng sau nhiều lần không nhận. Gửi lại để mở.';
    },
    readFaults: () => faults.read(),
    readEvents: async () => log.update(await readEvents()),
  };
}

function credentials(): HTMLElement {
  const words = element('pre', { class: 'raw', tabindex: 0 });
  const details = element('details', {}, element('summary', {}, 'Thông tin kết nối'), words);
  details.addEventListener('toggle', () => {
    if (!details.open) return;
    void readCredentials().then((found) => {
      words.textContent = JSON.stringify(found, null, 2);
    });
  });
  return details;
}

function testWords({ status, ms }: Partial<TestResult>): string {
  return typeof status === 'number' ? `HTTP ${status} sau ${ms ?? 0} ms.` : 'không có trả lời trong 2 giây.';
}

function plainButton(label: string, onclick: () => unknown): HTMLElement {
  return element('button', { type: 'button', class: 'button quiet', onclick: () => void onclick() }, label);
}
