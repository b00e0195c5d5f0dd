// The package of a dossier: whole, checkable by sha256sum alone, the same while nothing happens, refused when the chain is broken.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { applicantNumber, givenIntakeBody } from '../../test/given-intake.ts';
import { givenPhoto } from '../../test/given-photo.ts';
import { unpack } from '../../test/unpack.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { IntakeAnswer } from '../dossiers/schema.ts';
import { fileContext } from '../files/keep.ts';
import type { UploadAnswer } from '../files/schema.ts';
import { isSoundZip } from '../procedures/reading/check-zip.ts';
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

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

test('papers, events and checksums: the list covers all, and the chain of the ledger with it', async () => {
  const taken = await world.givenIntake();
  const reply = await clerk.get(`/dossiers/${taken.id}/archive.zip`);
  expect([reply.status, reply.headers['content-disposition']]).toEqual([
    200,
    `attachment; filename="ho-so-${taken.code}.zip"`,
  ]);
  expect(isSoundZip(reply.bytes)).toBe(true);
  const files = unpack(reply.bytes);
  expect([...files.keys()].slice(0, 2)).toEqual([
    `giay-to/0002-giay-tiep-nhan-${taken.code}.pdf`,
    `giay-to/phieu-kiem-soat-${taken.code}.pdf`,
  ]);
  const [pdf] = files.values();
  expect(readPages(pdf ?? Buffer.alloc(0))[0]?.text.replace(/\s/g, '')).toContain('Bảnlưutronggóihồsơ');

  const listed = files.get('SHA256SUMS')?.toString().trim().split('\n') ?? [];
  const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
  expect(listed).toEqual(others.map(([name, data]) => `${sha256(data)}  ${name}`));

  const events = [...files].filter(([name]) => name.startsWith('so-cai/')).map(([, data]) => data);
  let previous = '0'.repeat(64);
  for (const event of events) {
    expect(JSON.parse(event.toString())).toMatchObject({ prevHash: previous, dossierId: taken.id });
    previous = sha256(event);
  }
  const { rows } = await world.owner.query('select head_hash from dossier where id = $1', [taken.id]);
  expect(rows[0]?.head_hash).toBe(previous);
  const manifest = JSON.parse(files.get('MUC-LUC.json')?.toString() ?? '');
  expect(manifest).toMatchObject({
    chainHead: previous,
    events: events.length,
    code: taken.code,
    ended: false,
  });
  expect(manifest.files).toHaveLength(files.size - 2);
});

test('scans travel with it, each one the ledger names; one that was exchanged is not kept for years', async () => {
  const uploads = [(await clerk.upload<UploadAnswer>(await givenPhoto())).body.id];
  const body = givenIntakeBody();
  const papers = body.papers.map((paper) => ({ ...paper, uploads }));
  const { id } = (await clerk.post<IntakeAnswer>('/dossiers', { ...body, papers })).body;
  const files = unpack((await clerk.get(`/dossiers/${id}/archive.zip`)).bytes);
  const scan = files.get('ban-chup/p1-1.jpg') ?? Buffer.alloc(0);
  const events = [...files].filter(([name]) => name.startsWith('so-cai/')).map(([, data]) => data.toString());
  expect(events.some((event) => event.includes(sha256(scan)))).toBe(true);
  const { rows } = await world.owner.query('select officer_id from file_reading where dossier_id = $1', [id]);
  expect(rows).toEqual([{ officer_id: world.officer('nhung').officerId }]);

  const { secrets } = world.ctx;
  const fileId = (await world.owner.query('select id from dossier_file where dossier_id = $1', [id])).rows[0]
    ?.id;
  const other = secrets.sealBytes(await givenPhoto(), fileContext(world.tenantId, fileId));
  await world.owner.query('update dossier_file set sealed = $2 where id = $1', [fileId, other]);
  const refused = await clerk.get<{ detail: string }>(`/dossiers/${id}/archive.zip`);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    expect.stringMatching(/không khớp với sổ cái/),
  ]);
});

const lacksTool = spawnSync('sha256sum', ['--version']).error !== undefined;

test.skipIf(lacksTool)('sha256sum alone finds every file sound, and a changed event unsound', async () => {
  const taken = await world.givenIntake();
  const files = unpack((await clerk.get(`/dossiers/${taken.id}/archive.zip`)).bytes);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-archive-'));
  const check = () =>
    spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  try {
    for (const [name, data] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), data);
    }
    expect(check().status).toBe(0);
    appendFileSync(join(folder, 'so-cai/0002.json'), ' ');
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining('so-cai/0002.json: FAILED') });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same package while nothing happens; each time somebody takes it is written down; no open identity number', async () => {
  const taken = await world.givenIntake();
  const first = await clerk.get(`/dossiers/${taken.id}/archive.zip`);
  world.ctx.clock.advance(5);
  const second = await clerk.get(`/dossiers/${taken.id}/archive.zip`);
  expect(second.bytes.equals(first.bytes)).toBe(true);
  const { body } = await clerk.get<PaperList>(`/dossiers/${taken.id}/papers`);
  expect(body.archived.map(({ copy }) => copy)).toEqual([1, 2]);
  for (const [name, data] of unpack(first.bytes))
    expect(data.toString(), name).not.toContain(applicantNumber);
});

test('a ledger that was tampered with is not archived', async () => {
  const taken = await world.givenIntake();
  await world.owner.query(
    `update ledger set payload = payload || '{"fee": 1}' where dossier_id = $1 and seq = 2`,
    [taken.id],
  );
  const reply = await clerk.get<{ detail: string }>(`/dossiers/${taken.id}/archive.zip`);
  expect([reply.status, reply.body.detail]).toEqual([
    409,
    expect.stringContaining('không khớp với mã kiểm tra'),
  ]);
});
