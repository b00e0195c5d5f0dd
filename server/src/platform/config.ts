// The settings of the program: the only file that reads the environment, once, at the start.

import { resolve } from 'node:path';
import { z } from 'zod';

export type Config = {
  port: number;
  host: string;
  /** Origin that citizens and Zalo reach us at, without a trailing slash. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Absent: the embedded PostgreSQL. */
  databaseUrl?: string;
  zalo: { oauthUrl: string; openapiUrl: string; businessUrl: string; graphUrl: string };
  /** The SMS interface (notices/sms.ts); absent: no messages by SMS. */
  sms?: { url: string; token: string };
  /** Demo ward, demo sign-ins and the Zalo simulator. */
  demo: boolean;
  simulatorPort: number;
  /** Absolute path of a key the operator keeps; absent: one is made below the data folder. */
  secretKeyFile?: string;
  /** After so many silent working hours an Official Account is looked at. */
  silenceHours: number;
  /** Tests only, see crash-point.ts. */
  crashAt?: string;
};

/** A setting that cannot be used. The start stops with the sentence and exit code 2. */
export type ConfigFault = { kind: 'config_fault'; setting: SettingName; sentence: string };

/** Every setting, as the README prints it; a test compares the two. */
export const settingsTable = [
  { name: 'PORT', default: '8080', meaning: 'Port of the web and the API' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 for every network, as in a container',
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    meaning: 'Where citizens and Zalo reach the server; printed in QR codes',
  },
  { name: 'DATA_DIR', default: './data', meaning: 'Keys, files and, without DATABASE_URL, the database' },
  {
    name: 'DATABASE_URL',
    default: 'embedded',
    meaning: 'PostgreSQL 15 or newer: postgresql://user:password@host/name',
  },
  { name: 'MOTCUA_DEMO', default: '1 without DATABASE_URL, else 0', meaning: 'Demo ward and Zalo simulator' },
  { name: 'SIMULATOR_PORT', default: 'PORT + 1', meaning: 'Port of the Zalo simulator and its phone' },
  {
    name: 'ZALO_OAUTH_URL',
    default: 'https://oauth.zaloapp.com',
    meaning: 'Zalo tokens; the simulator in demo',
  },
  {
    name: 'ZALO_OPENAPI_URL',
    default: 'https://openapi.zalo.me',
    meaning: 'Zalo messages; the simulator in demo',
  },
  {
    name: 'ZALO_BUSINESS_URL',
    default: 'https://business.openapi.zalo.me',
    meaning: 'Zalo template messages; the simulator in demo',
  },
  { name: 'ZALO_GRAPH_URL', default: 'https://graph.zalo.me', meaning: 'Zalo people; the simulator in demo' },
  {
    name: 'SMS_URL',
    default: 'none',
    meaning: 'Where short messages are posted as {id, to, text}; none: nobody is told by SMS',
  },
  { name: 'SMS_TOKEN', default: 'none', meaning: 'Bearer token of SMS_URL; both or neither' },
  {
    name: 'SECRET_KEY_FILE',
    default: 'DATA_DIR/keys/secret.key, made at the first start',
    meaning: '32 random bytes that seal tokens and sign links; not readable by others',
  },
  {
    name: 'SILENCE_HOURS',
    default: '6',
    meaning:
      'Working hours without any event of Zalo after which an account that is usually lively is reported',
  },
  { name: 'CRASH_AT', default: 'none', meaning: 'For tests: die at a named step, as `name` or `name:3`' },
] as const satisfies { name: string; default: string; meaning: string }[];

export type SettingName = (typeof settingsTable)[number]['name'];

