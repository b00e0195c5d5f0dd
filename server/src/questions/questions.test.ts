// Questions of citizens: asked on the web or in the chat, routed, drafted, published by another person, found, quoted, and looked at again.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { type Client, visitor } from '../../test/client.ts';
import type {
  AskAnswer,
  AskedStatus,
  PublicAnswer,
  QuestionCount,
  QuestionList,
  QuestionsFound,
  QuestionView,
} from './schema.ts';

let world: ChatWorld;
let guest: Client;
const clients = new Map<string, Client>();
beforeAll(async () => {
  world = await createChatWorld({ at: '2026-12-07T08:00:00+07:00' });
  guest = visitor(world.http);
  for (const who of ['nhung', 'hoa', 'duyen', 'long', 'oanh', 'duc'])
    clients.set(who, await world.signInAs(who));
});
afterAll(() => world.close());

const as = (who: string): Client => {
  const client = clients.get(who);
  if (client === undefined) throw new Error(`${who} did not sign in.`);
  return client;
};
const base = '/public/kien-tuong/questions';
const question =
  'Con tôi tên Lê Văn Riêng, số 0912 345 678, khai sinh trễ bốn tháng thì có bị phạt tiền không?';
const draft = {
  title: 'Đăng ký khai sinh quá hạn có bị phạt không?',
  answer:
    'Đăng ký khai sinh quá hạn 60 ngày không bị phạt tiền; công chức tư pháp hướng dẫn làm bình thường.',
  legalSource: 'Nghị định 82/2020/NĐ-CP, Điều 37',
  procedureCode: '1.001193',
  expiresOn: '2027-12-31',
};
const look = async (who: string, id: string) => (await as(who).get<QuestionView>(`/questions/${id}`)).body;
const act = async (who: string, id: string, what: string, body: object = {}) => {
  const { version } = await look(who, id);
  return as(who).post<{ detail?: string; fields?: { field: string; message: string }[] }>(
    `/questions/${id}/${what}`,
    { version, ...body },
  );
};
async function asked(text = question): Promise<{ id: string; code: string }> {
  // Each from an address of its own: one may ask six times a minute.
  const { status, body } = await visitor(world.http).post<AskAnswer>(base, { text });
  expect(status).toBe(200);
  const { rows } = await world.owner.query<{ id: string }>('select id from question where code = $1', [
    body.code,
  ]);
  return { id: rows[0]?.id ?? '', code: body.code };
}
async function published(more: Partial<typeof draft> = {}): Promise<{ id: string; code: string }> {
  const made = await asked();
  for (const [who, what, body] of [
    ['nhung', 'route', { unit: 'tu-phap' }],
    ['hoa', 'draft', { ...draft, ...more }],
    ['long', 'publish', {}],
  ] as const)
    expect((await act(who, made.id, what, body)).status).toBe(200);
  return made;
}
const found = async (q: string) =>
  (await guest.get<QuestionsFound>(`${base}?q=${encodeURIComponent(q)}`)).body.rows;
const read = async (id: string) => (await guest.get<PublicAnswer>(`${base}/${id}`)).body;
const status = async (code: string) => (await guest.get<AskedStatus>(`${base}/asked/${code}`)).body;

