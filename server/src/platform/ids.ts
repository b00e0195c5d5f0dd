// Identifiers that sort by the time they were made: UUID version 7 (RFC 9562).

import { randomBytes } from 'node:crypto';

export type NewId = () => string;

/**
 * A UUIDv7 from milliseconds since 1970 and ten random bytes (74 of the 80 bits are used). Pure, so that tests
 * can know the ids.
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError('a UUIDv7 needs ten random bytes');
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.set(random, 6);
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Chance is fetched for many ids at once: each call for it costs more than the rest of an id. */
const pool = { bytes: Buffer.alloc(0), used: 0 };

export const newId: NewId = () => {
  if (pool.used >= pool.bytes.length) Object.assign(pool, { bytes: randomBytes(10 * 256), used: 0 });
  pool.used += 10;
  return uuidv7(Date.now(), pool.bytes.subarray(pool.used - 10, pool.used));
};
