// Forms and communes over HTTP: the published contract, and what is typed of a commune's name.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../test/client.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { UnitsAnswer } from '../units/schema.ts';
import type { FormList } from './schema.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const units = async (query: string) => (await visitor(world.http).get<UnitsAnswer>(`/units?${query}`)).body;

test('every form is listed, and served as JSON Schema 2020-12 of its version', async () => {
  const { body } = await visitor(world.http).get<FormList>('/public/forms');
  expect(body.forms).toHaveLength(12);
  for (const { procedure, version, title, schema } of body.forms) {
    expect(schema).toContain(`/api/v1/public/forms/${procedure}?version=${version}`);
    const served = await visitor(world.http).get<Record<string, unknown>>(
      `/public/forms/${procedure}?version=${version}`,
    );
    expect(served.body).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:motcua:form:${procedure}:${version}`,
      title,
      type: 'object',
      additionalProperties: false,
    });
  }
  const current = await visitor(world.http).get<Record<string, unknown>>('/public/forms/1.001193');
  expect(current.body).toMatchObject({ 'x-motcua-form': { applicant: 'reporter', version: 1 } });
});

test('a form that is not there is said so, in words', async () => {
  const missing = await visitor(world.http).get<{ detail: string }>('/public/forms/9.999999');
  expect(missing.status).toBe(404);
  expect(missing.body.detail).toContain('chưa có tờ khai điện tử');
  expect((await visitor(world.http).get('/public/forms/1.001193?version=77')).status).toBe(404);
  expect((await visitor(world.http).get('/public/forms/..%2Fetc')).status).toBe(422);
});

test('communes are found as people type them, and listed by province', async () => {
  expect((await units('')).provinces).toHaveLength(34);
  expect((await units('q=p.%20kien%20tuong')).communes).toEqual([
    {
      code: '27787',
      name: 'Phường Kiến Tường',
      province: '80',
      text: 'Phường Kiến Tường, Tỉnh Tây Ninh',
    },
  ]);
  expect((await units('province=80')).communes).toHaveLength(96);
  expect((await units('q=x&province=80')).communes.length).toBeLessThanOrEqual(20);
  expect((await visitor(world.http).get('/units?province=Tây')).status).toBe(422);
  expect((await visitor(world.http).get(`/units?q=${'a'.repeat(200)}`)).status).toBe(422);
});
