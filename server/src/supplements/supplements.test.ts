// A supplement from the phone, the page and the counter: only what was asked reopens, and the clock knows when it was complete.

import { setFollowing, withdrawData } from '@motcua/zalo-sim/people';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import { type Client, visitor } from '../../test/client.ts';
import type { ActionAnswer, DossierView } from '../dossiers/schema.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import type { DossierFiles } from '../files/schema.ts';
import type { TrackingView } from '../tracking/schema.ts';
import { tabs, type Worklist } from '../worklists/schema.ts';

let world: ChatWorld;
let hoa: Client;
let id: string;
let phone: Phone;
let photo: Buffer;
beforeAll(async () => {
  world = await createChatWorld();
  hoa = await world.signInAs('hoa');
  photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#e8e4da' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  expect((await verifyTenant(world.ctx.database, world.tenantId)).faults).toEqual([]);
  await world.close();
});
beforeEach(async () => {
  ({ id } = await world.givenIntake());
  phone = await world.linkedPhone(id);
  await act({ type: 'claim' });
});

const paper = (paperId: string, label: string) => ({
  target: { kind: 'paper', paperId },
  label,
  reason: 'Ảnh bị mờ, xin chụp lại.',
});
const content = { target: { kind: 'field', field: 'summary' }, label: 'Nội dung', reason: 'Thiếu nơi sinh.' };
const ask = (...items: object[]) => act({ type: 'request_supplement', items, sectorGround: null });
const look = async (client = hoa) => (await client.get<DossierView>(`/dossiers/${id}`)).body;
const page = async () => (await visitor(world.http).get<TrackingView>(`/tracking/${world.tokenOf(id)}`)).body;

async function act(action: object, client = hoa): Promise<ActionAnswer> {
  const { version } = await look(client);
  const reply = await client.post<ActionAnswer>(`/dossiers/${id}/actions`, { version, action });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

async function send(item: number, body: Buffer | object, token = world.tokenOf(id)) {
  const isFile = Buffer.isBuffer(body);
  const path = `/tracking/${token}/supplement/${item}/${isFile ? 'file' : 'value'}`;
  const type = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
  return visitor(world.http).post<{ missing: string[]; kind: string; detail: string }>(path, body, type);
}

test('by photo in the chat: one paper, at once complete, with the officer, and the promise counts from then', async () => {
  await ask(paper('p1', 'Tờ khai'));
  await phone.act(() => {});
  world.ctx.clock.advance(20);
  const [answer] = await phone.sendPhoto(photo);
  expect(answer).toContain('Đã nhận ảnh cho “Tờ khai”. Đã nhận 1/1 mục. Trung tâm đã nhận đủ');
  const answeredAt = world.ctx.clock.now();
  const { supplement, actions, statusSentence } = await look();
  expect(supplement?.answeredAt).toBe(answeredAt);
  expect(statusSentence).toContain('đã nhận phần bổ sung');
  expect(actions.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['take_supplement', 'return_supplement']),
  );
  const { files } = (await hoa.get<DossierFiles>(`/dossiers/${id}/files`)).body;
  expect(files).toMatchObject([{ paperId: 'p1', origin: 'chat', keptBy: null }]);
  world.ctx.clock.advance(25);
  await act({ type: 'take_supplement', papers: [] });
  const { rows } = await world.owner.query(
    `select state -> 'supplements' -> 0 ->> 'completedAt' as at from dossier where id = $1`,
    [id],
  );
  expect(rows[0].at).toBe(answeredAt);
});

