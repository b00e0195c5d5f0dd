// The papers of a dossier through the front door: which there are, how they are numbered, what a print says and leaves behind.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenAgency } from '../../test/given-agency.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { ActionAnswer, DossierView, IntakeAnswer } from '../dossiers/schema.ts';
import { readPages } from './pdf-reading.ts';
import type { PaperList } from './schema.ts';
import { closePapers } from './set-paper.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
});
afterAll(async () => {
  await closePapers();
  await world.close();
});

const letters = (text: string) => text.normalize('NFC').replace(/[\s\u200b]/gu, '');
const lettersOf = (pdf: Buffer) =>
  letters(
    readPages(pdf)
      .map(({ text }) => text)
      .join(''),
  );

async function actOn(id: string, action: object, by = clerk): Promise<void> {
  const { body } = await by.get<DossierView>(`/dossiers/${id}`);
  const reply = await by.post<ActionAnswer>(`/dossiers/${id}/actions`, { version: body.version, action });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

const papersOf = async ({ id }: Pick<IntakeAnswer, 'id'>) =>
  (await clerk.get<PaperList>(`/dossiers/${id}/papers`)).body.papers;

async function printed({ id }: Pick<IntakeAnswer, 'id'>, paper: string): Promise<string> {
  const reply = await clerk.get(`/dossiers/${id}/papers/${paper}.pdf`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return lettersOf(reply.bytes);
}

const askForMore = {
  type: 'request_supplement',
  items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason: 'Thiếu chữ ký.' }],
  sectorGround: null,
};

test('each event makes its paper, in its own series; the slip is always at hand', async () => {
  const taken = await world.givenIntake({ passOn: false });
  await actOn(taken.id, askForMore);
  world.ctx.clock.advance(5);
  await actOn(taken.id, { type: 'take_supplement', papers: [] });
  const papers = await papersOf(taken);
  expect(papers.map(({ name }) => name)).toEqual([
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  ]);
  const [first, request, anew] = papers;
  expect(first?.numberText).toMatch(/^\d{4}\/TNHS$/);
  expect(request?.numberText).toBe('0001/HDHS');
  // Written anew, under the number of the first: it stands for the same line of the register.
  expect(anew?.numberText).toBe(first?.numberText);
  expect(await printed(taken, anew?.id ?? '')).toContain(letters('Lập lại sau khi hoàn thiện hồ sơ'));
  expect(first).toMatchObject({ source: 'Mẫu số 01, Thông tư số 03/2025/TT-VPCP', prints: [] });
});

test('a paper tells the state at its event: what happened later changes no word of it', async () => {
  const taken = await world.givenIntake({ passOn: false, fee: 8_000, feePaid: false });
  const receipt = (await papersOf(taken))[0]?.id ?? '';
  const before = await printed(taken, receipt);
  expect(before).toContain(letters('chưa thu'));
  await actOn(taken.id, { type: 'confirm_payment', receiptNumber: 'BL-1' });
  await actOn(taken.id, {
    type: 'correct_details',
    summary: 'Một nội dung khác hẳn',
    deliveryMethod: 'post',
    reason: 'Công dân đề nghị.',
  });
  await world.owner.query(`update agency set name = 'UBND phường Mới' where id = $1`, [world.agencyId]);
  const again = await printed(taken, receipt);
  await world.owner.query(`update agency set name = 'UBND phường Kiến Tường' where id = $1`, [
    world.agencyId,
  ]);
  expect(again.replace(/Bảninlạilần1·.*?Nhung/u, '')).toBe(before);
});

