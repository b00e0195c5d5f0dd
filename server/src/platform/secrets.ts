// What the secret key is for: sealing, fingerprints and unguessable links, each with a key of its own.

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

export type Secrets = {
  /** Encrypts and authenticates. `context` says what it is (`oa-token/<oa id>`); only the same context opens it. */
  seal(text: string, context: string): string;
  /** Throws `SealBroken` when the text was altered, sealed with another key or for another context. */
  open(sealed: string, context: string): string;
  /** As `seal`, for the bytes of a file. */
  sealBytes(bytes: Uint8Array, context: string): Buffer;
  /** As `open`, for the bytes of a file. */
  openBytes(sealed: Buffer, context: string): Buffer;
  /** HMAC-SHA256, 43 letters: equal values have equal fingerprints, and only we can make them. */
  fingerprint(value: string, purpose: string): string;
  /** A capability of 128 bits, 22 letters: the same for the same parts, so it need not be stored to be checked. */
  token(purpose: string, ...parts: string[]): string;
};

export class SealBroken extends Error {
  constructor() {
    super('the sealed value does not open: altered, another key or another context');
    this.name = 'SealBroken';
  }
}

/** `key` is the 32 random bytes of the secret key file. */
export function openSecrets(key: Buffer): Secrets {
  if (key.length !== 32) throw new RangeError('the secret key has 32 bytes');
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const known = keys.get(purpose);
    if (known) return known;
    // A key made ready once: bytes would be made ready at every use, which costs ten times the work.
    const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `motcua/${purpose}`, 32)));
    keys.set(purpose, derived);
    return derived;
  };
  const mac = (purpose: string, text: string) => createHmac('sha256', keyFor(purpose)).update(text).digest();
  return {
    seal: (text, context) => seal(keyFor('seal'), text, context),
    open: (sealed, context) => open(keyFor('seal'), sealed, context),
    sealBytes: (bytes, context) => sealBytes(keyFor('seal-bytes'), bytes, context),
    openBytes: (sealed, context) => openBytes(keyFor('seal-bytes'), sealed, context),
    fingerprint: (value, purpose) => mac(`fingerprint/${purpose}`, value).toString('base64url'),
    // JSON keeps ('ab', 'c') and ('a', 'bc') apart.
    token: (purpose, ...parts) =>
      mac(`token/${purpose}`, JSON.stringify(parts)).subarray(0, 16).toString('base64url'),
  };
}

const version = 'v1.';
const ivBytes = 12;
const tagBytes = 16;

function seal(key: KeyObject, text: string, context: string): string {
  return version + sealBytes(key, Buffer.from(text), context).toString('base64url');
}

function open(key: KeyObject, sealed: string, context: string): string {
  if (!sealed.startsWith(version)) throw new SealBroken();
  return openBytes(key, Buffer.from(sealed.slice(version.length), 'base64url'), context).toString('utf8');
}

function sealBytes(key: KeyObject, bytes: Uint8Array, context: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function openBytes(key: KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}
