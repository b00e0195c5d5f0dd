// Sealing, fingerprints and capabilities: what must open, what must not, what must stay the same.

import { expect, test } from 'vitest';
import { openSecrets, SealBroken } from './secrets.ts';

const key = Buffer.alloc(32, 7);
const secrets = openSecrets(key);

test('what was sealed opens in its context, and reads the same', () => {
  const sealed = secrets.seal('mã làm mới: ỡ', 'oa-token/1');
  expect(secrets.open(sealed, 'oa-token/1')).toBe('mã làm mới: ỡ');
  expect(sealed).not.toContain('ỡ');
  expect(secrets.seal('x', 'c')).not.toBe(secrets.seal('x', 'c'));
  expect(secrets.open(secrets.seal('', 'c'), 'c')).toBe('');
});

test('another context, another key, or nonsense does not open', () => {
  const sealed = secrets.seal('token', 'oa-token/1');
  expect(() => secrets.open(sealed, 'oa-token/2')).toThrow(SealBroken);
  expect(() => openSecrets(Buffer.alloc(32, 8)).open(sealed, 'oa-token/1')).toThrow(SealBroken);
  for (const bad of ['', 'v1.', 'v2.AAAA', 'token'])
    expect(() => secrets.open(bad, 'oa-token/1')).toThrow(SealBroken);
});

test('a change of any one bit is noticed', () => {
  const bytes = Buffer.from(secrets.seal('token', 'c').slice(3), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => secrets.open(`v1.${changed.toString('base64url')}`, 'c')).toThrow(SealBroken);
  }
});

test('a capability is stable, short, and different for every purpose and part', () => {
  // Printed QR codes live for years: if this changes, every receipt in people's hands is dead.
  expect(secrets.token('dossier', 'a', '1')).toBe(
    openSecrets(Buffer.alloc(32, 7)).token('dossier', 'a', '1'),
  );
  expect(secrets.token('dossier', 'a', '1')).toBe('FIw9RDHMfiMtz-lEUl66KA');
  const tokens = [
    ['x', 'ab', 'c'],
    ['x', 'a', 'bc'],
    ['x', 'abc'],
    ['y', 'ab', 'c'],
  ].map(([p = '', ...parts]) => secrets.token(p, ...parts));
  expect(new Set(tokens).size).toBe(4);
  expect(tokens[0]).toMatch(/^[\w-]{22}$/);
});

test('a fingerprint is stable and differs by value and purpose', () => {
  expect(secrets.fingerprint('v', 'p')).toBe(secrets.fingerprint('v', 'p'));
  expect(secrets.fingerprint('v', 'p')).toMatch(/^[\w-]{43}$/);
  expect(secrets.fingerprint('v', 'q')).not.toBe(secrets.fingerprint('v', 'p'));
  expect(secrets.fingerprint('w', 'p')).not.toBe(secrets.fingerprint('v', 'p'));
});

test('a key of another length is refused', () => {
  expect(() => openSecrets(Buffer.alloc(16))).toThrow(RangeError);
});
