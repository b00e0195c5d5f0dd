// The platform's own state beside the faults: tokens, limits, quotas, the webhook's subscription, the clock.

import { element, fill } from './element.ts';
import type { PlatformView } from './fault-client.ts';
import {
  advanceClock,
  changeSettings,
  killTokens,
  readPlatform,
  setTemplateQuota,
  subscribeAgain,
  usePackage,
} from './fault-client.ts';
import { amount } from './fault-words.ts';
import type { Phone } from './phone.ts';
import { switchRow } from './switch.ts';
import { dayOf, exactTimeOf, spanOf } from './words.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

export function createPlatformPanel() {
  let phone: Phone | undefined;
  let view: PlatformView | undefined;
  const tokens = element('div', { class: 'fact' });
  const calls = element('div', { class: 'fact' });
  const packages = element('div', { class: 'fact' });
  const templates = element('div', { class: 'fact' });
  const subscription = element('div', { class: 'fact' });
  const clock = element('div', { class: 'fact' });
  const night = switchRow(
    'Giờ yên lặng 22–6 giờ',
    'Tin mẫu gửi ban đêm bị từ chối (−133).',
    (on) => void changeSettings({ templateNightRule: on }),
  );
  const filter = switchRow(
    'Lọc cú pháp',
    'Chỉ tin bắt đầu bằng # tới được webhook.',
    (on) => void changeSettings({ syntaxFilter: on }),
  );
  const limit = numberField('Số lời gọi mỗi phút', (value) => changeSettings({ appCallsPerMinute: value }));
  const quota = numberField('Số tin mẫu mỗi ngày', (value) => setTemplateQuota(value));

  function draw(): void {
    if (!phone || !view) return;
    const { street } = phone;
    const { used, total } = street.oa.packageQuota;
    const minute = view.limits.minutes.findLast((one) => one.startsAt > street.now - minuteMs);
    fill(
      tokens,
      words('Mã truy cập', tokenWords(view)),
      buttons(
        button('Huỷ truy cập', () => killTokens('access')),
        button('Huỷ cả hai', () => killTokens('both')),
      ),
    );
    fill(
      calls,
      words(
        'Lời gọi mỗi phút',
        `Phút này ${amount(minute?.taken ?? 0)}; từ trước tới nay ${amount(view.limits.taken)}, từ chối ${amount(view.limits.refused)} (−32).`,
      ),
      limit,
    );
    fill(
      packages,
      words('Gói tin ngoài 48 giờ', `Đã dùng ${amount(used)} trong ${amount(total)}.`),
      used < total
        ? button('Dùng hết gói', () => usePackage(total))
        : button('Nạp lại gói', () => usePackage(0)),
    );
    fill(
      templates,
      words(
        'Tin mẫu mỗi ngày',
        `Hôm nay ${amount(view.templates.used.total)} trong ${amount(view.templates.dailyQuota)}.`,
      ),
      quota,
    );
    fill(
      subscription,
      words('Đăng ký webhook', subscriptionWords(view)),
      !view.subscription.subscribed && button('Bật lại đăng ký', subscribeAgain),
    );
    fill(
      clock,
      words('Đồng hồ', `${dayOf(street.now, Date.now())}, ${exactTimeOf(street.now)}`),
      buttons(
        button('Thêm 1 giờ', () => advanceClock(hourMs)),
        button('Thêm 3 ngày', () => advanceClock(72 * hourMs)),
      ),
    );
    clock.hidden = !street.ownsClock;
    night.set(street.settings.templateNightRule);
    filter.set(street.settings.syntaxFilter);
    if (document.activeElement !== limit) limit.value = String(view.limits.appCallsPerMinute ?? '');
    if (document.activeElement !== quota) quota.value = String(view.templates.dailyQuota);
  }

  return {
    element: element(
      'section',
      { class: 'fault-group' },
      element('h4', {}, 'Mã, hạn mức và đăng ký'),
      subscription,
      tokens,
      calls,
      packages,
      templates,
      clock,
      night.element,
      filter.element,
    ),
    update(next: Phone): void {
      phone = next;
      draw();
    },
    async read(): Promise<void> {
      view = await readPlatform();
      draw();
    },
  };
}

function tokenWords({ tokens }: PlatformView): string {
  const { accessMsLeft, grantedRefreshTokens } = tokens;
  const access = accessMsLeft > 0 ? `Còn ${spanOf(accessMsLeft)}` : 'Không có mã còn hiệu lực';
  return `${access}; ${grantedRefreshTokens === 0 ? 'không có mã làm mới' : 'có mã làm mới'}.`;
}

function subscriptionWords({ subscription }: PlatformView): string {
  const { subscribed, trying, lost } = subscription;
  if (!subscribed) return `Zalo đã ngừng gửi sau lần thử cuối; ${amount(lost)} sự kiện không tới.`;
  const next = trying.toSorted((one, other) => one.nextAt - other.nextAt)[0];
  if (!next) return 'Đang gửi, không sự kiện nào phải gửi lại.';
  return `${amount(trying.length)} sự kiện chờ gửi lại; ${next.eventName} lần ${next.retries} lúc ${exactTimeOf(next.nextAt)}.`;
}

function words(label: string, says: string): HTMLElement {
  return element(
    'span',
    { class: 'fault-words' },
    element('span', { class: 'fault-name' }, label),
    element('span', { class: 'small' }, says),
  );
}

function buttons(...children: HTMLElement[]): HTMLElement {
  return element('span', { class: 'line' }, ...children);
}

function button(label: string, onclick: () => unknown): HTMLElement {
  return element('button', { type: 'button', class: 'button quiet', onclick: () => void onclick() }, label);
}

function numberField(label: string, change: (value: number) => unknown): HTMLInputElement {
  const field = element('input', {
    class: 'field number',
    type: 'number',
    min: 0,
    'aria-label': label,
    required: true,
  });
  field.addEventListener('change', () => {
    if (field.reportValidity()) void change(field.valueAsNumber);
  });
  return field;
}
