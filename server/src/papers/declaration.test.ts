// The printed declaration: every form on A4 with all that was answered, and nothing in a name that runs.

import { facts, interviewed, usualSaying } from '@motcua/domain/form.fixture';
import { formsOn } from '@motcua/domain/form-catalogue';
import { declarationOf } from '@motcua/domain/form-declaration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, visitor } from '../../test/client.ts';
import { givenHousehold } from '../../test/given-draft.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DraftLink } from '../drafts/schema.ts';
import { readPages } from './pdf-reading.ts';
import type { PaperList } from './schema.ts';
import { closePapers, setPaper } from './set-paper.ts';

let world: World;
let tab: Client;
beforeAll(async () => {
  world = await createWorld();
  tab = visitor(world.http);
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

test('every form prints all that is asked, with gaps where nothing was answered', async () => {
  for (const form of formsOn(facts.today))
    for (const answers of [interviewed(form, (question) => usualSaying(question, 0, true)).answers, {}]) {
      const sheet = declarationOf(form, answers, {
        agencyName: 'Ủy ban nhân dân phường Kiến Tường',
        placeName: 'Kiến Tường',
        at: '2026-11-22T09:00:00+07:00',
        units: facts.units,
        code: 'NHAP-7Q4KD',
        qrHint: null,
        filed: false,
        mark: null,
      });
      const pdf = await setPaper({ layout: 'sheet', sheet, qr: null });
      const said = lettersOf(pdf);
      for (const block of sheet.blocks)
        if (block.kind === 'field') {
          expect(said).toContain(letters(`${block.label}:`));
          expect(said).toContain(letters(block.value ?? '..'));
        }
      expect(said).toContain(letters(form.title.toLocaleUpperCase('vi')));
      expect(readPages(pdf).length).toBeLessThan(6);
    }
});

test('a draft is printed by who has its address; what was filed, by the desk, and written down', async () => {
  const begun = await tab.post<DraftLink>(`/public/${world.tenantId}/drafts`, { procedureCode: '1.001612' });
  const { token } = begun.body;
  await tab.post(`/drafts/${token}/answers`, { changes: givenHousehold({ helper: true }) });
  const draft = await tab.get(`/drafts/${token}/declaration.pdf`);
  expect(draft.status).toBe(200);
  expect(lettersOf(draft.bytes)).toContain(letters('GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH'));
  // Shown as it was typed: letters, never markup.
  expect(lettersOf(draft.bytes)).toContain(letters('Trần Thị <b>Bé</b>'));
  expect(lettersOf(draft.bytes)).toContain(letters('chưa phải là hồ sơ đã tiếp nhận'));
  expect((await tab.get('/drafts/nobody.x/declaration.pdf')).status).toBe(404);

  expect((await tab.post(`/drafts/${token}/submit`, { declared: true })).status).toBe(200);
  const { rows } = await world.owner.query('select id from dossier order by id desc limit 1');
  const at = `/dossiers/${rows[0].id}/papers`;
  expect((await tab.get(`${at}/declaration.pdf`)).status).toBe(401);
  const clerk = await world.signInAs('nhung');
  const first = await clerk.get(`${at}/declaration.pdf`);
  expect(lettersOf(first.bytes)).toContain(letters('Đã nộp điện tử, không phải ký'));
  expect(lettersOf((await clerk.get(`${at}/declaration.pdf`)).bytes)).toContain(letters('Bản in lại lần 1'));
  const [listed] = (await clerk.get<PaperList>(at)).body.papers;
  expect(listed).toMatchObject({ id: 'declaration', name: 'Giấy đề nghị đăng ký hộ kinh doanh' });
  expect(listed?.prints.map(({ copy }) => copy)).toEqual([1, 2]);
});
