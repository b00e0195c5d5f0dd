// Filing again is explained and recorded; several dossiers of one person make one visit with one receipt.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { visitToken } from '../dossiers/link-token.ts';
import type { DossierView, IntakeAnswer, IntakeBody } from '../dossiers/schema.ts';
import { readPages } from '../papers/pdf-reading.ts';
import type { FiledBefore, VisitLinks } from './schema.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
});
afterAll(() => world.close());

interface Refusal {
  kind: string;
  detail: string;
  fields: { field: string }[];
}
const take = (body: IntakeBody) => clerk.post<IntakeAnswer & Refusal>('/dossiers', body);

test('the same person with the same procedure: told which and where, never in silence, and why is kept', async () => {
  const body = givenIntakeBody();
  const first = (await take(body)).body;
  const { identityNumber } = body.applicant;
  const asked = { identityNumber, procedureCode: body.procedureCode };
  const before = await clerk.post<{ dossiers: FiledBefore[] }>('/dossiers/filed-before', asked);
  expect(before.body.dossiers).toMatchObject([{ id: first.id, code: first.code }]);
  expect(before.body.dossiers[0]?.text).toMatch(/nộp thứ Hai, 7\/12; đang xử lý, ở bước .*, chưa ai nhận\.$/);

  const silent = await take(body);
  expect(silent).toMatchObject({ status: 409, body: { kind: 'filed_before' } });
  expect(silent.body.detail).toContain(first.code);
  expect(silent.body.fields.map(({ field }) => field)).toEqual(['againReason']);

  const again = await take({ ...body, againReason: 'Xin thêm một bản cho con.' });
  expect(again.status, JSON.stringify(again.body)).toBe(200);
  const { timeline } = (await clerk.get<DossierView>(`/dossiers/${again.body.id}`)).body;
  const told = timeline.find(({ type }) => type === 'filed_again');
  expect(told?.lines).toEqual([`Hồ sơ trước: ${first.code}`, 'Lý do: Xin thêm một bản cho con.']);

  // Another procedure of the same person, and the same procedure of another, are nothing to ask about.
  expect(
    (await take({ ...givenIntakeBody({ procedureCode: '1.001193' }), applicant: body.applicant })).status,
  ).toBe(200);
  expect((await take(givenIntakeBody())).status).toBe(200);
});

test('what ended long ago is not told any more; what ended just now is', async () => {
  const body = givenIntakeBody();
  const { id, version } = (await take(body)).body;
  const action = { type: 'withdraw', reason: 'Không cần nữa.' };
  expect((await clerk.post(`/dossiers/${id}/actions`, { version, action })).status).toBe(200);
  expect((await take(body)).body.detail).toContain('công dân yêu cầu rút hồ sơ');
  world.ctx.clock.set('2026-12-28T08:00:00+07:00');
  clerk = await world.signInAs('nhung');
  expect((await take(body)).status).toBe(200);
});

test('a visit: each dossier has its receipt, all have one together, and its code leads to each', async () => {
  const body = givenIntakeBody();
  const first = (await take(body)).body;
  const other = givenIntakeBody({
    procedureCode: '1.001193',
    applicant: body.applicant,
    sameVisitAs: first.id,
  });
  const second = await take(other);
  expect(second.status, JSON.stringify(second.body)).toBe(200);
  expect([first.visit, second.body.visit?.count]).toEqual([null, 2]);

  const receipt = await clerk.get(`/visits/${second.body.visit?.id}/receipt.pdf`);
  const text = readPages(receipt.bytes)
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, '');
  for (const code of [first.code, second.body.code]) expect(text).toContain(code.replace(/\s+/g, ''));
  const { rows } = await world.owner.query(`select detail from paper_print where kind = 'visit'`);
  expect(rows).toEqual([{ detail: second.body.visit?.id }]);

  const token = visitToken(world.ctx.secrets, world.tenantId, second.body.visit?.id ?? '');
  const links = (await clerk.get<VisitLinks>(`/tracking/visits/${token}`)).body.dossiers;
  expect(links.map(({ code }) => code)).toEqual([first.code, second.body.code]);
  expect((await clerk.get(`/tracking/${links[0]?.token}`)).status).toBe(200);
  // A link renewed since is not handed out through the older paper.
  const renewal = { version: first.version, action: { type: 'renew_link', reason: 'Mất giấy tiếp nhận.' } };
  expect((await clerk.post(`/dossiers/${first.id}/actions`, renewal)).status).toBe(200);
  expect((await clerk.get<VisitLinks>(`/tracking/visits/${token}`)).body.dossiers).toHaveLength(1);
  expect((await clerk.get(`/tracking/visits/${token.slice(0, -3)}___`)).status).toBe(404);

  const stranger = await take(givenIntakeBody({ sameVisitAs: first.id }));
  expect(stranger).toMatchObject({ status: 422, body: { fields: [{ field: 'applicant.identityNumber' }] } });
});
