// motcua office create: a real office out of nothing, whose administrator can sign in and go on.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandWorld, createCommandWorld } from '../../test/command-world.ts';
import { signIn } from '../accounts/sign-in.ts';

let world: CommandWorld;
beforeAll(async () => {
  world = await createCommandWorld();
});
afterAll(() => world.close());

const words = (more: Record<string, string> = {}) => {
  const args = {
    tenant: 'long-an',
    code: 'H53.27694',
    name: 'UBND phường Long An',
    'office-name': 'Trung tâm Phục vụ hành chính công phường Long An',
    superior: 'UBND tỉnh Tây Ninh',
    place: 'Long An',
    address: 'Số 61 đường Nguyễn Huệ',
    prefix: '000.00.30.H53',
    admin: 'quantri',
    'admin-name': 'Lê Văn Quản',
    'admin-title': 'ông',
    ...more,
  };
  return ['office', 'create', ...Object.entries(args).map(([name, value]) => `--${name}=${value}`)];
};

test('the office is there, its administrator chooses a password, and a second time is refused', async () => {
  const made = await world.motcua([...words(), '--json']);
  expect(made).toMatchObject({ code: 0, err: '' });
  const { firstPassword, agencyId } = JSON.parse(made.out) as { firstPassword: string; agencyId: string };
  const typed = { username: 'quantri', password: firstPassword, address: '::1' };
  await expect(signIn(world.ctx, typed)).rejects.toMatchObject({ kind: 'choose_password' });
  const { tenantId } = await signIn(world.ctx, { ...typed, newPassword: 'một câu dài của tôi' });
  expect(tenantId).toBe('long-an');
  const { rows } = await world.ctx.database.pool.query(
    `select set_config('motcua.tenant', 'long-an', false), a.name, (select count(*)::int from agency_unit) as units
    from agency a where id = $1`,
    [agencyId],
  );
  expect(rows).toMatchObject([{ name: 'UBND phường Long An', units: 7 }]);
  const again = await world.motcua(words());
  expect(again.code).toBe(1);
  expect(again.err).toContain('đã có cơ quan UBND phường Long An');
});

test('wrong words are each a sentence, and nothing is made', async () => {
  const wrong = await world.motcua(words({ tenant: 'Xa Lạ', prefix: '27.H53', 'admin-title': 'cô' }));
  expect(wrong.code).toBe(2);
  for (const sentence of ['Tên đơn vị (--tenant)', 'Phần đầu mã hồ sơ', 'Chọn ông hoặc bà'])
    expect(wrong.err).toContain(sentence);
});