it('goes from a citizen over a unit and a leader to everybody, and the asker’s words to nobody', async () => {
  const { body } = await guest.post<AskAnswer>(base, { text: question });
  expect(body).toMatchObject({
    answerByText: 'trước 17 giờ thứ Hai, 14/12',
    code: expect.stringMatching(/^HD-[0-9A-F]{8}$/),
  });
  expect((await status(body.code)).text).toContain('hẹn chậm nhất thứ Hai, 14/12');
  expect((await as('nhung').get<QuestionCount>('/questions/count')).body.count).toBeGreaterThan(0);
  const { rows } = (await as('nhung').get<QuestionList>('/questions?tab=open')).body;
  const id = rows.find(({ code }) => code === body.code)?.id ?? '';
  expect((await act('duyen', id, 'route', { unit: 'tu-phap' })).status).toBe(403);
  expect((await act('nhung', id, 'route', { unit: 'tu-phap' })).status).toBe(200);
  expect((await act('duyen', id, 'draft', draft)).status).toBe(403);
  expect((await act('hoa', id, 'draft', draft)).status).toBe(200);
  expect((await guest.get(`${base}/${id}`)).status).toBe(404);
  expect((await act('hoa', id, 'publish')).body.detail).toContain('Lãnh đạo');
  expect((await act('long', id, 'publish')).status).toBe(200);

  expect((await found('khai sinh tre co bi phat k'))[0]).toMatchObject({ id, title: draft.title });
  const page = await read(id);
  expect(page).toMatchObject({ answer: draft.answer, legalSource: draft.legalSource, staleText: null });
  expect(page.procedure).toMatchObject({ code: '1.001193' });
  expect(JSON.stringify([page, await found('')])).not.toMatch(/Riêng|0912/);
  expect(await status(body.code)).toMatchObject({ answerId: id });
});

it('nobody publishes what they drafted, and a leader can send it back', async () => {
  const { id } = await asked();
  await act('nhung', id, 'route', { unit: 'mot-cua' });
  expect((await act('duc', id, 'draft', draft)).status).toBe(200);
  expect((await act('duc', id, 'publish')).body.detail).toContain('không tự duyệt');
  expect((await act('long', id, 'send-back', { reason: 'x' })).body.fields?.[0]?.message).toContain(
    '5 ký tự',
  );
  expect((await act('long', id, 'send-back', { reason: 'Thiếu điều khoản.' })).status).toBe(200);
  expect(await look('duc', id)).toMatchObject({ state: 'routed', reason: 'Thiếu điều khoản.' });
});

describe('bad input is named', () => {
  it('in a draft: no source, somebody’s number, an unknown procedure, a day that is over', async () => {
    const { id } = await asked();
    await act('nhung', id, 'route', { unit: 'tu-phap' });
    const refused = async (more: object) =>
      (await act('hoa', id, 'draft', { ...draft, ...more })).body.fields;
    expect(await refused({ legalSource: '' })).toMatchObject([
      { field: 'legalSource', message: expect.stringContaining('căn cứ') },
    ]);
    expect(await refused({ answer: 'Chị gọi số 0912 345 678 để được hướng dẫn thêm.' })).toMatchObject([
      { field: 'answer', message: expect.stringContaining('0912 345 678') },
    ]);
    expect(await refused({ procedureCode: '9.999999' })).toMatchObject([{ field: 'procedureCode' }]);
    expect(await refused({ expiresOn: '2026-12-07' })).toMatchObject([{ field: 'expiresOn' }]);
    expect((await look('hoa', id)).state).toBe('routed');
    expect((await act('nhung', id, 'route', { unit: 'khong-co' })).body.fields).toMatchObject([
      { field: 'unit' },
    ]);
  });

  it('of a citizen: too short, a denunciation, a place that is none', async () => {
    const count = async () =>
      (await world.owner.query<{ count: string }>('select count(*) from question')).rows[0]?.count;
    const before = await count();
    expect((await guest.post<{ fields: object[] }>(base, { text: 'hỏi' })).body.fields).toMatchObject([
      { field: 'text', message: expect.stringContaining('quá ngắn') },
    ]);
    const denounced = await guest.post<{ detail: string }>(base, {
      text: 'Tôi tố cáo ông A nhận hối lộ của dân',
    });
    expect(denounced).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('chưa lưu gì') },
    });
    expect((await guest.post('/public/khong-co/questions', { text: question })).status).toBe(404);
    expect((await guest.get(`${base}/asked/HD-XXXXXXXX`)).status).toBe(404);
    expect(await count()).toBe(before);
  });

  it('of an officer who looked at an older state', async () => {
    const { id } = await asked();
    const { version } = await look('nhung', id);
    await act('nhung', id, 'route', { unit: 'tu-phap' });
    const late = await as('nhung').post(`/questions/${id}/route`, { version, unit: 'kinh-te' });
    expect(late).toMatchObject({ status: 409, body: { detail: expect.stringContaining('còn nguyên') } });
  });
});

