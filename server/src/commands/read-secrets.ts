// The three secrets of an Official Account, from the command line, from files or from standard input.

import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { exitCodes, StartFault } from '../platform/start-fault.ts';

export interface OaSecrets {
  appSecret: string;
  oaSecretKey: string;
  refreshToken: string;
}

/** Files and standard input are there because a command line stays in the shell's history and shows in `ps`. */
export const secretFlags = {
  'app-secret': { type: 'string', valueHint: 'khoá', description: 'Khoá bí mật của ứng dụng' },
  'app-secret-file': { type: 'string', valueHint: 'tệp', description: 'Tệp chứa khoá bí mật của ứng dụng' },
  'oa-secret-key': { type: 'string', valueHint: 'khoá', description: 'OA Secret Key ở trang Webhook' },
  'oa-secret-key-file': { type: 'string', valueHint: 'tệp', description: 'Tệp chứa OA Secret Key' },
  'refresh-token': { type: 'string', valueHint: 'mã', description: 'Mã làm mới lấy ở API Explorer' },
  'refresh-token-file': { type: 'string', valueHint: 'tệp', description: 'Tệp chứa mã làm mới' },
  'secrets-stdin': {
    type: 'boolean',
    description: 'Đọc các khoá từ đầu vào chuẩn: {"appSecret":"…","oaSecretKey":"…","refreshToken":"…"}',
  },
} as const;

const flagOf = {
  appSecret: 'app-secret',
  oaSecretKey: 'oa-secret-key',
  refreshToken: 'refresh-token',
} as const satisfies Record<keyof OaSecrets, string>;

type Flag = (typeof flagOf)[keyof OaSecrets];
type Given = Partial<Record<Flag | `${Flag}-file`, string | undefined>> & {
  'secrets-stdin'?: boolean | undefined;
};

/** Each secret from exactly one place. Throws `StartFault`; its sentence never repeats what it read. */
export async function readSecrets(
  given: Given,
  input: AsyncIterable<Uint8Array> = process.stdin,
): Promise<OaSecrets> {
  const typed = given['secrets-stdin'] === true ? await readInput(input) : {};
  const secret = (name: keyof OaSecrets) => {
    const flag = flagOf[name];
    const file = given[`${flag}-file`];
    const places = [given[flag], file === undefined ? undefined : readSecretFile(file), typed[name]];
    const [value, second] = places.filter((place) => place !== undefined);
    if (second !== undefined)
      throw bad(
        `${name} được đưa vào từ hai nơi; chỉ dùng một trong --${flag}, --${flag}-file, --secrets-stdin.`,
      );
    if (value === undefined)
      throw bad(`Thiếu --${flag}, hoặc --${flag}-file, hoặc ${name} trong --secrets-stdin.`);
    return value;
  };
  return {
    appSecret: secret('appSecret'),
    oaSecretKey: secret('oaSecretKey'),
    refreshToken: secret('refreshToken'),
  };
}

const inputShape = z.strictObject({
  appSecret: z.string().optional(),
  oaSecretKey: z.string().optional(),
  refreshToken: z.string().optional(),
});

async function readInput(input: AsyncIterable<Uint8Array>): Promise<z.infer<typeof inputShape>> {
  let value: unknown;
  try {
    value = JSON.parse(await text(input));
  } catch {
    throw bad(inputSentence);
  }
  const parsed = inputShape.safeParse(value);
  if (!parsed.success) throw bad(inputSentence);
  return parsed.data;
}

const inputSentence =
  '--secrets-stdin cần một đối tượng JSON chỉ gồm appSecret, oaSecretKey, refreshToken, mỗi giá trị là văn bản.';

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw bad(`Không đọc được tệp ${file}; hãy kiểm tra đường dẫn và quyền đọc.`);
  }
}

function bad(sentence: string): StartFault {
  return new StartFault(sentence, exitCodes.badSetting);
}
