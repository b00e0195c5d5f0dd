// The doctor looks at the machine: data folder, key file, disk, clock.

import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countSpooled, spoolFolderOf } from '../chat/spool.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { loadSecretKey } from '../platform/secret-key.ts';
import { dataFolderFault, StartFault } from '../platform/start-fault.ts';
import { readDatabaseClock } from './doctor-store.ts';

export interface Finding {
  /** What was looked at, as an operator calls it. */
  subject: string;
  ok: boolean;
  /** How it stands; where it is not well, what to do. */
  sentence: string;
}

export function well(subject: string, sentence: string): Finding {
  return { subject, ok: true, sentence };
}

export function ill(subject: string, sentence: string): Finding {
  return { subject, ok: false, sentence };
}

/** Nothing is made: looking must not change what it looks at. */
export function examineFolder(dataDir: string): Finding {
  const subject = 'Thư mục dữ liệu';
  if (!existsSync(dataDir)) return well(subject, `${dataDir} chưa có, sẽ được tạo ở lần chạy đầu.`);
  try {
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const fault = dataFolderFault(error, dataDir);
    return ill(subject, fault instanceof Error ? fault.message : String(fault));
  }
  if (!statSync(dataDir).isDirectory())
    return ill(subject, `${dataDir} không phải thư mục; hãy đặt DATA_DIR khác.`);
  if ((statSync(dataDir).mode & 0o002) !== 0)
    return ill(subject, `mọi tài khoản trên máy đều ghi được vào ${dataDir}; hãy chạy: chmod o-w ${dataDir}`);
  return well(subject, `${dataDir} ghi được.`);
}

export function examineKey(config: Config): Finding {
  const subject = 'Khoá bí mật';
  const file = config.secretKeyFile ?? join(config.dataDir, 'keys', 'secret.key');
  if (config.secretKeyFile === undefined && !existsSync(file))
    return well(subject, 'chưa có, sẽ được tạo ở lần chạy đầu.');
  try {
    loadSecretKey({ dataDir: config.dataDir, secretKeyFile: file });
    return well(subject, `${file} còn nguyên và kín; hãy sao lưu riêng với cơ sở dữ liệu.`);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    return ill(subject, error.message);
  }
}

/** Webhooks that were acknowledged while PostgreSQL was away and are not in it yet. */
export function examineSpool(dataDir: string): Finding {
  const subject = 'Tin chờ ghi';
  const { waiting, putAside } = countSpooled(spoolFolderOf(dataDir));
  if (putAside > 0)
    return ill(
      subject,
      `${putAside} tệp trong ${spoolFolderOf(dataDir)} không ghi lại được hết (đuôi .aside); hãy giữ nguyên tệp và báo người phụ trách phần mềm, nhật ký có ghi lý do.`,
    );
  if (waiting > 0)
    return ill(
      subject,
      `${waiting} sự kiện của Zalo đang được giữ trên đĩa; không mất gì. Hãy để máy chủ dữ liệu và motcua start cùng chạy, chúng sẽ được ghi trong vài giây.`,
    );
  return well(subject, 'không có sự kiện nào chờ trên đĩa.');
}

const gigabyte = 1024 ** 3;

export function examineDisk(dataDir: string): Finding {
  let place = dataDir;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, blocks, bsize } = statfsSync(place);
  const free = `còn trống ${((bavail * bsize) / gigabyte).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} GB`;
  const isFull = bavail * bsize < gigabyte || bavail / blocks < 0.03;
  return isFull
    ? ill('Ổ đĩa', `chỉ ${free}; hãy giải phóng dung lượng hoặc chuyển DATA_DIR sang ổ đĩa khác.`)
    : well('Ổ đĩa', `${free}.`);
}

/** Due dates and one-time tokens depend on the hour: this machine and the database must agree on it. */
export async function examineClock(database: Database): Promise<Finding> {
  const before = Date.now();
  const theirs = await readDatabaseClock(database);
  const apart = Math.round(Math.max(0, before - theirs, theirs - Date.now()) / 1000);
  if (apart > 5)
    return ill(
      'Đồng hồ',
      `máy này và máy chủ dữ liệu lệch nhau ${apart} giây; hãy bật đồng bộ giờ (NTP) trên cả hai.`,
    );
  const now = systemClock.now();
  return well(
    'Đồng hồ',
    `${now.slice(11, 16)} ngày ${now.slice(8, 10)}/${now.slice(5, 7)}/${now.slice(0, 4)}, giờ Việt Nam.`,
  );
}