test('every print is written down: who, when, which copy; from the second on the paper says so', async () => {
  const taken = await world.givenIntake();
  const receipt = (await papersOf(taken))[0]?.id ?? '';
  expect(await printed(taken, receipt)).not.toContain(letters('Bản in lại'));
  world.ctx.clock.advance(5);
  expect(await printed(taken, receipt)).toContain(letters('Bản in lại lần 1'));
  const [row] = await papersOf(taken);
  expect(row?.prints.map(({ copy }) => copy)).toEqual([1, 2]);
  expect(row?.prints[1]).toMatchObject({
    at: world.ctx.clock.now(),
    officerName: expect.stringContaining('Nhung'),
  });
  // The receipt of the counter is the same paper on smaller sheets.
  const small = await clerk.get(`/dossiers/${taken.id}/receipt.pdf`);
  expect(lettersOf(small.bytes)).toContain(letters('Bản in lại lần 2'));
});

test('two who print at the same moment get two copies', async () => {
  const taken = await world.givenIntake();
  const receipt = (await papersOf(taken))[0]?.id ?? '';
  const texts = await Promise.all(Array.from({ length: 4 }, () => printed(taken, receipt)));
  const said = texts.map((text) => /Bảninlạilần(\d)/u.exec(text)?.[1] ?? '0').sort();
  expect(said).toEqual(['0', '1', '2', '3']);
});

test('prints and papers cannot be changed or removed by the application', async () => {
  const rights = await world.owner.query(`select table_name || ' ' || privilege_type as may
    from information_schema.role_table_grants
    where grantee = 'motcua_app' and table_name in ('paper', 'paper_print') order by 1`);
  expect(rights.rows.map(({ may }) => may)).toEqual([
    'paper INSERT',
    'paper SELECT',
    'paper_print INSERT',
    'paper_print SELECT',
  ]);
});

test('forty at once, a third of them refused half-way: the numbers of receipts have no gap and no twin', async () => {
  const before = await receiptNumbers();
  const attempts = Array.from({ length: 40 }, (_, at) =>
    at % 3 === 0
      ? world.ctx.database
          .tenant(world.tenantId, async (tx) => {
            const { insertPaper } = await import('./store.ts');
            await insertPaper(
              tx,
              { kind: 'receipt', seq: 999, numbered: true },
              {
                dossierId: world.agencyId,
                agencyId: world.agencyId,
                at: world.ctx.clock.now(),
                toldUntil: 999,
                officerId: null,
              },
            );
          })
          .catch(() => 'rolled back')
      : world.givenIntake(),
  );
  await Promise.all(attempts);
  const after = await receiptNumbers();
  expect(after.length - before.length).toBe(26);
  expect(after).toEqual(after.map((_, at) => at + 1));
});

async function receiptNumbers(): Promise<number[]> {
  const { rows } = await world.owner.query<{ number: number }>(
    `select number from paper where kind = 'receipt' and number is not null order by number`,
  );
  return rows.map(({ number }) => number);
}

test('the slip tells of the newest hand-over; after a further one it is a new paper', async () => {
  const taken = await world.givenIntake({ passOn: false });
  expect(await printed(taken, 'control-slip')).toContain(letters('Mẫu số 06, Thông tư số 03/2025/TT-VPCP'));
  await actOn(taken.id, { type: 'pass_on', note: 'Đã đối chiếu bản chính.' });
  const slip = await printed(taken, 'control-slip');
  expect(slip).toContain(letters('Đã đối chiếu bản chính.'));
  expect(slip).not.toContain(letters('Bản in lại'));
});

test('what is not there is said; another agency learns nothing', async () => {
  const taken = await world.givenIntake();
  const missing = await clerk.get<{ detail: string }>(`/dossiers/${taken.id}/papers/77.pdf`);
  expect([missing.status, missing.body.detail]).toEqual([
    404,
    'Hồ sơ không có giấy này. Xin xem danh sách giấy tờ của hồ sơ.',
  ]);
  expect((await clerk.get(`/dossiers/${taken.id}/papers/x.pdf`)).status).toBe(422);
  const far = await givenAgency(world, world.tenantId, '2');
  const stranger = await far.signInAs('nhung');
  for (const path of ['papers', 'papers/2.pdf', 'papers/control-slip.pdf', 'receipt.pdf', 'archive.zip'])
    expect((await stranger.get(`/dossiers/${taken.id}/${path}`)).status, path).toBe(404);
});
