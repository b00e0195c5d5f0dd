// The secret key file: made once, private, never guessed at when it looks wrong.

import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecretKey } from './secret-key.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-key-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test('made at the first start, private, the same at the second', () => {
  const key = loadSecretKey({ dataDir });
  expect(key).toHaveLength(32);
  expect(loadSecretKey({ dataDir })).toEqual(key);
  expect(statSync(join(dataDir, 'keys', 'secret.key')).mode & 0o777).toBe(0o600);
});

test('a key that others can read is refused, with the remedy', () => {
  loadSecretKey({ dataDir });
  chmodSync(join(dataDir, 'keys', 'secret.key'), 0o644);
  expect(() => loadSecretKey({ dataDir })).toThrow(/đang mở cho mọi tài khoản.*chmod 600/);
});

test('a key of the operator’s own is used, and never made for them', () => {
  const secretKeyFile = join(dataDir, 'own.key');
  expect(() => loadSecretKey({ dataDir, secretKeyFile })).toThrow(/SECRET_KEY_FILE\) không đọc được/);
  writeFileSync(secretKeyFile, Buffer.alloc(32, 1), { mode: 0o400 });
  expect(loadSecretKey({ dataDir, secretKeyFile })).toEqual(Buffer.alloc(32, 1));
});

test('a key cut short is not replaced: what it sealed would be lost', () => {
  const secretKeyFile = join(dataDir, 'own.key');
  writeFileSync(secretKeyFile, Buffer.alloc(31), { mode: 0o600 });
  expect(() => loadSecretKey({ dataDir, secretKeyFile })).toThrow(/đúng 32 byte/);
});

test('a data folder below a file is one sentence', () => {
  writeFileSync(join(dataDir, 'file'), '');
  expect(() => loadSecretKey({ dataDir: join(dataDir, 'file', 'data') })).toThrow(
    /^Không dùng được thư mục dữ liệu/,
  );
});
