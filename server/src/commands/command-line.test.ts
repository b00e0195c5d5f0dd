// The command line itself: every command has its page, and words typed wrongly are one sentence, not a guess.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runMotcua } from '../../test/run-motcua.ts';
import { chooseCommand } from './command-line.ts';
import { root } from './root.ts';
import { usageOf } from './usage.ts';

const commands = [
  'start',
  'migrate',
  'import procedures',
  'oa connect',
  'oa status',
  'due',
  'verify-ledger',
  'doctor',
  'demo dossiers',
];

test.each(commands)('motcua %s has a page in Vietnamese', async (name) => {
  const { kind, found } = await chooseCommand(root, [...name.split(' '), '--help']);
  expect(kind).toBe('help');
  const page = await usageOf(found);
  expect(page).toContain(`Cách dùng: motcua ${name}`);
  for (const line of page.match(/^ {2}--.*/gm) ?? [])
    expect(line).toMatch(/^ {2}--[a-z-]+(?: <[^>]+>)? {3,}\p{Lu}/u);
  expect(page).not.toContain('<giá trị>');
  if (name !== 'start') expect(page).toContain('--json');
});

test('the first page lists every command; nothing asked for is exit code 2; wrong words are one line', async () => {
  const [page, bare, version, wrong] = await Promise.all(
    [['--help'], [], ['--version'], ['due', '--term']].map((words) => runMotcua(words)),
  );
  for (const name of commands) expect(page?.out).toMatch(new RegExp(`^  ${name.split(' ')[0]}  `, 'm'));
  expect(page).toMatchObject({ code: 0, err: '' });
  expect(bare).toEqual({ ...page, code: 2 });
  expect(version).toMatchObject({ code: 0, out: '0.1.0\n' });
  expect(wrong).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^--term cần một giá trị[^\n]+\n$/),
  });
});

test.each([
  [['imprt'], 'Không có lệnh motcua imprt; các lệnh: start, migrate, import'],
  [['constructor'], 'Không có lệnh motcua constructor'],
  [['import', 'dossiers'], 'Không có lệnh motcua import dossiers; các lệnh: procedures, processes.'],
  [['due'], 'Thiếu --received, --term; xem motcua due --help.'],
  [['import', 'procedures'], 'Thiếu <tệp>; xem motcua import procedures --help.'],
  [['import', 'procedures', 'a', 'b'], 'không cần "b"'],
  [['due', '--recieved=2026-02-13'], 'không có tuỳ chọn --recieved;'],
  [['migrate', '-j'], 'không có tuỳ chọn -j;'],
  [['migrate', '--json=0'], '--json không nhận giá trị'],
  [['import', 'procedures', 'a', '--report', '--json'], '--report cần một giá trị'],
  [['due', '--term', '5d', '--term', '3d'], '--term được ghi hai lần'],
])('%j: %s', async (words, sentence) => {
  await expect(chooseCommand(root, words)).rejects.toThrow(sentence);
  await expect(chooseCommand(root, words)).rejects.toMatchObject({ exitCode: 2 });
});

test('a secret may begin with a hyphen, an option may stand before the file', async () => {
  expect(await chooseCommand(root, ['import', 'procedures', '--report', 'r.csv', 'a.csv'])).toMatchObject({
    kind: 'run',
  });
  const ids = ['--agency', 'H1', '--oa-id', '1', '--app-id', '2'];
  expect(await chooseCommand(root, ['oa', 'connect', ...ids, '--app-secret', '-x'])).toMatchObject({
    kind: 'run',
  });
});

test('a database that is not there: one sentence, exit code 5, no password', async () => {
  const url = 'postgresql://motcua:bi-mat@127.0.0.1:9/motcua';
  const { code, out, err } = await runMotcua(['migrate'], { DATABASE_URL: url });
  expect({ code, out }).toEqual({ code: 5, out: '' });
  expect(err).toMatch(/^Máy chủ dữ liệu 127\.0\.0\.1:9 \(DATABASE_URL\) không kết nối được.*\n$/);
  expect(err).not.toContain('bi-mat');
  expect(await runMotcua(['migrate'], { DATABASE_URL: 'mysql://a' })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^Thiết lập DATABASE_URL [^\n]+\n$/),
  });
});

test('a reader that has seen enough is no fault', () => {
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  const words = `due --received 2026-01-05 --term 1000d`;
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; "${process.execPath}" "${cli}" ${words} | true`],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
