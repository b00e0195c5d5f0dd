// The log tells what happened without telling on anyone: planted secrets must not come out.

import { expect, test } from 'vitest';
import { z } from 'zod';
import { maskUrl, openLog } from './log.ts';

test('a request is its method and path; capabilities and queries are masked', () => {
  const req = {
    id: 'r1',
    method: 'GET',
    url: '/q/Xy7Capability?k=1',
    headers: { cookie: 'CANARY' },
    body: 'CANARY',
  };
  const [line] = logged((log) => log.info({ req, res: { statusCode: 200, headers: 'CANARY' } }, 'request'));
  expect(line).toMatchObject({ req: { id: 'r1', method: 'GET', url: '/q/…?…' }, res: { statusCode: 200 } });
  expect(JSON.stringify(line)).not.toMatch(/CANARY|Capability/);
});

test.each([
  ['/q/abc', '/q/…'],
  ['/q/abc/giay-to', '/q/…/giay-to'],
  ['/api/v1/dossiers?identity=999086012345', '/api/v1/dossiers?…'],
  ['/zalo/webhook', '/zalo/webhook'],
])('%s is logged as %s', (url, masked) => {
  expect(maskUrl(url)).toBe(masked);
});

test('fields that hold content or keys never come out, at the top or one level down', () => {
  const held = {
    body: 'CANARY',
    token: 'CANARY',
    access_token: 'CANARY',
    password: 'CANARY',
    text: 'CANARY',
  };
  const [line] = logged((log) =>
    log.info({ ...held, event: { ...held, kind: 'user_send_text' } }, 'webhook'),
  );
  expect(JSON.stringify(line)).not.toContain('CANARY');
  expect(line).toMatchObject({ event: { kind: 'user_send_text' } });
});

test('a database error keeps its place and loses its values', () => {
  const err = Object.assign(new Error('invalid input syntax for type uuid: "CANARY"'), {
    code: '22P02',
    severity: 'ERROR',
    detail: 'Key (phone)=(CANARY) already exists.',
    table: 'citizen',
  });
  const [line] = logged((log) => log.error({ err }, 'job failed'));
  expect(line).toMatchObject({ err: { type: 'Error', code: '22P02', table: 'citizen' } });
  expect(JSON.stringify(line)).not.toContain('CANARY');
});

test('errors that quote their input lose the quotation, causes included', () => {
  const errors = [
    caught(() => JSON.parse('CANARY')),
    caught(() => z.enum(['a']).parse('CANARY')),
    new Error('no route for "CANARY"'),
    new Error('wrap', { cause: new Error('phone 0912 345 678') }),
  ];
  const lines = logged((log) => errors.forEach((err) => log.error({ err }, 'failed')));
  expect(JSON.stringify(lines)).not.toMatch(/CANARY|345/);
  expect(lines[2]).toMatchObject({ err: { message: 'no route for "…"' } });
  expect(lines[3]).toMatchObject({ err: { message: 'wrap', cause: { message: 'phone …' } } });
});

test('what is thrown without being an error does not come out', () => {
  expect(JSON.stringify(logged((log) => log.error({ err: 'CANARY' }, 'failed')))).not.toContain('CANARY');
});

function logged(write: (log: ReturnType<typeof openLog>) => void): unknown[] {
  const lines: unknown[] = [];
  write(openLog({}, { write: (line) => lines.push(JSON.parse(line)) }));
  return lines;
}

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
