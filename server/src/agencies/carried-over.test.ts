// People of before there were posts: the upgrade carries them over, with their roles, their sessions and their agency.

import { Pool } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/world-database.ts';
import { migrate, readMigrations } from '../platform/migrate.ts';

test('an officer of before works in one post ever since, and stays signed in', async () => {
  const database = await testDatabase('empty');
  const pool = new Pool({ connectionString: database.connectionString, max: 1 });
  pool.on('connect', (client) => client.on('error', () => {}));
  const all = readMigrations();
  const posts = all.findIndex(({ name }) => name.startsWith('0014'));
  await migrate(database.connectionString, all.slice(0, posts));
  const [agency, officer] = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000b1'];
  await pool.query(`insert into tenant (tenant_id, name, created_at) values ('cu', 'Cũ', now());
    insert into agency (tenant_id, id, code, name, office_name, superior_name, place_name, address, dossier_code_prefix)
      values ('cu', '${agency}', 'H53.1', 'Phường Cũ', 'Một cửa', 'Tỉnh', 'Cũ', 'Số 1', '000.00.01.H53');
    insert into agency_unit (tenant_id, agency_id, code, name, position) values ('cu', '${agency}', 'tu-phap', 'Tư pháp', 0);
    insert into officer (tenant_id, id, agency_id, unit, username, full_name, title, post, password_hash, created_at)
      values ('cu', '${officer}', '${agency}', 'tu-phap', 'hoa', 'Lê Thị Hoa', 'bà', 'Công chức', 'x', now());
    insert into officer_role values ('cu', '${officer}', 'specialist'), ('cu', '${officer}', 'dispatcher');
    insert into session (tenant_id, token_hash, officer_id, created_at, last_used_at)
      values ('cu', 'x', '${officer}', now(), now())`);
  await migrate(database.connectionString, all);
  const { rows } =
    await pool.query(`select p.agency_id, p.unit, p.title, p.roles, p.valid_from, s.token_hash, f.name
    from officer_post p join session s on s.post_id = p.id join agency_fact f on f.agency_id = p.agency_id`);
  expect(rows).toEqual([
    {
      agency_id: agency,
      unit: 'tu-phap',
      title: 'Công chức',
      roles: ['dispatcher', 'specialist'],
      valid_from: null,
      token_hash: 'x',
      name: 'Phường Cũ',
    },
  ]);
  await pool.end();
  await database.drop();
});
