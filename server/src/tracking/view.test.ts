// What the QR on a receipt opens: enough to know where the dossier is, nothing of who it belongs to, and nothing without the key.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { applicantName, applicantNumber, applicantPhone, givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import { linkToken } from '../dossiers/link-token.ts';
import type { ActionAnswer, IntakeAnswer } from '../dossiers/schema.ts';
import type { TrackingStatus, TrackingView } from './schema.ts';

let world: World;
let citizen: Client;
beforeAll(async () => {
  world = await createWorld();
  citizen = visitor(world.http);
});
afterAll(() => world.close());

const tokenOf = ({ id }: { id: string }, generation = 1) =>
  linkToken(world.ctx.secrets, world.tenantId, id, generation);

async function press(
  username: string,
  at: ActionAnswer | IntakeAnswer,
  action: object,
): Promise<ActionAnswer> {
  const client = await world.signInAs(username);
  const reply = await client.post<ActionAnswer>(`/dossiers/${at.id}/actions`, {
    version: at.version,
    action,
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

test('the key opens its dossier: where it is, since when, until when, and what there is to do', async () => {
  const taken = await world.givenIntake();
  const { status, body } = await citizen.get<TrackingView>(`/tracking/${tokenOf(taken)}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    code: taken.code,
    status: 'in_process',
    statusLabel: 'Đang xử lý',
    due: taken.due,
    urgency: 'on_time',
    mustDo: null,
    supplement: null,
  });
  expect(body.sentence).toContain('Bộ phận Tư pháp - Hộ tịch');
  expect(body.timeline.map(({ text }) => text).at(-1)).toBe('Hồ sơ được nộp tại quầy');
  expect(body.trace.length).toBeGreaterThan(2);
});

test('from filing to hand-over, no name, number, phone, address, collector or inside note is shown', async () => {
  const secret = {
    name: applicantName,
    number: applicantNumber,
    lastSix: applicantNumber.slice(-6),
    phone: applicantPhone.replaceAll(' ', '').slice(1),
    spoken: applicantPhone,
    address: 'Hùng Vương, phường Kiến Tường',
    email: 'an@vi-du.vn',
    note: 'Ghi chú chỉ cho đồng nghiệp',
    collector: 'Nguyễn Văn Nhận Thay',
  };
  const applicant = { ...givenIntakeBody().applicant, email: secret.email };
  const seen: string[] = [];
  const look = async (at: { id: string }) => {
    const { body } = await citizen.get<TrackingView>(`/tracking/${tokenOf(at)}`);
    // The office's own address is for everybody.
    seen.push(JSON.stringify({ ...body, officeAddress: '' }));
    return body;
  };
  const taken = await world.givenIntake({ applicant });
  await look(taken);
  const item = { target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Bản nộp bị mờ.' };
  const claimed = await press('hoa', taken, { type: 'claim' });
  const asked = await press('hoa', claimed, {
    type: 'request_supplement',
    items: [item],
    sectorGround: null,
  });
  expect((await look(asked)).supplement?.items).toMatchObject([
    { label: 'Tờ khai', reason: 'Bản nộp bị mờ.' },
  ]);
  const given = await press('nhung', asked, { type: 'take_supplement', papers: [] });
  const passed = await press('hoa', given, { type: 'pass_on', note: secret.note });
  await look(passed);
  const signed = await press('long', passed, { type: 'approve' });
  const ready = await press('van', signed, { type: 'finish', resultNumber: '12/2026/HT' });
  expect((await look(ready)).mustDo).toMatch(/nhận kết quả/);
  const handed = await press('nhung', ready, {
    type: 'hand_over',
    collector: secret.collector,
    method: 'counter',
  });
  expect(await look(handed)).toMatchObject({ status: 'returned', mustDo: null, urgency: 'ended' });
  for (const [what, words] of Object.entries(secret))
    for (const [step, text] of seen.entries()) expect(text, `${what}, look ${step}`).not.toContain(words);
});

test('the answer stays out of caches, search engines and the addresses of other pages', async () => {
  const { headers } = await citizen.get(`/tracking/${tokenOf(await world.givenIntake())}`);
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('a revoked key, a guessed one, a mangled one and somebody else’s are answered alike: not found', async () => {
  const taken = await world.givenIntake();
  const old = tokenOf(taken);
  const fresh = tokenOf(taken, 2);
  await press('nhung', taken, { type: 'renew_link', reason: 'Công dân báo mất giấy tiếp nhận.' });
  expect((await citizen.get(`/tracking/${fresh}`)).status).toBe(200);
  const [tenant, random = ''] = fresh.split('.');
  const dead = [
    old,
    tokenOf(taken, 3),
    `${tenant}.${'A'.repeat(22)}`,
    `other-tenant.${random}`,
    `${tenant}.${random.slice(0, -1)}`,
    `${tenant}.${random}x`,
    `${tenant}.${random.toLowerCase() === random ? random.toUpperCase() : random.toLowerCase()}`,
    taken.code,
    taken.id,
    'x',
    encodeURIComponent("kien-tuong.' or true --aaaaaa"),
    encodeURIComponent('../session'),
  ];
  const answers = [];
  for (const token of dead) answers.push({ token, reply: await citizen.get(`/tracking/${token}`) });
  for (const { token, reply } of answers) {
    expect(reply.status, token).toBe(404);
    expect(reply.body, token).toEqual(answers[0]?.reply.body);
    expect(reply.headers['cache-control'], token).toBe('private, no-store');
  }
  for (const token of dead)
    expect((await visitor(world.http).post(`/tracking/${token}/link-code`, '{}')).status, token).toBe(404);
});

test('a whole network that tries keys is slowed down', async () => {
  const guesser = visitor(world.http);
  const statuses = new Set<number>();
  for (let n = 0; n < 61; n += 1)
    statuses.add((await guesser.get(`/tracking/kien-tuong.${String(n).padStart(22, 'A')}`)).status);
  expect([...statuses]).toEqual([404, 429]);
});

test('the status alone says the same as the page, and is as closed to strangers', async () => {
  const taken = await world.givenIntake();
  const { body: page } = await citizen.get<TrackingView>(`/tracking/${tokenOf(taken)}`);
  const { status, body, headers } = await citizen.get<TrackingStatus>(`/tracking/${tokenOf(taken)}/status`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  const { code, sentence, due, urgency, mustDo, timeText } = page;
  expect(body).toMatchObject({ code, sentence, due, urgency, mustDo, timeText });
  expect(body).toMatchObject({ unitName: 'Bộ phận Tư pháp - Hộ tịch', workingDaysLeft: expect.any(Number) });
  for (const token of [tokenOf(taken, 2), tokenOf({ id: world.ctx.newId() }), 'kien-tuong.x', 'x'])
    expect((await citizen.get(`/tracking/${token}/status`)).status, token).toBe(404);
});

test('those who ask at the same moment each get their own dossier, and strangers none', async () => {
  const taken = await Promise.all(Array.from({ length: 5 }, () => world.givenIntake()));
  const asked = Array.from({ length: 40 }, (_, n) => (n % 8 === 7 ? undefined : taken[n % 5]));
  const replies = await Promise.all(
    asked.map((at) =>
      citizen.get<TrackingStatus>(`/tracking/${tokenOf(at ?? { id: world.ctx.newId() })}/status`),
    ),
  );
  expect(replies.map(({ status, body }) => (status === 200 ? body.code : status))).toEqual(
    asked.map((at) => at?.code ?? 404),
  );
});

test('a new calendar, another name of a room or of the office shows in the very next answer', async () => {
  const taken = await world.givenIntake();
  const look = async () => (await citizen.get<TrackingView>(`/tracking/${tokenOf(taken)}`)).body;
  const before = await look();
  await world.owner.query(`update agency_unit set name = 'Phòng Hộ tịch mới' where code = 'tu-phap'`);
  expect((await look()).sentence).toContain('Phòng Hộ tịch mới');
  await world.owner.query(`update agency set address = 'Số 2 đường Mới'`);
  expect((await look()).officeAddress).toBe('Số 2 đường Mới');
  // The office is shut on the day the result was promised for.
  const shut = {
    date: before.due?.slice(0, 10),
    kind: 'local_closure',
    name: 'nghỉ tránh bão số 5',
    ground: null,
  };
  await world.owner.query(
    `insert into calendar_version (tenant_id, agency_id, version, spec, decided_at)
      select tenant_id, agency_id, version + 1,
        jsonb_set(spec, '{days}', spec -> 'days' || $1::jsonb) || jsonb_build_object('version', version + 1), now()
      from calendar_version order by version desc limit 1`,
    [JSON.stringify([shut])],
  );
  expect(((await look()).due ?? '') > (before.due ?? '')).toBe(true);
});
