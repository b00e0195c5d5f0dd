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

export const newId: NewId = () => uuidv7(Date.now(), randomBytes(10));
