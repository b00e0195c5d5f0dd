// The API as a whole: who may call what, a document that says so, and no job, event or person's number left over.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIdentityNumber } from '@motcua/domain/identity-number';
import { parsePhoneNumber } from '@motcua/domain/phone-number';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allJobs } from '../src/worker.ts';
import { visitor } from './client.ts';
import { createWorld, type World } from './world.ts';

const root = join(import.meta.dirname, '..', '..');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const source = (path: string) => readFileSync(join(root, path), 'utf8');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** What may be called without signing in, and why. */
const forAnyone = [
  'DELETE /drafts/:token/papers/:id',
  'GET /drafts/:token/declaration.pdf', // the token is the proof
  'GET /drafts/:token',
  'GET /drafts/:token/package',
  'GET /drafts/:token/papers/:id',
  'GET /drafts/:token/uploads/:upload',
  'GET /public/:tenant/filing/:code',
  'POST /drafts/:token/answers',
  'POST /drafts/:token/external-code',
  'POST /drafts/:token/submit',
  'POST /drafts/:token/uploads/:upload',
  'POST /public/:tenant/drafts',
  'POST /public/:tenant/drafts/resume',
  'POST /session', // signing in itself
  'GET /demo/sign-ins',
  'GET /public/:tenant/find', // the published catalogue, searched
  'GET /public/:tenant/procedures',
  'GET /public/:tenant/procedures/:code', // published for everybody, no person in it // the demo shows its sign-ins; elsewhere 404
  'GET /public/:tenant/questions', // published for everybody
  'GET /public/:tenant/questions/:id', // published for everybody
  'GET /public/:tenant/questions/asked/:code', // says how far a question came, nothing of what was asked
  'POST /public/:tenant/questions', // anybody may ask
  'GET /tracking/:token', // the token is the proof
  'GET /tracking/:token/status', // the token is the proof
  'GET /tracking/:token/rating', // the token is the proof
  'POST /tracking/:token/rating', // the token is the proof
  'GET /public/:tenant/ratings', // figures published for everybody, no person in them
  'POST /citizens/zalo/begin', // signing in itself
  'POST /citizens/zalo/finish', // signing in itself
  'POST /citizens/zalo/mini-app', // signing in itself
  'GET /citizens/me', // a citizen's own session; nobody: null
  'DELETE /citizens/me', // leaving it
  'GET /tracking/visits/:token', // the token is the proof
  'GET /public/offices', // names of offices
  'GET /public/forms', // the State's own declarations: nobody in them
  'GET /public/forms/:code',
  'GET /units', // names of communes
  'POST /public/:tenant/look-up', // code and six digits are the proof, within a budget
  'GET /tracking/:token/readings', // the token is the proof
  'POST /tracking/:token/withdraw', // token and six digits are the proof
  'POST /tracking/:token/link-code', // the token is the proof
  'POST /tracking/:token/supplement/:item/file', // the token is the proof
  'POST /tracking/:token/supplement/:item/value', // the token is the proof
  'GET /deadline', // arithmetic on a public calendar: nothing about any dossier
];

test('every route says who may call it, and the list of those for anyone is this one', () => {
  const { routes } = world.http;
  expect(routes.length).toBeGreaterThan(12);
  const open = routes.filter(({ who }) => who === 'anyone').map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual([...forAnyone].sort());
});

test('every other route of the API answers 401 to somebody who has not signed in, before it looks at anything', async () => {
  const guest = visitor(world.http);
  for (const { method, path, who } of world.http.routes) {
    if (who === 'anyone') continue;
    const url = path.replace(/:\w+/g, '01900000-0000-7000-8000-00000000dead');
    const name = `${method} ${path}`;
    const answers = {
      GET: [await guest.get(url)],
      POST: [await guest.post(url, {}), await guest.post(url, '', { 'x-motcua': null })],
      DELETE: [await guest.delete(url)],
    }[method];
    for (const answer of answers ?? [])
      expect(answer, name).toMatchObject({ status: 401, body: { kind: 'not_signed_in' } });
    expect(answers, name).toBeDefined();
  }
});

