// The document before any script: it says what the page is about, keeps no secret open, and nothing typed becomes markup.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { linkToken } from '../dossiers/link-token.ts';
import { openLinks } from '../dossiers/look-up.ts';
import { openPages } from './pages.ts';

let world: World;
let folder: string;
let page: (path: string, query?: string) => Promise<string>;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'motcua-pages-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<title>Một Cửa</title><div id="root"></div><noscript>JavaScript</noscript>',
  );
  const documentOf = openPages(world.ctx, openLinks(world.ctx), folder);
  page = (path, query = '') => documentOf(path, new URLSearchParams(query));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

test('the first page asks its question and answers it, and what was typed stays text', async () => {
  expect(await page('/')).toContain('Anh/Chị cần làm thủ tục gì?');
  const found = await page('/', 'q=khai sinh');
  expect(found).toMatch(/<a href="\/thu-tuc\/kien-tuong\/1\.001193">/);
  const hostile = await page('/', `q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(hostile).not.toContain('<script>alert');
  expect(hostile).toContain('&quot;&gt;&lt;script&gt;');
});

test('a receipt’s page says how the dossier stands; a dead link leaves it to the script', async () => {
  const taken = await world.givenIntake();
  const token = linkToken(world.ctx.secrets, world.tenantId, taken.id, 1);
  const told = await page(`/q/${token}`);
  expect(told).toContain('Hẹn trả');
  expect(told).toContain(`<title>Hồ sơ ${taken.code}</title>`);
  expect(told).not.toContain('<noscript>');
  const given = /<script type="application\/json" id="given">(.*?)<\/script>/s.exec(told)?.[1] ?? '';
  expect(JSON.parse(given)).toMatchObject({ [`/tracking/${token}`]: { code: taken.code } });
  const dead = await page(`/q/${token.slice(0, -1)}_`);
  expect(dead).toContain('<div id="root"></div>');
});

test('a procedure stands there in its five lines; an unknown one and other pages come bare', async () => {
  expect(await page('/thu-tuc/kien-tuong/1.001193')).toContain('Mất bao lâu');
  for (const path of ['/thu-tuc/kien-tuong/9.999999', '/ban-lam-viec', '/thu-tuc/nobody/1.001193'])
    expect(await page(path), path).toContain('<div id="root"></div>');
});
