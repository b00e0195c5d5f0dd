// A draft is filed over HTTP: whole or not at all, once from however many tabs, with what a helper and hostile hands may send.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { givenHousehold } from '../../test/given-draft.ts';
import { givenPhoto } from '../../test/given-photo.ts';
import { createWorld, type World } from '../../test/world.ts';
import { readLedger } from '../dossiers/store.ts';
import type { DeclaredView, DraftLink, DraftView, UploadProgress } from './schema.ts';

let world: World;
let tab: Client;
beforeAll(async () => {
  world = await createWorld();
  tab = visitor(world.http);
});
afterAll(() => world.close());

async function begun(procedureCode = '1.001612'): Promise<string> {
  const reply = await tab.post<DraftLink>(`/public/${world.tenantId}/drafts`, { procedureCode });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.token;
}
const save = (token: string, changes: unknown) => tab.post(`/drafts/${token}/answers`, { changes });
const view = async (token: string) => (await tab.get<DraftView>(`/drafts/${token}`)).body;
const submit = (token: string, from = tab) =>
  from.post<DraftLink>(`/drafts/${token}/submit`, { declared: true });
const countDossiers = async () =>
  Number((await world.owner.query('select count(*) from dossier')).rows[0].count);

test('two tabs send the same draft: one dossier, waiting for reception, in the name of whom it is for', async () => {
  const token = await begun();
  const saved = await save(token, givenHousehold({ helper: true }));
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  expect((await view(token)).defects).toEqual([]);
  const before = await countDossiers();
  const replies = await Promise.all([submit(token), submit(token, visitor(world.http)), submit(token)]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(replies.map(({ body }) => body.token)).size).toBe(1);
  expect(await countDossiers()).toBe(before + 1);

  const { rows } =
    await world.owner.query(`select d.id, d.code, d.status, d.received_at, d.channel, a.full_name, a.phone
    from dossier d join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id order by d.id desc limit 1`);
  expect(rows[0]).toMatchObject({
    code: null,
    status: 'submitted',
    received_at: null,
    channel: 'online',
    full_name: 'Trần Thị <b>Bé</b>',
    phone: '+84912345678',
  });
  const ledger = await world.ctx.database.tenant(world.tenantId, (tx) => readLedger(tx, rows[0].id));
  const told = JSON.stringify(ledger);
  expect(told).toContain('"form":{');
  for (const personal of ['Bé', 'Nguyễn Văn Giúp', '999']) expect(told).not.toContain(personal);
  const clerk = await world.signInAs('nhung');
  const declared = await clerk.get<DeclaredView>(`/dossiers/${rows[0].id}/declared`);
  expect(declared.body).toMatchObject({ unaltered: true, messagesTo: 'Người nộp giúp' });
  expect(declared.body.filer).toContain('Nguyễn Văn Giúp');
  expect(JSON.stringify(declared.body.pages)).toContain('Trần Thị <b>Bé</b>');
  expect(await view(token)).toMatchObject({ state: 'filed', trackingToken: replies[0]?.body.token });
  expect((await save(token, [{ path: 'workers', value: 3 }])).status).toBe(409);
  const tracked = await tab.get<{ status: string; code: string | null }>(
    `/tracking/${replies[0]?.body.token}`,
  );
  expect(tracked.body).toMatchObject({ code: null, status: 'submitted' });
});

test('what is wanting or wrong is all named at once, and nothing is filed', async () => {
  const token = await begun();
  await save(token, [...givenHousehold({}), { path: 'workers', value: 1e300 }, { path: 'lines' }]);
  const before = await countDossiers();
  const reply = await submit(token);
  expect(reply.status).toBe(422);
  const { fields } = reply.body as unknown as { fields: { field: string; message: string }[] };
  expect(fields.map(({ field }) => field)).toEqual(['lines', 'workers']);
  for (const { message } of fields) expect(message).toMatch(/[À-ỹ]/);
  expect(await countDossiers()).toBe(before);
  const unasked = await save(token, [{ path: '__proto__.admin', value: true }]);
  expect(unasked).toMatchObject({ status: 422, body: { fields: [{ field: '__proto__.admin' }] } });
  expect((await tab.post(`/drafts/${token}/submit`, { declared: false })).status).toBe(422);
});

test('a photograph comes in parts over a broken line, and goes on where it broke off; thirty come at once', async () => {
  const token = await begun('1.001193');
  const slot = (await view(token)).slots.find(({ name }) => /chứng sinh/i.test(name))?.paperId ?? '';
  const bytes = await givenPhoto();
  const send = (from: number, to: number, upload: string, sent = bytes) =>
    tab.upload<UploadProgress>(
      sent.subarray(from, to),
      `/drafts/${token}/uploads/${upload}?paperId=${slot}&total=${sent.length}&from=${from}`,
    );
  const upload = randomUUID();
  expect((await send(0, 1000, upload)).body).toEqual({ received: 1000, paper: null });
  expect((await send(5000, 6000, upload)).body).toEqual({ received: 1000, paper: null });
  expect((await tab.get(`/drafts/${token}/uploads/${upload}`)).body).toEqual({ received: 1000, paper: null });
  const whole = await send(1000, bytes.length, upload);
  expect(whole.body).toMatchObject({ received: bytes.length, paper: { paperId: slot, type: 'image/jpeg' } });
  const again = await send(0, bytes.length, randomUUID());
  expect(again.body.paper?.id, 'the same photograph again').toBe(whole.body.paper?.id);

  const others = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const other = Buffer.concat([bytes, Buffer.from(randomUUID())]);
      return send(0, other.length, randomUUID(), other);
    }),
  );
  expect(others.filter(({ status }) => status === 200)).toHaveLength(29);
  expect(others.find(({ status }) => status !== 200)?.body).toMatchObject({ kind: 'too_large' });
  expect((await view(token)).papers).toHaveLength(30);
  const broken = await send(0, 3000, randomUUID(), bytes.subarray(0, 3000));
  expect(broken.status).toBe(415);
});

test('where filing lands elsewhere nothing is filed here', async () => {
  const token = await begun('1.013225');
  expect((await view(token)).place).toMatchObject({ kind: 'national_portal' });
  expect(await submit(token)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Cổng') },
  });
  expect((await tab.post(`/public/${world.tenantId}/drafts`, { procedureCode: '9.999999' })).status).toBe(
    409,
  );
  expect((await tab.post('/public/tinh-khac/drafts', { procedureCode: '1.001612' })).status).toBe(404);
  expect((await tab.get(`/drafts/${world.tenantId}.${'x'.repeat(22)}`)).status).toBe(404);
});