test('nothing is served below /api that is not declared', async () => {
  const declared = world.http.routes.map(({ method, path }) => `${method} /api/v1${path}`);
  const printed = world.http.app.printRoutes({ commonPrefix: false, includeHooks: false });
  // `printRoutes` draws a tree; every leaf names its methods.
  const methods = (printed.match(/\(([A-Z, ]+)\)/g) ?? []).flatMap((found) => found.slice(1, -1).split(', '));
  const served = methods.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').length;
  // Beside them: the document, two health pages and Zalo's webhook.
  expect(served).toBe(declared.length + 4);
});

interface Operation {
  summary: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: object;
  responses: Record<string, { description: string }>;
}

test('the OpenAPI document is whole: every route, every parameter, every reference', async () => {
  const { body } = await visitor(world.http).get<{
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: object; securitySchemes: object };
  }>('/openapi.json');
  expect(body.openapi).toMatch(/^3\.1\.\d$/);
  expect(body.info).toMatchObject({ title: 'Một Cửa', version: expect.any(String) });
  for (const route of world.http.routes) {
    const name = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = body.paths[name]?.[route.method.toLowerCase()];
    expect(operation?.summary, name).toBe(route.summary);
    expect(operation?.security, name).toEqual(route.who === 'anyone' ? [] : [{ session: [] }]);
    expect(Object.values(operation?.responses ?? {}).every(({ description }) => description !== '')).toBe(
      true,
    );
    expect(operation?.requestBody === undefined, name).toBe(route.body === undefined);
    const inPath = operation?.parameters.filter((each) => each.in === 'path').map((each) => each.name);
    expect(inPath, name).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
    expect(operation?.parameters.every((each) => each.in !== 'path' || each.required)).toBe(true);
  }
  expect(Object.keys(body.paths)).toHaveLength(new Set(world.http.routes.map(({ path }) => path)).size);
  const references = JSON.stringify(body).match(/"\$ref":"[^"]+"/g) ?? [];
  for (const reference of references) expect(reference).toBe('"$ref":"#/components/schemas/Problem"');
  expect(JSON.stringify(body)).not.toMatch(/"~standard"|"undefined"/);
});

test('health: the process, and what it needs', async () => {
  const health = await world.http.app.inject('/healthz');
  expect([health.statusCode, health.json()]).toEqual([200, { status: 'ok' }]);
  const ready = await world.http.app.inject('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([
    200,
    {
      status: 'ready',
      schema: true,
      jobs: { waiting: 0, dead: 0 },
      intake: { mode: 'direct', waiting: 0 },
    },
  ]);
});

test('every job that is written has a handler, and every handler somebody who writes for it', () => {
  const sources = tracked.filter((path) => /^server\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'));
  const written = sources.flatMap((path) =>
    [...source(path).matchAll(/(?:addJob\(\s*\w+,\s*|\bname: )'([\w-]+)',(?= payload|\s*\{)/g)].map(
      ([, name = '']) => name,
    ),
  );
  const scheduled = [...source('server/src/worker.ts').matchAll(/\* ([a-z][\w-]+)(?: \?|'|")/g)].map(
    ([, name = '']) => name,
  );
  const handled = Object.keys(allJobs(world.ctx));
  expect([...new Set([...written, ...scheduled])].sort()).toEqual(handled.sort());
  expect(written.length).toBeGreaterThan(1);
});

test('no number that somebody could bear stands in the source', () => {
  const readable = tracked.filter(
    (path) => !/\.(png|jpe?g|webp|pdf|woff2?|ico|xlsx)$|package-lock\.json$/.test(path),
  );
  const found = readable.flatMap((path) => {
    const numbers = source(path).match(/(?<![\d.\w-])\d{12}(?![\d\w])/g) ?? [];
    // `841202345678` is an old phone number with its country code.
    const bearable = numbers.filter(
      (number) => parseIdentityNumber(number).ok && !parsePhoneNumber(number).ok,
    );
    return bearable.map((number) => `${path}: ${number}`);
  });
  expect(found).toEqual([]);
  expect(readable.length).toBeGreaterThan(200);
});