test('what is answered in full lies with whoever has to look at it, and no longer with the citizen', async () => {
  const nhung = await world.signInAs('nhung');
  const where = async (client: Client) => {
    const found = [];
    for (const tab of tabs) {
      const { rows, counts, total } = (await client.get<Worklist>(`/worklist?tab=${tab}`)).body;
      expect(rows, tab).toHaveLength(counts[tab]);
      expect(total).toBe(counts[tab]);
      if (rows.some((row) => row.id === id)) found.push(tab);
    }
    return found;
  };
  const row = async () =>
    (await hoa.get<Worklist>('/worklist?tab=unit')).body.rows.find((each) => each.id === id);
  await ask(paper('p1', 'Tờ khai'), content);
  expect([await where(hoa), await where(nhung)]).toEqual([['unit', 'citizen'], ['citizen']]);
  await send(0, photo);
  expect(await where(hoa)).toEqual(['unit', 'citizen']);
  await send(1, { value: 'Sinh tại Long An' });
  expect([await where(hoa), await where(nhung)]).toEqual([['mine', 'unit'], []]);
  expect(await row()).toMatchObject({
    timeText: 'công dân đã gửi đủ, chờ kiểm tra',
    duty: { text: expect.stringContaining('công dân đã gửi đủ, kiểm tra trước'), missed: false },
  });
  // Given back, it is there for a colleague to take.
  await act({ type: 'release', reason: 'Nghỉ chiều nay.' });
  expect(await where(hoa)).toEqual(['to_claim', 'unit']);
  await act({ type: 'claim' });
  await act({ type: 'return_supplement', items: [{ item: 0, reason: 'Vẫn còn mờ.' }] });
  expect(await where(hoa)).toEqual(['unit', 'citizen']);
});

test('of several the chat asks which, counts, and takes words by their number', async () => {
  await ask(paper('p1', 'Tờ khai'), paper('p2', 'Giấy chứng sinh'), content);
  await phone.act(() => {});
  expect((await phone.sendPhoto(photo)).join()).toMatch(/giấy nào\? 1\. Tờ khai {2}2\. Giấy chứng sinh/);
  await phone.sendPhoto(photo);
  expect((await phone.say('2')).join()).toContain('Đã nhận 1/3 mục. Còn: (1) Tờ khai; (3) Nội dung');
  expect((await phone.say('BS 3: Khai sinh cho con, sinh tại Long An')).join()).toContain('Đã nhận 2/3 mục');
  expect((await phone.say('xong')).join()).toContain('Còn: (1) Tờ khai');
  expect((await look()).supplement?.answeredAt).toBeNull();
  expect((await phone.sendPhoto(photo, 'tờ khai đây ạ')).join()).toContain('Đã nhận 3/3 mục');
  const { supplement } = await look();
  expect(supplement?.items.map(({ sent, value }) => [sent.length, value?.value ?? null])).toEqual([
    [1, null],
    [2, null],
    [0, 'Khai sinh cho con, sinh tại Long An'],
  ]);
  expect(supplement?.items[2]?.before).toBe((await look()).summary);
  const { rows } = await world.owner.query('select 1 from chat_photo');
  expect(rows).toEqual([]);
});

test('a missing signature is answered by a photograph, though it is missing from a field', async () => {
  const signature = {
    target: { kind: 'field', field: 'other' },
    label: 'Chữ ký người khai',
    reason: 'Chưa có chữ ký.',
    reasonCode: 'thieu_chu_ky',
  };
  await ask(content, signature);
  expect((await phone.act(() => {})).join()).toContain('BS 1:');
  expect((await phone.say('BS 2: đã ký')).join()).toContain('“Chữ ký người khai” cần ảnh chụp');
  expect((await send(1, { value: 'đã ký' })).body.detail).toContain('cần ảnh chụp');
  expect((await send(0, photo)).body.detail).toContain('cần ghi bằng chữ');
  expect((await phone.sendPhoto(photo)).join()).toContain('Đã nhận ảnh cho “Chữ ký người khai”. Đã nhận 1/2');
  expect((await send(0, { value: 'Sinh tại Long An' })).body.missing).toEqual([]);
  const { supplement } = await look();
  const [, item] = supplement?.items ?? [];
  expect(item).toMatchObject({ paperId: 'x1-2', sent: [{ channel: 'qua Zalo' }] });
  const given = { paperId: 'x1-2', name: 'Chữ ký người khai', originals: 0, copies: 1, note: null };
  await act({ type: 'take_supplement', papers: [given] });
  expect((await look()).papers).toContainEqual(given);
});

