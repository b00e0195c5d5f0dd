// Cần chú ý through HTTP: the ladder from holder to heads, gathered by half-days, and gone when somebody acts.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { file } from '../dossiers/intake.ts';
import type { Worklist } from '../worklists/schema.ts';
import type { AttentionCount, AttentionList } from './schema.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ at: '2026-12-07T08:00:00+07:00' });
});
afterAll(() => world.close());

async function at(moment: string): Promise<void> {
  world.ctx.clock.set(moment);
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [moment]);
}

/** What an officer sees of a dossier, and as whom; the count always equals the rows. */
async function seen(username: string, id: string) {
  const client = await world.signInAs(username);
  const list = (await client.get<AttentionList>('/attention')).body;
  expect((await client.get<AttentionCount>('/attention/count')).body.count).toBe(list.rows.length);
  const row = list.rows.find((each) => each.id === id);
  return row && [row.rung, ...row.duties.map(({ kind, missed }) => `${kind}${missed ? ' missed' : ''}`)];
}

it('an online filing: the counter within two hours, the heads when it was missed, nobody once it is answered', async () => {
  const { id, version } = await file(
    world.ctx,
    world.tenantId,
    world.agencyId,
    givenIntakeBody({ passOn: false }),
    'online',
    { key: 'filing-0001' },
  );
  const clerk = await world.signInAs('nhung');
  const list = (await clerk.get<Worklist>('/worklist?tab=to_claim')).body;
  expect(list.rows.find((row) => row.id === id)?.duty).toEqual({
    text: 'trả lời trước 8 giờ 30 thứ Ba, 8/12',
    missed: false,
  });
  // Two hours are over at ten, in this half-day; of what comes later the next tells.
  expect(await seen('nhung', id)).toEqual(['holder', 'answer_filing']);
  await at('2026-12-07T10:00:00+07:00');
  const filing = givenIntakeBody({ passOn: false });
  const options = { key: 'filing-0002' };
  const later = await file(world.ctx, world.tenantId, world.agencyId, filing, 'online', options);
  expect(await seen('nhung', later.id)).toBe(undefined);
  await at('2026-12-07T13:30:00+07:00');
  expect(await seen('nhung', later.id)).toEqual(['holder', 'answer_filing']);
  expect(await seen('nhung', id)).toEqual(['holder', 'answer_filing']);
  expect(await seen('hoa', id)).toBe(undefined);
  expect(await seen('duc', id)).toBe(undefined);
  // Missed at half past eight: told in the afternoon to the head of the unit.
  await at('2026-12-08T13:30:00+07:00');
  expect(await seen('nhung', id)).toEqual(['holder', 'answer_filing missed']);
  expect(await seen('duc', id)).toEqual(['head', 'answer_filing missed']);
  await (await world.signInAs('nhung')).post(`/dossiers/${id}/actions`, {
    version,
    action: { type: 'accept' },
  });
  expect(await seen('nhung', id)).toBe(undefined);
  expect(await seen('duc', id)).toBe(undefined);
});

it('a promised date: the unit while there is time, its head after half a day, the centre when it is due; never at night', async () => {
  await at('2026-12-14T08:00:00+07:00');
  const { id } = await world.givenIntake();
  const rungs = async () =>
    [await seen('hoa', id), await seen('tung', id), await seen('duc', id)].map((each) => each?.[0]);
  expect(await rungs()).toEqual([undefined, undefined, undefined]);
  const { rows } = await world.owner.query(
    'select attend_at, head_attend_at, centre_attend_at, due_soon_at from dossier where id = $1',
    [id],
  );
  expect(rows[0].attend_at <= rows[0].due_soon_at).toBe(true);
  expect(
    rows[0].attend_at < rows[0].head_attend_at && rows[0].head_attend_at <= rows[0].centre_attend_at,
  ).toBe(true);
  await at('2026-12-17T13:30:00+07:00');
  expect((await rungs())[0]).toBe('holder');
  await at('2026-12-18T02:00:00+07:00');
  expect((await rungs())[2], 'due at 17:00, and nothing comes up at night').toBe(undefined);
  await at('2026-12-18T07:30:00+07:00');
  expect(await rungs()).toEqual(['holder', 'holder', 'centre']);
});
