// The rules of the schema, read from PostgreSQL's own catalogue: they hold for tables that nobody has thought of yet.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertTenant } from '../src/agencies/set-up-store.ts';
import { setUpWard, wardTenant } from '../src/demo/ward.ts';
import { sql } from '../src/platform/database.ts';
import { addJob, addJobs } from '../src/platform/jobs.ts';
import { givenAgency } from './given-agency.ts';
import { createWorld, type World } from './world.ts';

/** Shared by all tenants: who they are, and whose an Official Account is. Reference tables when sharded. */
const reference = ['oa_directory', 'schema_migration', 'tenant'];

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function ask<Row>(query: string): Promise<Row[]> {
  const { rows } = await world.owner.query(query);
  return rows as Row[];
}

test('every table belongs to tenants, but for the few that name them', async () => {
  const shared = await ask<{ name: string }>(`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
    order by 1`);
  expect(shared.map(({ name }) => name)).toEqual(reference.filter((name) => name === 'schema_migration'));
});

test('the tenant is the first column of every key and index, and part of every reference', async () => {
  const indexes = await ask(`select t.relname as table, i.relname as index from pg_index x
    join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where t.relnamespace = 'public'::regnamespace and t.relname <> all ('{${reference.join()}}')
      and pg_get_indexdef(x.indexrelid, 1, true) <> 'tenant_id'`);
  expect(indexes).toEqual([]);
  const keyless = await ask(`select relname from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
  expect(keyless).toEqual([]);
  const references = await ask(`select conname from pg_constraint k
    where contype = 'f' and connamespace = 'public'::regnamespace
      and conrelid::regclass::text <> all ('{${reference.join()}}')
      and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'tenant_id'`);
  expect(references).toEqual([]);
});

test('row-level security is on and forced, with one policy that lets through the tenant set and no other', async () => {
  const open = await ask(`select relname from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p') and relname <> all ('{${reference.join()}}') and not (relrowsecurity and relforcerowsecurity)`);
  expect(open).toEqual([]);
  const policies = await ask<{ table: string }>(`select tablename as table, permissive, cmd, qual, with_check
    from pg_policies where schemaname = 'public' order by 1`);
  const rule = '(tenant_id = motcua_tenant())';
  for (const policy of policies)
    expect(policy).toMatchObject({ permissive: 'PERMISSIVE', cmd: 'ALL', qual: rule, with_check: rule });
  const tables = await ask<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ('{${reference.join()}}')`);
  expect(policies.map(({ table }) => table).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('no triggers, no views that forget who asks, no functions that act as their owner', async () => {
  expect(
    await ask(`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not tgisinternal`),
  ).toEqual([]);
  expect(
    await ask(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions::text like '%security_invoker=true%', false)`),
  ).toEqual([]);
  // Two doors into the queue act as their owner: with a search path of their own, and for the application alone.
  expect(
    await ask(`select proname, prosecdef, proleakproof, proconfig::text as config,
        has_function_privilege('public', oid, 'execute') as "forAll"
      from pg_proc where pronamespace = 'public'::regnamespace and (prosecdef or proleakproof) order by 1`),
  ).toEqual(
    ['motcua_add_job', 'motcua_add_jobs'].map((proname) => ({
      proname,
      prosecdef: true,
      proleakproof: false,
      config: '{"search_path=pg_catalog, pg_temp"}',
      forAll: false,
    })),
  );
});