describe('an answer grows old', () => {
  it('with a new version of its procedure: hidden, flagged, and good again when it was looked at', async () => {
    const { id } = await published({
      procedureCode: '1.000894',
      title: 'Đăng ký kết hôn cần mấy người làm chứng?',
    });
    expect((await found('ket hon may nguoi lam chung'))[0]?.id).toBe(id);
    await world.owner.query(`begin; set local motcua.tenant = 'kien-tuong';
      update procedure set superseded_at = now() where code = '1.000894' and superseded_at is null;
      insert into procedure (tenant_id, code, version, content_hash, body, name, field, search_key, offered, imported_at)
        select tenant_id, code, version + 1, content_hash || 'x', body, name, field, search_key, offered, now()
        from procedure where code = '1.000894' order by version desc limit 1; commit`);
    expect(await found('ket hon may nguoi lam chung')).toEqual([]);
    expect(await read(id)).toMatchObject({
      answer: null,
      staleText: expect.stringContaining('vừa thay đổi'),
    });
    const { body } = await as('hoa').get<QuestionList>('/questions?tab=review');
    expect(body.rows).toMatchObject([{ id, stateText: expect.stringContaining('vừa thay đổi') }]);
    const { title, answer, legalSource, procedureCode, expiresOn } = (await look('hoa', id)).draft;
    await act('hoa', id, 'draft', { title, answer, legalSource, procedureCode, expiresOn });
    await act('long', id, 'publish');
    expect(await read(id)).toMatchObject({ answer: draft.answer, staleText: null });
  });
});

describe('in the chat', () => {
  it('is sent in one message, and the answer comes back there; erasure leaves the answer alone', async () => {
    const phone = world.phone('Chị Hỏi');
    await phone.say('gửi câu hỏi cho Trung tâm');
    expect((await phone.say('ông nội tôi mất ở viện thì nhà báo cho ai trước'))[0]).toContain(
      'Trung tâm đã nhận câu hỏi',
    );
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from question where channel = 'chat'`,
    );
    const id = rows[0]?.id ?? '';
    expect(await look('nhung', id)).toMatchObject({
      asked: 'ông nội tôi mất ở viện thì nhà báo cho ai trước',
    });
    await act('nhung', id, 'route', { unit: 'tu-phap' });
    await act('hoa', id, 'draft', {
      ...draft,
      procedureCode: '',
      title: 'Người thân mất ở bệnh viện thì báo cho ai?',
      answer: 'Lấy giấy báo tử của bệnh viện rồi đăng ký khai tử tại phường.',
    });
    const published = await phone.act(() => {});
    expect(published).toEqual([]);
    await act('long', id, 'publish');
    const [told] = await phone.act(() => {});
    expect(told).toMatch(/đã có trả lời\. Người thân mất .*\(Căn cứ: Nghị định 82.*hoi-dap\/kien-tuong\//);

    expect((await world.phone('Anh Khác').say('người thân mất trong bệnh viện báo cho ai'))[0]).toMatch(
      /^Người thân mất ở bệnh viện.*\(Căn cứ: /,
    );
    await phone.say('quên tôi');
    expect((await world.everything()).includes('ông nội tôi mất')).toBe(false);
    expect((await read(id)).answer).toContain('giấy báo tử');
  });
});

it('an answer grows old on its last day', async () => {
  const { id } = await published({ expiresOn: '2026-12-08', procedureCode: '' });
  world.ctx.clock.set('2026-12-09T08:00:00+07:00');
  expect((await read(id)).staleText).toContain('hết hạn');
});
