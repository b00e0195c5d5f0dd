// The secret key file: 32 random bytes, made at the first start unless the operator keeps one elsewhere.

import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { dataFolderFault, errorCode, exitCodes, StartFault } from './start-fault.ts';

/** Reads the key, making it first when it lives below the data folder. Throws `StartFault`. */
export function loadSecretKey({ secretKeyFile, dataDir }: Pick<Config, 'secretKeyFile' | 'dataDir'>): Buffer {
  const file = secretKeyFile ?? join(dataDir, 'keys', 'secret.key');
  if (secretKeyFile === undefined) {
    try {
      makeKey(file);
    } catch (error) {
      throw dataFolderFault(error, dataDir);
    }
  }
  return readKey(file);
}

function makeKey(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const making = `${file}.${process.pid}`;
  writeFileSync(making, randomBytes(keyBytes), { mode: 0o600, flush: true });
  try {
    // Two first starts at once: one key wins, whole, and the other start reads it.
    linkSync(making, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(making);
  }
}

function readKey(file: string): Buffer {
  let key: Buffer;
  let mode: number;
  try {
    ({ mode } = statSync(file));
    key = readFileSync(file);
  } catch {
    throw keyFault(file, 'không đọc được; hãy kiểm tra đường dẫn và quyền đọc');
  }
  if ((mode & 0o007) !== 0)
    throw keyFault(file, `đang mở cho mọi tài khoản trên máy; hãy chạy: chmod 600 ${file}`);
  if (key.length !== keyBytes) throw keyFault(file, 'phải có đúng 32 byte; hãy khôi phục tệp từ bản sao lưu');
  return key;
}

function keyFault(file: string, reason: string): StartFault {
  return new StartFault(`Tệp khoá bí mật ${file} (SECRET_KEY_FILE) ${reason}.`, exitCodes.badSetting);
}

const keyBytes = 32;
