// Hostile texts through the front door: each is answered or parked, and the person's next message is answered too.

import { hostileTexts } from '@motcua/domain/hostile-texts.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
});
afterAll(() => world.close());

// The huge ones first: Zalo itself lets nobody write more than 2,000 letters, a forger with a leaked key might.
const texts = [
  ...hostileTexts(10, 7).map((text) => text.slice(0, 60_000)),
  ...hostileTexts(60, 31).slice(10),
  '\u0000',
  '\ud83d',
  'hồ sơ \u0000 của tôi',
  '\udc00\ud83d',
  '\u0000\u0000{"v":1}',
];

test('every one is answered or parked at once, and a plain question after it is answered', async () => {
  const phone = world.phone('Người gửi tin lạ');
  for (const [at, text] of texts.entries()) {
    const answers = await phone.say(text);
    const withOfficer = answers.length === 0;
    const next = await phone.say('menu');
    expect(next, `after text ${at}: ${JSON.stringify(text.slice(0, 60))}`).toHaveLength(1);
    if (withOfficer) expect(next[0]).toContain('Xem hồ sơ');
  }
  const { rows } = await world.owner.query(
    `select count(*)::int as n from webhook_event where state = 'waiting'`,
  );
  expect(rows).toEqual([{ n: 0 }]);
  const { rows: jobs } = await world.owner.query(
    'select task_identifier, last_error from graphile_worker.jobs',
  );
  expect(jobs).toEqual([]);
});
