// The intake while PostgreSQL is away: what Zalo was told is kept is kept, in order, once.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createIntakeWorld, type IntakeWorld } from '../../test/intake-world.ts';
import { countSpooled } from './spool.ts';

let world: IntakeWorld;
beforeAll(async () => {
  world = await createIntakeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.gateToDatabase.open();
  await backToDirect();
  await world.ctx.database.pool.query('delete from webhook_event');
});

const backToDirect = () =>
  vi.waitFor(() => expect(world.intake().state().mode).toBe('direct'), { timeout: 10_000 });
/** On a busy machine PostgreSQL may be slower than the intake is patient: then it has gone by the disk. */
const taken = async (id: string) => {
  expect(['taken', 'spooled']).toContain((await world.post({ id })).kind);
  await backToDirect();
};
const ids = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}-${at}`);

describe('PostgreSQL is away', () => {
  test.each(['refuse', 'stall'] as const)(
    '%s: taken at once, drained in order when it is back',
    async (how) => {
      await taken('before');
      world.gateToDatabase[how]();
      const began = performance.now();
      const early = await world.post({ id: `${how}-first` });
      const tookMs = performance.now() - began;
      expect(early).toEqual({ kind: 'spooled' });
      // Told within 100 ms that nobody answers; the rest is for a busy machine.
      expect(tookMs).toBeLessThan(400);
      const later = ids(40, how);
      for (const id of later) expect(await world.post({ id })).toEqual({ kind: 'spooled' });
      expect(world.intake().state()).toMatchObject({ mode: 'spooling' });
      expect(countSpooled(world.spoolFolder).waiting).toBeGreaterThanOrEqual(41);
      world.gateToDatabase.open();
      await backToDirect();
      expect(await world.arrived()).toEqual(['before', `${how}-first`, ...later]);
      expect(countSpooled(world.spoolFolder).waiting).toBe(0);
      await taken('after');
    },
  );

  test('what comes meanwhile never overtakes what waits, and repeats count once', async () => {
    world.gateToDatabase.refuse();
    const spooled = ids(300, 'slow');
    await Promise.all(spooled.map((id) => world.post({ id })));
    world.gateToDatabase.open();
    const during: string[] = [];
    for (let at = 0; world.intake().state().mode === 'spooling' && at < 5_000; at += 1) {
      during.push(`during-${at}`);
      await Promise.all([world.post({ id: `during-${at}` }), world.post({ id: 'slow-7' })]);
    }
    await taken('last');
    expect(await world.arrived()).toEqual([...spooled, ...during, 'last']);
  });

  test('a commit without an answer is settled by the key of the event', async () => {
    await taken('warm');
    world.gateToDatabase.cutAnswerTo('commit');
    await taken('ambiguous');
    expect(await world.arrived()).toEqual(['warm', 'ambiguous']);
    const { rows } = await world.ctx.database.pool.query('select key from graphile_worker.jobs');
    expect(rows).toHaveLength(1);
  });

  test('a restart drains what the process before it left', async () => {
    world.gateToDatabase.refuse();
    for (const id of ids(5, 'left')) await world.post({ id });
    await world.restart();
    expect(world.intake().state().mode).toBe('spooling');
    // Nothing is known of the accounts after such a start: nothing can be proven, and nothing is promised.
    expect(await world.post({ id: 'cold' })).toEqual({ kind: 'unavailable' });
    world.gateToDatabase.open();
    await backToDirect();
    expect(await world.arrived()).toEqual(ids(5, 'left'));
  });

  test('nothing of it can be read on the disk, and a denunciation is not there at all', async () => {
    world.gateToDatabase.refuse();
    await world.post({ id: 'secret', text: 'Số của tôi là 999086012345', userId: '770077' });
    await world.post({ id: 'tip', text: 'Tôi muốn tố cáo cán bộ nhận hối lộ', userId: '770078' });
    const bytes = readdirSync(world.spoolFolder)
      .map((name) => readFileSync(join(world.spoolFolder, name), 'latin1'))
      .join('');
    expect(bytes).not.toMatch(/999086012345|770077|user_send|msg_id/);
    world.gateToDatabase.open();
    await backToDirect();
    const { rows } = await world.ctx.database.pool.query(
      'select withheld, raw from webhook_event order by arrival',
    );
    expect(rows).toMatchObject([{ withheld: false }, { withheld: true, raw: null }]);
  });

  test('a torn tail is nobody’s loss; a damaged middle loses only itself and is put aside', async () => {
    world.gateToDatabase.refuse();
    for (const id of ids(3, 'whole')) await world.post({ id });
    const [name = ''] = readdirSync(world.spoolFolder);
    await world.intake().stop();
    const path = join(world.spoolFolder, name);
    const bytes = readFileSync(path);
    const second = bytes.indexOf('MCSP', 1);
    bytes[second + 40] = (bytes[second + 40] ?? 0) ^ 1;
    writeFileSync(path, Buffer.concat([bytes, bytes.subarray(0, 50)]));
    await world.restart();
    world.gateToDatabase.open();
    await backToDirect();
    expect(await world.arrived()).toEqual(['whole-0', 'whole-2']);
    expect(readdirSync(world.spoolFolder)).toEqual([`${name}.aside`]);
    rmSync(`${path}.aside`);
  });
});

describe('PostgreSQL and the disk are away', () => {
  test('Zalo is asked to come again, in time, and nothing is promised until one of them is back', async () => {
    rmSync(world.spoolFolder, { recursive: true });
    writeFileSync(world.spoolFolder, '');
    world.gateToDatabase.refuse();
    for (const id of ids(3, 'refused')) {
      const began = performance.now();
      expect(await world.post({ id })).toEqual({ kind: 'unavailable' });
      // Half a second; the rest is for a busy machine.
      expect(performance.now() - began).toBeLessThan(1_500);
    }
    rmSync(world.spoolFolder);
    mkdirSync(world.spoolFolder);
    expect(await world.post({ id: 'disk-back' })).toEqual({ kind: 'spooled' });
    world.gateToDatabase.open();
    await backToDirect();
    expect(await world.arrived()).toEqual(['disk-back']);
  });
});