/** Settings from an environment; relative paths start at `cwd`. An empty value counts as not set. */
export function readConfig(env: Record<string, string | undefined>, cwd: string): Config | ConfigFault {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const setting = settingsTable.find((row) => row.name === issue?.path[0])?.name ?? 'PORT';
    return fault(setting, issue?.message ?? 'không hợp lệ');
  }
  const { PORT: port, SIMULATOR_PORT: simulatorPort = port + 1, ...given } = parsed.data;
  if (simulatorPort > 65_535) return fault('SIMULATOR_PORT', 'phải được đặt riêng khi PORT là 65535');
  if (simulatorPort === port) return fault('SIMULATOR_PORT', 'phải khác PORT');
  const { SMS_URL: smsUrl, SMS_TOKEN: smsToken } = given;
  if (smsUrl !== undefined && smsToken === undefined) return fault('SMS_TOKEN', 'phải được đặt cùng SMS_URL');
  if (smsToken !== undefined && smsUrl === undefined) return fault('SMS_URL', 'phải được đặt cùng SMS_TOKEN');
  const demo = given.MOTCUA_DEMO ?? given.DATABASE_URL === undefined;
  const zaloAt = (real: string) => (demo ? `http://127.0.0.1:${simulatorPort}` : real);
  return {
    port,
    host: given.HOST,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${port}`,
    dataDir: resolve(cwd, given.DATA_DIR),
    zalo: {
      oauthUrl: given.ZALO_OAUTH_URL ?? zaloAt('https://oauth.zaloapp.com'),
      openapiUrl: given.ZALO_OPENAPI_URL ?? zaloAt('https://openapi.zalo.me'),
      businessUrl: given.ZALO_BUSINESS_URL ?? zaloAt('https://business.openapi.zalo.me'),
      graphUrl: given.ZALO_GRAPH_URL ?? zaloAt('https://graph.zalo.me'),
    },
    demo,
    simulatorPort,
    silenceHours: given.SILENCE_HOURS,
    ...(smsUrl && smsToken && { sms: { url: smsUrl, token: smsToken } }),
    ...(given.DATABASE_URL && { databaseUrl: given.DATABASE_URL }),
    ...(given.SECRET_KEY_FILE && { secretKeyFile: resolve(cwd, given.SECRET_KEY_FILE) }),
    ...(given.CRASH_AT && { crashAt: given.CRASH_AT }),
  };
}

/** Settings of this very process. */
export function readProcessConfig(): Config | ConfigFault {
  return readConfig(process.env, process.cwd());
}

function fault(setting: SettingName, sentence: string): ConfigFault {
  return { kind: 'config_fault', setting, sentence: `Thiết lập ${setting} ${sentence}.` };
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'phải là số nguyên từ 1 đến 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'phải là số nguyên từ 1 đến 65535');

const webAddress = z
  .string()
  .refine((text) => isUrl(text, ['http:', 'https:']), 'phải là địa chỉ bắt đầu bằng http:// hoặc https://')
  .transform((text) => text.replace(/\/+$/, ''));

const settings = z.object({
  PORT: port.default(8080),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'phải là tên máy hoặc địa chỉ IP, ví dụ 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: webAddress
    .refine(
      (text) => isOrigin(text),
      'chỉ gồm giao thức, tên miền và cổng, ví dụ https://motcua.example.gov.vn',
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  // The value is never repeated in the sentence: it holds a password.
  DATABASE_URL: z
    .string()
    .refine(
      (text) => isUrl(text, ['postgres:', 'postgresql:']),
      'phải có dạng postgresql://tài_khoản:mật_khẩu@máy:cổng/cơ_sở_dữ_liệu (ký tự đặc biệt trong mật khẩu viết theo mã phần trăm)',
    )
    .optional(),
  MOTCUA_DEMO: z
    .enum(['0', '1'], 'phải là 1 (bật) hoặc 0 (tắt)')
    .transform((text) => text === '1')
    .optional(),
  SIMULATOR_PORT: port.optional(),
  ZALO_OAUTH_URL: webAddress.optional(),
  ZALO_OPENAPI_URL: webAddress.optional(),
  ZALO_BUSINESS_URL: webAddress.optional(),
  ZALO_GRAPH_URL: webAddress.optional(),
  SMS_URL: webAddress.optional(),
  // Never repeated in a sentence: it is a secret.
  SMS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'phải là một chuỗi liền, không dấu')
    .optional(),
  SECRET_KEY_FILE: z.string().optional(),
  SILENCE_HOURS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'phải là số giờ từ 1 đến 999')
    .default('6')
    .transform(Number),
  CRASH_AT: z
    .string()
    .regex(/^[\w.-]+(:[1-9]\d*)?$/, 'phải có dạng tên hoặc tên:số')
    .optional(),
} satisfies Record<SettingName, z.ZodType>);

function isUrl(text: string, protocols: string[]): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return protocols.includes(url.protocol) && [url.username, url.password, url.pathname].every(isDecodable);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text.toLowerCase();
}

/** A bare percent sign in a password makes an address that no client can read. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
