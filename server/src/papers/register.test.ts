// The register book through the front door: by period and by words, page by page, as a workbook and on paper.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenAgency } from '../../test/given-agency.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { unpack } from '../../test/unpack.ts';
import { createWorld, type World } from '../../test/world.ts';
import { readPages } from './pdf-reading.ts';
import type { RegisterPage } from './schema.ts';
import { closePapers } from './set-paper.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld({ at: '2026-12-07T08:00:00+07:00' });
  const named = (fullName: string) => ({ ...givenIntakeBody().applicant, fullName });
  await world.givenIntake();
  await world.givenIntake({ applicant: named('=HYPERLINK("x") Đặng Ưng') });
  world.ctx.clock.set('2026-12-08T09:30:00+07:00');
  clerk = await world.signInAs('nhung');
  await world.givenIntake({
    clerk: 'phuc',
    applicant: { ...named('Trần Văn Đạt'), phone: '0909 000 777' },
  });
});
afterAll(async () => {
  await closePapers();
  await world.close();
});

const read = async (query: string) => (await clerk.get<RegisterPage>(`/register?${query}`)).body;
const whole = 'from=2026-12-01&to=2026-12-31';

test('one line for each dossier received, in the order of their numbers', async () => {
  const page = await read(whole);
  expect(page).toMatchObject({ total: 3, source: 'Mẫu số 07, Thông tư số 03/2025/TT-VPCP' });
  expect(page.rows.map(({ number }) => number)).toEqual(['0001', '0002', '0003']);
  expect(page.rows[2]).toMatchObject({
    applicantName: 'Trần Văn Đạt',
    received: '09:30 08/12/2026',
    copies: '1',
    delivery: 'Tại quầy',
    contact: expect.stringContaining('0909 000 777'),
  });
});

test('by period, by name without accents, by telephone, by code', async () => {
  expect((await read('from=2026-12-08&to=2026-12-08')).rows.map(({ number }) => number)).toEqual(['0003']);
  expect((await read('from=2026-12-09&to=2026-12-31')).total).toBe(0);
  expect((await read(`${whole}&q=tran dat`)).rows.map(({ number }) => number)).toEqual(['0003']);
  expect((await read(`${whole}&q=0909000777`)).total).toBe(1);
  const code = (await read(whole)).rows[0]?.code ?? '';
  expect((await read(`${whole}&q=${code}`)).rows.map((row) => row.code)).toEqual([code]);
  expect((await read(`${whole}&offset=2`)).rows).toHaveLength(1);
});

test('as a workbook: every line, no formula; as paper: every line under its columns; both written down', async () => {
  const xlsx = await clerk.get(`/register.xlsx?${whole}`);
  expect(xlsx.headers['content-disposition']).toBe(
    'attachment; filename="so-theo-doi-ho-so-2026-12-01-2026-12-31.xlsx"',
  );
  const xml = unpack(xlsx.bytes).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  expect(xml).toContain('=HYPERLINK(&quot;x&quot;) Đặng Ưng');
  expect(xml).not.toContain('<f>');
  expect(xml.match(/<row /g)).toHaveLength(3 + 1 + 3);
  const pdf = await clerk.get(`/register.pdf?${whole}&q=van dat`);
  const text = readPages(pdf.bytes)
    .map((page) => page.text)
    .join('')
    .replace(/[\s\u200b]/g, '');
  expect(text).toContain('TrầnVănĐạt');
  expect(text).not.toContain('ĐặngƯng');
  const { rows } = await world.owner.query(
    `select kind, detail, officer_id is not null as who from paper_print where kind = 'register' order by at, id`,
  );
  expect(rows).toEqual([
    { kind: 'register', detail: '2026-12-01/2026-12-31 xlsx', who: true },
    { kind: 'register', detail: '2026-12-01/2026-12-31 pdf “van dat”', who: true },
  ]);
});

test('a period that cannot be is refused with the field and what to do', async () => {
  const fieldsOf = async (query: string) => {
    const reply = await clerk.get<{ fields: { field: string; message: string }[] }>(`/register?${query}`);
    return [reply.status, ...reply.body.fields.map(({ field, message }) => `${field}: ${message}`)];
  };
  expect(await fieldsOf('from=2026-12-31&to=2026-12-01')).toEqual([
    422,
    'to: Ngày cuối đứng trước ngày đầu. Xin đổi lại hai ngày.',
  ]);
  expect(await fieldsOf('from=2026-02-30&to=2026-12-01')).toEqual([
    422,
    'from: Chọn lại ngày đầu: cần một ngày có thật.',
  ]);
});

test('another agency has a book of its own', async () => {
  const far = await givenAgency(world, world.tenantId, '2');
  const stranger = await far.signInAs('nhung');
  expect((await stranger.get<RegisterPage>(`/register?${whole}`)).body.total).toBe(0);
});
