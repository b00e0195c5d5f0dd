// Rules of the planner of messages that hold for every combination of what it is told.

import { describe, expect, it } from 'vitest';
import { template } from './delivery.fixture.ts';
import { planDelivery } from './delivery.ts';
import type { ChatStanding, DeliveryChannels, DeliveryPerson, Road, ToTell } from './delivery-facts.ts';
import { type Instant, minuteOfDay, plusMinutes, toEpochMs } from './time.ts';

describe('every combination', () => {
  const of = <A, B>(list: readonly A[], to: readonly B[]) =>
    list.flatMap((a) => to.map((b) => ({ ...a, ...b })));
  const key = <K extends string, V>(name: K, values: readonly V[]) =>
    values.map((value) => ({ [name]: value }) as Record<K, V>);
  const notices = of(
    key('importance', ['answer', 'important', 'good_to_know'] as const),
    key('needsTelling', [true, false]),
  );
  const moments = ['07:00', '20:59', '21:00', '23:50', '06:04', '06:59'].map(
    (at) => `2026-11-24T${at}:00+07:00`,
  );
  const standings: (ChatStanding | null)[] = [
    null,
    ...of(
      of(key('hours', [null, 0, 47.9, 50, 200]), key('unfollowed', [false, true])),
      of(
        of(key('refusedCode', [null, -230, -217]), key('wishes', ['all', 'important', 'none'] as const)),
        of(key('nightAllowed', [false, true]), key('lastToldAt', [null, '2026-11-24T06:30:00+07:00'])),
      ),
    ).map(({ hours, ...rest }) => ({
      ...rest,
      interactedAt: hours === null ? null : plusMinutes('2026-11-24T07:00:00+07:00', -60 * hours),
    })),
  ];
  const accounts = [
    null,
    ...of(key('windows', ['known', 'unknown'] as const), key('packageLeft', [null, 5])),
  ];
  const templates = [null, template, { userDong: null, phoneDong: null, left: 0 }];

  it('gives a road, a sentence, an end, and keeps to the law and to the night', () => {
    let seen = 0;
    for (const notice of notices)
      for (const standing of standings)
        for (const account of accounts)
          for (const now of moments) {
            // The other channels change with every case, so that all of them meet without a product of a million.
            seen += 1;
            const sms = seen % 2 === 0 ? { dong: null } : null;
            const channels = { account, template: templates[seen % 3] ?? null, sms };
            check(notice, { chat: standing, phone: seen % 5 !== 0 }, channels, now);
          }
    expect(seen).toBeGreaterThan(40_000);
  });

  function check(notice: ToTell, person: DeliveryPerson, channels: DeliveryChannels, now: Instant): void {
    const plan = planDelivery(notice, person, channels, now);
    const all = [plan.road, ...plan.otherwise];
    const at = plan.sendAfter ?? now;
    const where = JSON.stringify({ notice, person, channels, now, plan });
    const fail = (rule: string) => expect.fail(`${rule}: ${where}`);
    if (!/^[A-ZĐ].{20,}\.$/.test(plan.why) || /undefined|null|!| {2}/.test(plan.why))
      fail('a whole sentence');
    if (new Set(all).size !== all.length) fail('no road twice');
    const end = notice.importance === 'answer' || !notice.needsTelling ? 'none' : 'paper';
    if (all.at(-1) !== end || all.slice(0, -1).some((road) => road === 'none' || road === 'paper'))
      fail('one end');
    if (plan.sendAfter !== null && plan.sendAfter <= now) fail('no waiting for the past');
    if (notice.importance === 'answer') {
      if (plan.road !== 'chat' || plan.sendAfter !== null) fail('an answer at once');
      return;
    }
    if (plan.road === 'paper' || plan.road === 'none') return;
    const minute = minuteOfDay(at);
    if (!person.chat?.nightAllowed && (minute >= 1260 || minute < 420)) fail('quiet at night');
    if (plan.road.startsWith('template') && (minute < 365 || minute >= 1310)) fail('hours of templates');
    if (notice.importance === 'good_to_know' && plan.road !== 'chat') fail('news cost no template');
    if (notice.importance === 'important' && toEpochMs(at) - toEpochMs(now) > 11 * 3_600_000)
      fail('by the morning');
    if (plan.costDong === 0 && plan.road !== 'chat') fail('only the chat is free');
    if (plan.freeUntil !== null && (plan.costDong !== 0 || at > plan.freeUntil)) fail('free while it lasts');
    cheaperWasClosed(notice, person, channels, now, plan.costDong, all, fail);
  }

  /** Takes the chosen road away: what is chosen then is not cheaper. */
  function cheaperWasClosed(
    notice: ToTell,
    person: DeliveryPerson,
    channels: DeliveryChannels,
    now: Instant,
    costDong: number | null,
    all: Road[],
    fail: (rule: string) => void,
  ): void {
    const next = planDelivery({ ...notice, tried: all.slice(0, 1) }, person, channels, now);
    if (next.road !== all[1]) fail('the chain is what planning again gives');
    if (costDong !== null && next.costDong !== null && next.road !== 'none' && next.costDong < costDong)
      fail('cheapest first');
  }
});
