// Archives we write: sound by the check we hold others to, the same bytes for the same files.

import { expect, test } from 'vitest';
import { unpack } from '../../test/unpack.ts';
import { isSoundZip } from '../procedures/reading/check-zip.ts';
import { zipOf } from './zip.ts';

const at = '2026-11-23T08:05:00+07:00';
const files = [
  { name: 'giay-to/đơn.txt', data: Buffer.from('Đăng ký khai sinh. '.repeat(200)) },
  { name: 'rỗng', data: Buffer.alloc(0) },
];

test('an archive is sound, packed, and the same every time', async () => {
  const archive = await zipOf(files, at);
  expect(isSoundZip(archive)).toBe(true);
  expect(archive.length).toBeLessThan(1_000);
  expect((await zipOf(files, at)).equals(archive)).toBe(true);
  const broken = Buffer.from(archive);
  broken.writeUInt8(broken.readUInt8(60) ^ 1, 60);
  expect(isSoundZip(broken)).toBe(false);
});

test('files come back with their names, the empty one too', async () => {
  const back = unpack(await zipOf(files, at));
  expect([...back]).toEqual(files.map(({ name, data }) => [name, data]));
});
