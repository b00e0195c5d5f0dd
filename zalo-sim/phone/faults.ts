// The panel of faults: what is on and how often it struck, a switch for each kind, one button for none.

import type { FaultKind, FaultSpec } from '../src/faults-kinds.ts';
import { element, fill, iconButton } from './element.ts';
import type { FaultView } from './fault-client.ts';
import { addFault, clearFaults, readFaults, startBadDay } from './fault-client.ts';
import { createDose } from './fault-dose.ts';
import { amount, faultGroups, settingsOf, strikesOf, wordsOf } from './fault-words.ts';
import type { Phone } from './phone.ts';
import { createPlatformPanel } from './platform.ts';
import { switchRow } from './switch.ts';

export interface FaultPanel {
  element: HTMLElement;
  update(phone: Phone): void;
  /** Asks the street again, if anybody looks. */
  read(): Promise<void>;
}

export function createFaultPanel(): FaultPanel {
  let phone: Phone | undefined;
  let faults: FaultView[] = [];
  const count = element('span', { class: 'count' });
  const none = element(
    'button',
    { type: 'button', class: 'button quiet', onclick: () => void clearFaults() },
    'Tắt hết',
  );
  const badDay = element(
    'button',
    {
      type: 'button',
      class: 'button quiet',
      title: 'Mỗi thứ một ít: chậm, lỗi, lặp, đảo, mất',
      onclick: () => void startBadDay(),
    },
    'Bật ngày xấu trời',
  );
  const active = element('ul', { class: 'fault-list', role: 'list', 'aria-label': 'Sự cố đang bật' });
  const dose = createDose();
  const platform = createPlatformPanel();
  const switches = faultGroups.flatMap(({ kinds }) => kinds.map((kind) => createSwitch(kind)));
  const panel = element(
    'details',
    { class: 'panel fault-panel' },
    element('summary', {}, element('h3', {}, 'Sự cố'), count),
    element('div', { class: 'fault-head' }, element('h4', {}, 'Đang bật'), badDay, none),
    active,
    dose.element,
    ...faultGroups.map(({ title, kinds }) =>
      element(
        'section',
        { class: 'fault-group' },
        element('h4', {}, title),
        ...switches.filter((one) => kinds.includes(one.kind)).map((one) => one.element),
      ),
    ),
    platform.element,
  );
  panel.open = localStorage.getItem('faults') === 'open';
  panel.addEventListener('toggle', () => {
    localStorage.setItem('faults', panel.open ? 'open' : '');
    void read();
  });

  function createSwitch(kind: FaultKind) {
    const { label, says, knob } = wordsOf(kind);
    const field =
      knob &&
      element('input', {
        class: 'field number',
        type: 'number',
        value: knob.usual,
        min: knob.least,
        max: knob.most,
        required: true,
        'aria-label': `${label}: ${knob.unit}`,
      });
    const set = (on: boolean) => {
      const same = faults.filter((one) => one.spec.kind === kind);
      if (!on) return void Promise.all(same.map((one) => clearFaults(one.id)));
      if (field?.reportValidity() === false || !dose.isValid()) return;
      const spent = same.filter((one) => one.over);
      const value = knob && field ? { [knob.field]: field.valueAsNumber * knob.times } : {};
      const spec = { kind, ...value, ...dose.read(kind, phone?.person.id) } as FaultSpec;
      void Promise.all(spent.map((one) => clearFaults(one.id))).then(() => addFault(spec));
    };
    const row = switchRow(label, says, set, field, knob?.unit);
    return { kind, ...row };
  }

  function draw(): void {
    const on = faults.filter((one) => !one.over);
    count.textContent = on.length === 0 ? '' : `${amount(on.length)} đang bật`;
    none.hidden = faults.length === 0;
    badDay.hidden = faults.length > 0;
    for (const one of switches) one.set(on.some(({ spec }) => spec.kind === one.kind));
    fill(active, ...(faults.length === 0 ? [nothing()] : faults.map(rowOf)));
  }

  function rowOf(fault: FaultView): HTMLElement {
    const { label } = wordsOf(fault.spec.kind);
    const nameOf = (id: string) => phone?.street.people.find((one) => one.id === id)?.name ?? id;
    return element(
      'li',
      { class: fault.over ? 'fault-row over' : 'fault-row' },
      element(
        'span',
        { class: 'fault-words' },
        element('span', { class: 'fault-name' }, label),
        element(
          'span',
          { class: 'small' },
          [settingsOf(fault.spec, nameOf), strikesOf(fault), fault.over && 'đã hết']
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      iconButton('close', `Tắt: ${label}`, () => void clearFaults(fault.id), 'small-icon'),
    );
  }

  /** One reading at a time; what is asked for meanwhile makes one more. */
  let reading: Promise<void> | undefined;
  let stale = false;
  async function readOn(): Promise<void> {
    do {
      stale = false;
      faults = await readFaults();
      draw();
      if (panel.open) await platform.read();
    } while (stale);
  }
  function read(): Promise<void> {
    stale = true;
    reading ??= readOn().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  draw();
  return {
    element: panel,
    update(next) {
      phone = next;
      dose.update(next.person.name);
      platform.update(next);
    },
    read,
  };
}

function nothing(): HTMLElement {
  return element('li', { class: 'small' }, 'Chưa bật sự cố nào: mọi thứ chạy như tài liệu của Zalo.');
}
