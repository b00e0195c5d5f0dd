// Files through HTTP: into the right slot, never overwritten, read only by people with rights, and every reading written down.

import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client, Reply } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { givenPdf, givenPhoto } from '../../test/given-photo.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { IntakeAnswer } from '../dossiers/schema.ts';
import { readLedger } from '../dossiers/store.ts';
import type { DossierFiles, UploadAnswer } from './schema.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
});
afterAll(() => world.close());

const sent = async (bytes: Buffer, client = clerk): Promise<UploadAnswer> => {
  const reply = await client.upload<UploadAnswer>(bytes);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};

async function takenInWith(uploads: string[]): Promise<Reply<IntakeAnswer>> {
  const body = givenIntakeBody();
  const papers = body.papers.map((paper) => ({ ...paper, uploads }));
  return clerk.post<IntakeAnswer>('/dossiers', { ...body, papers });
}

const filesOf = async (id: string) => (await clerk.get<DossierFiles>(`/dossiers/${id}/files`)).body.files;

test('photographs become one PDF in the slot of their paper, in the act that takes the dossier in', async () => {
  const photo = await givenPhoto();
  const [first, second] = [await sent(photo), await sent(photo)];
  const { body: dossier } = await takenInWith([first.id, second.id]);
  const [file] = await filesOf(dossier.id);
  expect(file).toMatchObject({ version: 1, type: 'application/pdf', pages: 2, origin: 'counter' });
  expect(file?.keptBy).toContain('Nhung');

  const whole = await clerk.get(`/dossiers/${dossier.id}/files/${file?.id}`);
  expect(whole.bytes.subarray(0, 8).toString()).toBe('%PDF-1.4');
  expect(whole.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  });
  const page = await clerk.get(`/dossiers/${dossier.id}/files/${file?.id}?page=2`);
  expect(page.headers['content-security-policy']).toMatch(/^sandbox;/);
  const { width, height, exif } = await sharp(page.bytes).metadata();
  // Turned upright, and without a word of where it was taken.
  expect([width, height, exif]).toEqual([800, 1200, undefined]);

  const ledger = await world.ctx.database.tenant(world.tenantId, (tx) => readLedger(tx, dossier.id));
  const told = ledger.map(({ recorded }) => recorded.event).find(({ type }) => type === 'files_kept');
  const sha256 = createHash('sha256').update(whole.bytes).digest('hex');
  expect(told).toMatchObject({ files: [{ id: file?.id, paperId: 'p1', version: 1, pages: 2, sha256 }] });
  const again = await takenInWith([first.id]);
  expect(again.status, 'filed once only').toBe(409);
});

test('a newer file is a further version; the older one stays', async () => {
  const { id } = (await takenInWith([(await sent(givenPdf({ pages: 3 }))).id])).body;
  const uploads = [(await sent(await givenPhoto())).id];
  const added = await clerk.post(`/dossiers/${id}/files`, { paperId: 'p1', uploads });
  expect(added.status, JSON.stringify(added.body)).toBe(200);
  expect((await filesOf(id)).map(({ version, type, pages }) => [version, type, pages])).toEqual([
    [2, 'image/jpeg', 1],
    [1, 'application/pdf', 3],
  ]);
  const { rows } = await world.owner.query(
    `select privilege_type as may from information_schema.role_table_grants
     where grantee = 'motcua_app' and table_name = 'dossier_file' order by 1`,
  );
  expect(rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }]);
});

test('an upload is its officer’s alone; a file is for the agency, and opening it is written down', async () => {
  const upload = await sent(await givenPhoto());
  const other = await world.signInAs('hoa');
  expect((await other.get(`/uploads/${upload.id}`)).status).toBe(404);
  expect((await clerk.get(`/uploads/${upload.id}`)).bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
  const { id } = (await takenInWith([upload.id])).body;
  const [file] = await filesOf(id);
  expect((await other.get(`/dossiers/${id}/files/${file?.id}?download=1`)).headers).toMatchObject({
    'content-disposition': 'attachment; filename="p1-1.jpg"',
  });
  const { rows } = await world.owner.query(
    'select officer_id as who from file_reading where dossier_id = $1',
    [id],
  );
  expect(rows).toEqual([{ who: world.officer('hoa').officerId }]);
  const stored = await world.owner.query('select sealed from dossier_file where dossier_id = $1', [id]);
  expect((stored.rows[0].sealed as Buffer).indexOf(Buffer.from('ffd8', 'hex')), 'sealed').not.toBe(0);
  const stranger = await other.post(`/dossiers/${id}/files`, { paperId: 'p9', uploads: [upload.id] });
  expect([403, 422]).toContain(stranger.status);
});

test('what is never filed is forgotten, and the words say so', async () => {
  const upload = await sent(await givenPhoto());
  world.ctx.clock.set('2026-12-10T08:00:00+07:00');
  clerk = await world.signInAs('nhung');
  await sent(await givenPhoto());
  const late = await takenInWith([upload.id]);
  expect(late.status).toBe(409);
  expect(JSON.stringify(late.body)).toContain('Xin chụp lại giấy này');
});
