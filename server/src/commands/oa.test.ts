// motcua oa as an operator types it: secrets by every way in, none of them ever out again.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleRefreshToken } from '@motcua/zalo-sim/oauth';
import { startStreet } from '@motcua/zalo-sim/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommandWorld, createCommandWorld } from '../../test/command-world.ts';
import { setUpWard, wardTenant } from '../demo/ward.ts';

let world: CommandWorld;
let running: Awaited<ReturnType<typeof startStreet>>;
let street: Record<string, string>;

beforeEach(async () => {
  world = await createCommandWorld();
  running = await startStreet({
    oaType: 'state',
    webhookUrl: 'http://office.test/zalo/webhook',
    deliver: async () => 200,
  });
  street = { ZALO_OAUTH_URL: running.url, ZALO_OPENAPI_URL: running.url, ZALO_BUSINESS_URL: running.url };
});

afterEach(async () => {
  await running.close();
  await world.close();
});

function ids(): string[] {
  const { app, oa } = running.street.state;
  return ['--agency', 'H53.27787', '--oa-id', oa.id, '--app-id', app.id];
}

function file(name: string, content: string): string {
  const path = join(world.folder, name);
  writeFileSync(path, content);
  return path;
}

test('connected with secrets from a file and from standard input; then the status is well', async () => {
  await setUpWard(world.ctx, '2026-11-23T08:00:00+07:00');
  const { app, oa } = running.street.state;
  const refreshToken = consoleRefreshToken(running.street);
  const appSecret = file('app-secret', `${app.secret}\n`);
  const input = JSON.stringify({ oaSecretKey: oa.secretKey, refreshToken });
  const words = ['oa', 'connect', ...ids(), '--app-secret-file', appSecret, '--secrets-stdin'];
  const connected = await world.motcua(words, street, input);
  expect(connected).toMatchObject({ code: 0, out: expect.stringContaining('UBND phường Kiến Tường') });
  expect(connected.out).toContain('http://localhost:9600/zalo/webhook');

  const status = await world.motcua(['oa', 'status', '--json'], street);
  expect(status.code).toBe(0);
  expect(JSON.parse(status.out)).toMatchObject([{ tenantId: wardTenant, oaId: oa.id, healthy: true }]);

  const limit = (...words: string[]) => world.motcua(['oa', 'limit', '--oa-id', ...words], street);
  expect(await limit(oa.id, '--per-minute', '500')).toMatchObject({
    code: 0,
    out: expect.stringContaining('500'),
  });
  expect((await limit(oa.id)).out).toContain('500');
  expect((await limit(oa.id, '--per-minute', '5', '--clear')).code).not.toBe(0);
  expect(await limit(oa.id, '--clear')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Zalo cho phép'),
  });
  expect((await limit('1', '--per-minute', '500')).code).toBe(1);
  expect((await limit(oa.id, '--per-minute', '0')).err).toContain('lớn hơn 0');

  // The same refresh token a second time: Zalo has taken it back.
  const again = await world.motcua(words, street, input);
  expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('refresh token') });

  for (const secret of [app.secret, oa.secretKey, refreshToken])
    for (const { out, err } of [connected, status, again]) expect(out + err).not.toContain(secret);
});

test('secrets that are missing, given twice or not as asked: one sentence that repeats none of them', async () => {
  const secret = ['--app-secret', 'bí-mật-1'];
  const cases: [string[], string, string][] = [
    [[...secret], '', 'Thiếu --oa-secret-key'],
    [[...secret, '--app-secret-file', file('a', 'bí-mật-2')], '', 'từ hai nơi'],
    [['--secrets-stdin'], '{"appSecret": "bí-mật-3"', 'cần một đối tượng JSON'],
    [['--secrets-stdin'], '{"appsecret": "bí-mật-4"}', 'cần một đối tượng JSON'],
    [['--app-secret-file', join(world.folder, 'none')], '', 'Không đọc được tệp'],
  ];
  const all = cases.map(async ([words, input, sentence]) => {
    const { code, out, err } = await world.motcua(['oa', 'connect', ...ids(), ...words], street, input);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).not.toContain('bí-mật');
  });
  await Promise.all(all);
});

test('a template is held against Zalo before it is used, and again when asked', async () => {
  await setUpWard(world.ctx, '2026-11-23T08:00:00+07:00');
  const { app, oa } = running.street.state;
  const secrets = {
    appSecret: app.secret,
    oaSecretKey: oa.secretKey,
    refreshToken: consoleRefreshToken(running.street),
  };
  const connect = ['oa', 'connect', ...ids(), '--secrets-stdin'];
  expect(await world.motcua(connect, street, JSON.stringify(secrets))).toMatchObject({ code: 0 });
  const set = (params: string) =>
    world.motcua(
      ['oa', 'templates', 'set', '--oa-id', oa.id, '--template', '410001', '--params', params],
      street,
    );

  const broken = await set('ma_ho_so=reason,co_quan=officeName');
  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(/Không có trường reason[\s\S]*Tham số bắt buộc ten_khach_hang/);

  const good = await set(
    'ten_khach_hang=applicantName, ma_ho_so=code, ten_thu_tuc=procedureName, co_quan=officeName, trang_thai=status, thoi_gian=toldAt:hh:mm dd/mm/yyyy, ma_tra_cuu=code',
  );
  expect(good.out).toMatch(/dùng được[\s\S]*ten_khach_hang \(tên người nộp\) dài quá 30 ký tự/);
  expect(good.code).toBe(0);

  const template = running.street.state.zbs.templates.find(({ id }) => id === '410001');
  if (template) template.status = 'DISABLE';
  const checked = await world.motcua(['oa', 'templates', 'check'], street);
  expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('trạng thái DISABLE') });
});
