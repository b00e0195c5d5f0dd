// Addresses of photos come from outside: only Zalo's media hosts, and whoever plays Zalo, are asked.

import { expect, it } from 'vitest';
import { trustedAddress } from './photo.ts';

const zalo = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'http://127.0.0.1:9400',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
};

it.each([
  ['https://f1-photo.zdn.vn/a/b.jpg', 'https://f1-photo.zdn.vn/a/b.jpg'],
  ['http://f1-photo.zdn.vn/a/b.jpg', 'https://f1-photo.zdn.vn/a/b.jpg'],
  ['https://x.y.zadn.vn/a', 'https://x.y.zadn.vn/a'],
  ['http://127.0.0.1:9400/media/1', 'http://127.0.0.1:9400/media/1'],
])('%s is asked', (address, asked) => expect(trustedAddress(zalo, address)?.href).toBe(asked));

it.each([
  '',
  'no address',
  'https://zdn.vn.evil.example/a',
  'https://evilzdn.vn/a',
  'https://zdn.vn@127.0.0.1/a',
  'https://user:pw@f1.zdn.vn/a',
  'https://f1.zdn.vn:8443/a',
  'http://f1.zdn.vn:5432/a',
  'http://127.0.0.1/a',
  'http://127.0.0.1:9401/a',
  'http://localhost:9400/a',
  'http://[::1]:9400/a',
  'http://2130706433:9400/a',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'ftp://f1.zdn.vn/a',
  '//f1.zdn.vn/a',
])('%s is not', (address) => {
  const trusted = trustedAddress(zalo, address);
  // A number that is another way of writing 127.0.0.1 is that very origin.
  expect(trusted?.origin ?? null).toBe(address.includes('2130706433') ? zalo.openapi : null);
});
