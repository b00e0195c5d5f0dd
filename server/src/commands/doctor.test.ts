// motcua doctor as an operator types it: it names what must be done, and nothing else.

import { join } from 'node:path';
import { startStreet } from '@motcua/zalo-sim/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommandWorld, createCommandWorld } from '../../test/command-world.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { openSpool, spoolFolderOf } from '../chat/spool.ts';
import { connectWard } from '../demo/street.ts';
import { setUpWard, wardIds, wardTenant } from '../demo/ward.ts';
import { takeIn } from '../dossiers/intake.ts';
import { sql } from '../platform/database.ts';

let world: CommandWorld;
beforeEach(async () => {
  world = await createCommandWorld();
});
afterEach(() => world.close());

interface Examination {
  ok: boolean;
  findings: { subject: string; ok: boolean; sentence: string }[];
}

async function examine(more?: Record<string, string>): Promise<{ code: number | null; bad: string[] }> {
  const { code, out } = await world.motcua(['doctor', '--json'], more);
  const { ok, findings } = JSON.parse(out) as Examination;
  expect(code).toBe(ok ? 0 : 1);
  return { code, bad: findings.filter((one) => !one.ok).map((one) => `${one.subject}: ${one.sentence}`) };
}

/** Connects the ward's account by way of a street that is gone afterwards: the doctor asks nothing of Zalo. */
async function connect(): Promise<string> {
  const running = await startStreet({
    oaType: 'state',
    webhookUrl: 'http://office.test/',
    deliver: async () => 200,
  });
  const zalo = { oauth: running.url, openapi: running.url, business: running.url, graph: running.url };
  await connectWard({ ...world.ctx, zalo }, running);
  await running.close();
  return running.street.state.oa.id;
}

test('the doctor names what must be done, and falls silent when it is done', async () => {
  expect(await examine()).toMatchObject({ bad: ['Đơn vị: chưa có đơn vị nào sử dụng.'] });
  await setUpWard(world.ctx, '2026-11-23T08:00:00+07:00');
  expect(await examine()).toMatchObject({ bad: [expect.stringMatching(/^Official Account: chưa kết nối/)] });

  const oaId = await connect();
  expect(await examine()).toMatchObject({
    bad: [expect.stringMatching(/^Tin từ Zalo: chưa nhận sự kiện nào/)],
  });

  const { database } = world.ctx;
  await database.tenant(wardTenant, (tx) =>
    tx.run(sql`insert into webhook_event (tenant_id, event_key, oa_id, name, received_at, state)
      values (${wardTenant}, 'k', ${oaId}, 'user_send_text', now(), 'done')`),
  );
  expect(await examine()).toEqual({ code: 0, bad: [] });

  await database.pool.query(`alter table notice no force row level security;
    select graphile_worker.add_job('send-chat-message', run_at := now() - interval '1 hour')`);
  expect((await examine()).bad).toEqual([
    expect.stringMatching(/^Ngăn cách đơn vị: .*: notice;/),
    expect.stringMatching(/^Việc nền: 1 việc chờ quá 10 phút/),
  ]);
});

test('the doctor counts what did not reach people, notices apart from answers', async () => {
  const { ctx } = world;
  await setUpWard(ctx, '2026-11-23T08:00:00+07:00');
  const { agencyId, officers } = wardIds();
  const officerId = officers.get('nhung') ?? '';
  const clerk = { officerId, agencyId, unit: 'mot-cua', roles: ['clerk_in'], standsInFor: [] } as const;
  await takeIn({ ...ctx, demo: true }, wardTenant, clerk, givenIntakeBody(), { key: 'k' });
  const answerId = ctx.newId();
  const messages = async (state: string) => {
    await ctx.database.tenant(wardTenant, async (tx) => {
      await tx.run(sql`insert into chat_person (tenant_id, oa_id, user_id, first_seen_at)
        values (${wardTenant}, 'oa', 'u', now()) on conflict do nothing`);
      await tx.run(sql`insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, state, planned_at,
          due_at)
        select tenant_id, id, 'oa', 'u', 'out', text, ${state}, now(), now() from notice
        union all select ${wardTenant}, ${answerId}, 'oa', 'u', 'out', 'Chào', ${state}, now(), now()
        on conflict (tenant_id, id) do update set state = excluded.state`);
      await tx.run(sql`update notice set message_id = id where tenant_id = ${wardTenant}`);
    });
    return (await examine()).bad.filter((one) => one.startsWith('Tin gửi công dân'));
  };
  expect(await messages('failed')).toEqual([
    expect.stringMatching(
      / có 1 tin báo không gửi được, 1 câu trả lời chưa chắc đã đến; .* trang Tin chưa tới/,
    ),
  ]);
  expect(await messages('unknown')).toEqual([
    expect.stringMatching(/ có 1 tin báo chưa rõ đã đến hay chưa, 1 câu trả lời chưa chắc đã đến;/),
  ]);
  expect(await messages('sent')).toEqual([]);
});

test('the doctor says it of settings, of a database that is not there, and of an older schema', async () => {
  expect((await examine({ PORT: '0x' })).bad).toEqual([expect.stringMatching(/^Cấu hình: Thiết lập PORT/)]);
  const gone = { DATABASE_URL: 'postgresql://motcua:bi-mat@127.0.0.1:9/motcua' };
  expect((await examine(gone)).bad).toEqual([
    'Cơ sở dữ liệu: Máy chủ dữ liệu 127.0.0.1:9 (DATABASE_URL) không kết nối được (ECONNREFUSED).',
  ]);
  await world.ctx.database.pool.query('delete from schema_migration where version = 4');
  expect((await examine()).bad).toEqual([expect.stringMatching(/^Cấu trúc dữ liệu: .*motcua migrate$/)]);
});

test('a demo nobody has written to is well; webhooks that wait on the disk are counted', async () => {
  await setUpWard(world.ctx, '2026-11-23T08:00:00+07:00');
  await connect();
  expect(await examine({ MOTCUA_DEMO: '1' })).toEqual({ code: 0, bad: [] });

  const spool = openSpool(spoolFolderOf(join(world.folder, 'data')), world.ctx.secrets);
  const event = { key: 'k', oaId: '1', userId: null, name: 'follow', atMs: null, raw: null, redacted: null };
  const entry = { ...event, receivedAt: world.ctx.clock.now(), state: 'kept', withheld: false } as const;
  for (let count = 0; count < 3; count += 1) await spool.append({ tenantId: wardTenant, event: entry });
  await spool.close();
  expect((await examine({ MOTCUA_DEMO: '1' })).bad).toEqual([
    expect.stringMatching(/^Tin chờ ghi: 3 sự kiện/),
  ]);
});