test('what is wanting is asked again, alone, and the rest stays good', async () => {
  await ask(paper('p1', 'Tờ khai'), paper('p2', 'Giấy chứng sinh'));
  await phone.act(() => {});
  await send(0, photo);
  expect((await send(1, photo)).body.missing).toEqual([]);
  world.ctx.clock.advance(5);
  await act({ type: 'return_supplement', items: [{ item: 1, reason: 'Vẫn còn mờ góc dưới.' }] });
  expect((await phone.act(() => {})).join()).toMatch(
    /còn phải làm lại 1 giấy tờ: \(1\) Giấy chứng sinh: vẫn còn mờ/,
  );
  expect((await page()).supplement?.items.map(({ label, sent }) => [label, sent])).toEqual([
    ['Giấy chứng sinh', 0],
  ]);
  const other = await send(0, photo);
  expect(other.body).toMatchObject({
    kind: 'not_possible_now',
    detail: expect.stringContaining('Giấy chứng sinh'),
  });
  expect((await phone.sendPhoto(photo)).join()).toContain('Đã nhận 1/1 mục');
});

test('from the page: the item, its kind and its file are checked, and one key sends once', async () => {
  await ask(paper('p1', 'Tờ khai'), content);
  expect((await send(0, { value: 'chữ' })).body.detail).toContain('cần ảnh chụp');
  expect((await send(1, photo)).body.detail).toContain('cần ghi bằng chữ');
  expect((await send(7, photo)).body.detail).toContain('Tờ khai; Nội dung');
  expect((await send(0, Buffer.from('PK\u0003\u0004 nén'))).body.detail).toContain('tệp nén');
  expect((await send(1, { value: '   ' })).body.kind).toBe('invalid_fields');
  expect((await send(0, photo, `${world.tenantId}.AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
  expect((await page()).supplement?.items.map(({ sent }) => sent)).toEqual([0, 0]);
  expect((await send(0, photo)).body.missing).toEqual(['Nội dung']);
  expect((await send(1, { value: 'Sinh tại Long An' })).body.missing).toEqual([]);
  expect(await page()).toMatchObject({
    mustDo: null,
    supplement: { answered: true, items: [{ sent: 1 }, { value: 'Sinh tại Long An' }] },
  });
  // A further page is welcome, and is no second answer.
  expect((await send(0, photo)).status).toBe(200);
  const answers = (await look()).timeline.filter(({ type }) => type === 'supplement_answered');
  expect(answers).toHaveLength(1);
  await act({ type: 'take_supplement', papers: [], summary: 'Sinh tại Long An' });
  expect((await look()).summary).toBe('Sinh tại Long An');
  expect((await send(0, photo)).body.detail).toContain('không chờ bổ sung nữa');
});

test('whoever does not follow the dossier any more completes nothing, and who is forgotten leaves no photograph', async () => {
  await ask(paper('p1', 'Tờ khai'), paper('p2', 'Giấy chứng sinh'));
  await phone.act(() => {});
  await phone.sendPhoto(photo);
  expect((await world.owner.query('select 1 from chat_photo')).rowCount).toBe(1);
  await phone.act((street, person) => withdrawData(street, person));
  expect((await world.owner.query('select 1 from chat_photo')).rowCount).toBe(0);
  const stranger = world.phone('Người lạ');
  await stranger.act((street, person) => setFollowing(street, person, true));
  expect((await stranger.sendPhoto(photo)).join()).toContain('không thấy mã QR');
  expect((await page()).supplement?.items.map(({ sent }) => sent)).toEqual([0, 0]);
});

test('a further request for another reason waits for a leader, and asks the citizen nothing until then', async () => {
  await ask(paper('p1', 'Tờ khai'));
  await act({ type: 'take_supplement', papers: [] });
  await phone.act(() => {});
  await ask(paper('p2', 'Giấy chứng sinh'));
  expect(await phone.act(() => {})).toEqual([]);
  const { status, proposal, actions } = await look();
  expect({ status, items: proposal?.items }).toEqual({
    status: 'in_process',
    items: ['Giấy chứng sinh: ảnh bị mờ, xin chụp lại.'],
  });
  expect(actions.find(({ type }) => type === 'request_supplement')?.whyNot).toContain('lãnh đạo');
  const long = await world.signInAs('long');
  await act({ type: 'confirm_supplement' }, long);
  expect((await phone.act(() => {})).join()).toContain('Giấy chứng sinh');
});
