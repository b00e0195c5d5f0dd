// Settings: defaults, the two modes, and one sentence for each bad value.

import { expect, test } from 'vitest';
import { type Config, readConfig, settingsTable } from './config.ts';

test('nothing set: a demo on the embedded database, reachable from this machine only', () => {
  expect(readConfig({}, '/srv/motcua')).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8080',
    dataDir: '/srv/motcua/data',
    zalo: {
      oauthUrl: 'http://127.0.0.1:8081',
      openapiUrl: 'http://127.0.0.1:8081',
      businessUrl: 'http://127.0.0.1:8081',
      graphUrl: 'http://127.0.0.1:8081',
    },
    demo: true,
    simulatorPort: 8081,
    silenceHours: 6,
  });
});

test('a database of one’s own means production and the real Zalo', () => {
  const config = good({ DATABASE_URL: 'postgresql://u:p@db/motcua', PORT: '9200' });
  expect(config.demo).toBe(false);
  expect(config.databaseUrl).toBe('postgresql://u:p@db/motcua');
  expect(config.publicUrl).toBe('http://localhost:9200');
  expect(config.zalo).toEqual({
    oauthUrl: 'https://oauth.zaloapp.com',
    openapiUrl: 'https://openapi.zalo.me',
    businessUrl: 'https://business.openapi.zalo.me',
    graphUrl: 'https://graph.zalo.me',
  });
});

test('the demo can be asked for and refused', () => {
  expect(good({ DATABASE_URL: 'postgresql://u:p@db/motcua', MOTCUA_DEMO: '1' }).demo).toBe(true);
  expect(good({ MOTCUA_DEMO: '0' }).demo).toBe(false);
  expect(good({ MOTCUA_DEMO: '0' }).zalo.openapiUrl).toBe('https://openapi.zalo.me');
});

test('an address given wins over the mode, and loses its last slash', () => {
  expect(good({ ZALO_OPENAPI_URL: 'http://127.0.0.1:9999/' }).zalo.openapiUrl).toBe('http://127.0.0.1:9999');
  expect(good({ PUBLIC_URL: 'https://motcua.example.gov.vn/' }).publicUrl).toBe(
    'https://motcua.example.gov.vn',
  );
});

test('an empty value counts as not set; paths start at the working folder', () => {
  expect(good({ PORT: '', DATA_DIR: 'x' }).port).toBe(8080);
  expect(good({ DATA_DIR: 'x' }).dataDir).toBe('/srv/x');
  expect(good({ SECRET_KEY_FILE: 'k/secret' }).secretKeyFile).toBe('/srv/k/secret');
});

test('the SMS interface is set whole or not at all', () => {
  const url = 'https://sms.example.vn/send';
  expect(good({ SMS_URL: url, SMS_TOKEN: 'x' }).sms?.url).toBe(url);
  expect(readConfig({ SMS_URL: url }, '/srv')).toMatchObject({ setting: 'SMS_TOKEN' });
  expect(readConfig({ SMS_TOKEN: 'x' }, '/srv')).toMatchObject({ setting: 'SMS_URL' });
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '1e3'],
  ['HOST', 'my host'],
  ['PUBLIC_URL', 'motcua.example.gov.vn'],
  ['PUBLIC_URL', 'https://example.gov.vn/motcua'],
  ['DATABASE_URL', 'mysql://u:p@db/x'],
  ['DATABASE_URL', 'postgresql'],
  ['DATABASE_URL', 'postgresql://u:50%off@db/motcua'],
  ['MOTCUA_DEMO', 'yes'],
  ['SIMULATOR_PORT', '8080'],
  ['ZALO_GRAPH_URL', 'ftp://graph.zalo.me'],
  ['SMS_TOKEN', 'two words'],
  ['CRASH_AT', 'a b'],
])('a bad %s (%s) names itself', (setting, value) => {
  expect(readConfig({ [setting]: value }, '/srv')).toEqual({
    kind: 'config_fault',
    setting,
    sentence: expect.stringMatching(new RegExp(`^Thiết lập ${setting} .+\\.$`)),
  });
});

test('a bad database address is never repeated: it holds a password', () => {
  const result = readConfig({ DATABASE_URL: 'mysql://u:hunter2@db/x' }, '/srv');
  expect(result).toMatchObject({ kind: 'config_fault' });
  expect(JSON.stringify(result)).not.toContain('hunter2');
});

test('the last port leaves no room for the simulator', () => {
  expect(readConfig({ PORT: '65535' }, '/srv')).toMatchObject({ setting: 'SIMULATOR_PORT' });
});

test('the table names each setting once', () => {
  const names = settingsTable.map((row) => row.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('DATABASE_URL');
});

function good(env: Record<string, string>): Config {
  const result = readConfig(env, '/srv');
  if ('kind' in result) throw new Error(result.sentence);
  return result;
}