test('the application role owns nothing, bypasses nothing, and may write the ledger only at its end', async () => {
  expect(
    await ask(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles
      where rolname = 'motcua_app'`),
  ).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false },
  ]);
  expect(await ask(`select relname from pg_class where relowner = 'motcua_app'::regrole`)).toEqual([]);
  const rights = await ask(`select privilege_type as may from information_schema.role_table_grants
    where grantee = 'motcua_app' and table_name = 'ledger' order by 1`);
  expect(rights).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }]);
  const shared = await ask(`select distinct privilege_type as may from information_schema.role_table_grants
    where grantee = 'motcua_app' and table_name = any ('{${reference.join()}}')`);
  expect(shared).toEqual([{ may: 'SELECT' }]);
  const everywhere = await ask(`select table_name from information_schema.role_table_grants
    where grantee = 'motcua_app' and table_schema = 'public'
      and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`);
  expect(everywhere).toEqual([]);
});

test('without a tenant nothing is seen and nothing is written; with one, only its own', async () => {
  const { database } = world.ctx;
  await world.givenIntake();
  const far = await givenAgency(world, 'tinh-khac', 'tinh-khac');
  const tables = await ask<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ('{${reference.join()}}')`);
  for (const { name } of tables) {
    const count = sql`select count(*)::int as rows from ${sql.id(name)}`;
    const foreign = sql`select count(*)::int as rows from ${sql.id(name)} where tenant_id <> ${wardTenant}`;
    expect(await database.shared((tx) => tx.row(count)), name).toEqual({ rows: 0 });
    expect(await database.tenant('nobody', (tx) => tx.row(count)), name).toEqual({ rows: 0 });
    expect(await database.tenant(wardTenant, (tx) => tx.row(foreign)), name).toEqual({ rows: 0 });
  }
  const smuggled = sql`insert into code_counter (tenant_id, agency_id, day, last)
    values (${far.tenantId}, ${far.agencyId}, '2026-12-07', 7)`;
  const moved = sql`update code_counter set tenant_id = ${far.tenantId}`;
  for (const write of [smuggled, moved])
    await expect(database.tenant(wardTenant, (tx) => tx.run(write))).rejects.toMatchObject({ code: '42501' });
  await expect(database.shared((tx) => tx.run(smuggled))).rejects.toMatchObject({ code: '42501' });
  expect(await database.tenant(far.tenantId, (tx) => tx.run(sql`delete from dossier`))).toBe(0);
});

test('the tenant and the role of a transaction are gone with it, after a failure too', async () => {
  const { database } = world.ctx;
  const left = () =>
    database.pool.query(
      `select current_setting('motcua.tenant', true) as tenant, current_user = 'motcua_app' as app`,
    );
  for (const fails of [false, true]) {
    await database
      .tenant(wardTenant, (tx) => (fails ? tx.run(sql`select 1 / 0`) : tx.run(sql`select 1`)))
      .catch(() => {});
    // Whichever connection answers, none may still be somebody's.
    const answers = await Promise.all(Array.from({ length: 12 }, left));
    for (const { rows } of answers) expect(rows[0]).toMatchObject({ app: false });
    expect(answers.map(({ rows }) => rows[0].tenant || null)).toEqual(Array.from({ length: 12 }, () => null));
  }
});

test('a job is written by the act that needs it, or not at all, and never in another tenant’s name', async () => {
  const { database } = world.ctx;
  const jobs = () => ask('select task_identifier as name, key from graphile_worker.jobs');
  const job = { tenantId: wardTenant, messageId: 'm1' };
  const undone = database.tenant(wardTenant, async (tx) => {
    await addJob(tx, 'send-chat-message', job, { key: 'undone' });
    throw new Error('the act failed');
  });
  await expect(undone).rejects.toThrow('the act failed');
  expect(await jobs()).toEqual([]);
  await database.tenant(wardTenant, (tx) => addJob(tx, 'send-chat-message', job, { key: 'done' }));
  expect(await jobs()).toEqual([{ name: 'send-chat-message', key: 'done' }]);
  await expect(
    database.tenant('tinh-khac', (tx) => addJob(tx, 'send-chat-message', job, { key: 'forged' })),
  ).rejects.toThrow(/belongs to the tenant/);
  const foreign = { name: 'send-chat-message', payload: job, key: 'foreign' };
  const own = { name: 'send-chat-message', payload: { tenantId: 'tinh-khac' }, key: 'own' };
  await expect(database.tenant('tinh-khac', (tx) => addJobs(tx, [own, foreign]))).rejects.toThrow(
    /belongs to the tenant/,
  );
  await expect(database.shared((tx) => addJobs({ ...tx, tenantId: '' }, [foreign]))).rejects.toThrow(
    /belongs to the tenant/,
  );
  await expect(
    database.tenant(wardTenant, (tx) => tx.run(sql`select count(*) from graphile_worker.jobs`)),
  ).rejects.toMatchObject({ code: '42501' });
});

test('a tenant’s name that could be SQL never reaches the server', async () => {
  for (const id of ["x'; drop table dossier; --", '', 'A', 'đ', 'a'.repeat(41), "kien-tuong' or 'a'='a"])
    await expect(async () => world.ctx.database.tenant(id, async () => 1)).rejects.toThrow(/shape/);
});

test('a second start finds the ward there and leaves it alone', async () => {
  const before = await ask('select count(*) from procedure');
  expect(await setUpWard(world.ctx, world.ctx.clock.now())).toBe(false);
  expect(await insertTenant(world.ctx.database, wardTenant, 'Ai đó', world.ctx.clock.now())).toBe(false);
  expect(await ask('select count(*) from procedure')).toEqual(before);
});
