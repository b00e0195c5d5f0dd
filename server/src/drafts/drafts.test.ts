// Drafts: begun, filled in from two places, gone on with by code and proof, papers within limits; all of it sealed.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenPdf, givenPhoto } from '../../test/given-photo.ts';
import { createWorld, type World } from '../../test/world.ts';
import { checkFile } from '../files/check.ts';
import type { Tx } from '../platform/database.ts';
import { beginDraft } from './begin.ts';
import { whereFilingLands } from './filing-place.ts';
import { putFilingPlace } from './filing-place-store.ts';
import { findDraft, resumeDraft } from './find.ts';
import { addPaper, digestOfSent, removePaper } from './papers.ts';
import { readAnswers, saveAnswers } from './save.ts';
import { giveDraftToChat, listDraftsOfChat } from './store.ts';
import { sweepDrafts } from './sweep.ts';
import { draftToken } from './tokens.ts';

let world: World;
const birth = '1.001193';
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const within = <T>(work: (tx: Tx) => Promise<T>) => world.ctx.database.tenant(world.tenantId, work);
const now = () => world.ctx.clock.now();
const begun = () =>
  within((tx) =>
    beginDraft(
      world.ctx,
      tx,
      { form: { procedure: birth, version: 1 }, agencyId: world.agencyId, channel: 'web', chat: null },
      now(),
    ),
  );

test('what is filled in is merged field by field, sealed, and who saw an older version is told', async () => {
  const { id } = await begun();
  const token = draftToken(world.ctx.secrets, world.tenantId, id);
  const save = (changes: Parameters<typeof saveAnswers>[3], version?: number) =>
    within(async (tx) => {
      const draft = await findDraft(world.ctx, tx, token, now());
      if (draft === undefined) throw new Error('not found');
      return saveAnswers(world.ctx, tx, draft, changes, { now: now(), ...(version && { version }) });
    });
  await save([{ path: 'reporter.fullName', value: '<script>alert(1)</script>' }], 1);
  await expect(save([{ path: 'child.fullName', value: 'An' }], 1)).rejects.toMatchObject({
    kind: 'step_has_passed',
    extra: { version: 2, answers: { reporter: { fullName: '<script>alert(1)</script>' } } },
  });
  const { draft, answers } = await save([{ path: 'child.fullName', value: 'An' }]);
  expect(answers).toEqual({
    reporter: { fullName: '<script>alert(1)</script>' },
    child: { fullName: 'An' },
  });
  expect(await within(async (tx) => readAnswers(world.ctx, tx, draft))).toEqual(answers);
  const { rows } = await world.owner.query('select * from draft');
  expect(JSON.stringify(rows)).not.toContain('script');
  for (const path of ['__proto__.x', 'stranger', 'filing.stranger', 'a b'])
    await expect(save([{ path, value: 1e300 }])).rejects.toMatchObject({ fields: [{ field: path }] });
  await expect(save([{ path: 'reporter.fullName', value: 'x'.repeat(100_000) }])).rejects.toMatchObject({
    kind: 'too_large',
  });
});

test('by its code alone while it names nobody; then with six digits, and guessing is used up', async () => {
  const { id, code } = await begun();
  const resume = (digits: string | null, asker = 'a') =>
    within((tx) =>
      resumeDraft(
        world.ctx,
        tx,
        { code: code.toLowerCase(), digits, asker, agencyId: world.agencyId },
        now(),
      ),
    );
  expect(await resume(null)).toMatchObject({ kind: 'open', draft: { id } });
  await within(async (tx) => {
    const draft = await findDraft(world.ctx, tx, draftToken(world.ctx.secrets, world.tenantId, id), now());
    if (draft === undefined) throw new Error('not found');
    const number = { path: 'reporter.identityNumber', value: '999090123456' };
    await saveAnswers(world.ctx, tx, draft, [number], { now: now() });
  });
  expect(await resume(null)).toEqual({ kind: 'needs_proof' });
  expect(await resume('123456')).toMatchObject({ kind: 'open', draft: { id } });
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await resume('000000')).toEqual({ kind: 'wrong', triesLeft });
  expect(await resume('123456')).toEqual({ kind: 'spent' });
  expect(await resume('123456', 'another')).toMatchObject({ kind: 'open' });
});

test('a paper goes into its slot once, photographs and PDFs do not mix, and a slot has an end', async () => {
  const draft = await begun();
  const photo = await checkFile(await givenPhoto());
  const add = (file: typeof photo, sha256: string, paperId = 'p1') =>
    within((tx) => addPaper(world.ctx, tx, draft, { paperId, file, sha256 }, now()));
  const first = await add(photo, digestOfSent(Buffer.from('1')));
  expect(await add(photo, digestOfSent(Buffer.from('1')))).toEqual({ paper: first.paper, again: true });
  await expect(add(await checkFile(givenPdf()), 'pdf')).rejects.toMatchObject({ kind: 'invalid_fields' });
  await expect(add(photo, 'x', 'p99')).rejects.toMatchObject({ fields: [{ field: 'paperId' }] });
  for (let index = 1; index < 30; index += 1) await add(photo, String(index));
  await expect(add(photo, '31')).rejects.toMatchObject({ kind: 'too_large' });
  await within((tx) => removePaper(tx, draft, first.paper.id, now()));
  expect((await add(photo, '31')).again).toBe(false);
});

test('a chat finds what it began or took up', async () => {
  const draft = await begun();
  await world.owner.query(
    `insert into chat_person (tenant_id, oa_id, user_id, first_seen_at) values ($1, 'oa', 'user', $2)`,
    [world.tenantId, now()],
  );
  const chat = { oaId: 'oa', userId: 'user' };
  await within((tx) => giveDraftToChat(tx, draft.id, chat));
  expect(await within((tx) => listDraftsOfChat(tx, chat, now()))).toMatchObject([{ id: draft.id }]);
});

test('without a setting filing lands on the national portal', async () => {
  const place = () => within((tx) => whereFilingLands(tx, '1.000001', world.agencyId, now()));
  expect(await place()).toMatchObject({ kind: 'national_portal' });
  const here = { from: '2026-12-07', place: 'here', systemName: null, url: null } as const;
  await within((tx) => putFilingPlace(tx, '1.000001', here, { officerId: null, at: now() }));
  expect(await place()).toMatchObject({ kind: 'here', name: expect.stringContaining('Kiến Tường') });
});

test('who can be told is told three days before a draft goes; then it goes with its papers', async () => {
  const chat = { oaId: 'oa', userId: 'user' };
  const { id, code } = await begun();
  await within((tx) => giveDraftToChat(tx, id, chat));
  world.ctx.clock.advance(28 * 24 * 60);
  await sweepDrafts(world.ctx);
  await sweepDrafts(world.ctx);
  const { rows: told } = await world.owner.query('select text from chat_message');
  expect(told.filter(({ text }) => text.includes(code))).toHaveLength(1);
  world.ctx.clock.advance(3 * 24 * 60);
  await sweepDrafts(world.ctx);
  expect((await world.owner.query('select 1 from draft')).rowCount).toBe(0);
});
