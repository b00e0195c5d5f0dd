// The doctor looks at each tenant: its Official Accounts, what Zalo sends, what is sent to citizens, its calendars.

import { plusDays } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { findForgotten } from '../notices/sweep.ts';
import { oaStatuses } from '../oa/status.ts';
import { systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { type Finding, ill, well } from './doctor-machine.ts';
import { countBadMessages, findLastEventAt, listCalendars } from './doctor-store.ts';

export async function* examineTenants(database: Database, demo: boolean): AsyncGenerator<Finding> {
  const tenants = await listTenants(database);
  if (tenants.length === 0) yield ill('Đơn vị', 'chưa có đơn vị nào sử dụng.');
  for (const tenantId of tenants) {
    const called = (subject: string) => (tenants.length === 1 ? subject : `${subject} (${tenantId})`);
    const look = { database, tenantId, called };
    const accounts = await oaStatuses({ database, clock: systemClock }, tenantId);
    if (accounts.length === 0)
      yield ill(
        called('Official Account'),
        'chưa kết nối; người dân chưa nhận được tin. Hãy chạy: motcua oa connect',
      );
    for (const { oaId, name, healthy, sentence } of accounts)
      yield (healthy ? well : ill)(called('Official Account'), `${name ?? oaId}: ${sentence}`);
    if (accounts.length > 0) yield await examineEvents(look, demo);
    yield await examineMessages(look);
    yield await examineForgotten(look);
    yield await examineCalendars(look);
  }
}

interface Look {
  database: Database;
  tenantId: string;
  /** The subject, with the tenant where there are several. */
  called: (subject: string) => string;
}

/** Whether a silence is unusual is said with each account; here only whether anything ever came. */
async function examineEvents({ database, tenantId, called }: Look, demo: boolean): Promise<Finding> {
  const subject = called('Tin từ Zalo');
  const last = await database.tenant(tenantId, findLastEventAt);
  if (last !== null)
    return well(
      subject,
      `sự kiện gần nhất lúc ${last.slice(11, 16)} ngày ${last.slice(8, 10)}/${last.slice(5, 7)}.`,
    );
  if (demo) return well(subject, 'chưa có ai nhắn; hãy nhắn thử từ điện thoại của bản dùng thử.');
  return ill(
    subject,
    'chưa nhận sự kiện nào; hãy vào developers.zalo.me, chọn ứng dụng, mục Webhook: khai địa chỉ, bật các sự kiện, bấm Kiểm tra; rồi nhắn thử một tin cho Official Account.',
  );
}

async function examineMessages({ database, tenantId, called }: Look): Promise<Finding> {
  const since = plusDays(systemClock.now(), -7);
  const bad = await database.tenant(tenantId, (tx) => countBadMessages(tx, since));
  const subject = called('Tin gửi công dân');
  const { failedNotices, unknownNotices, answers } = bad;
  const parts = [
    ...(failedNotices > 0 ? [`${failedNotices} tin báo không gửi được`] : []),
    ...(unknownNotices > 0 ? [`${unknownNotices} tin báo chưa rõ đã đến hay chưa`] : []),
    ...(answers > 0 ? [`${answers} câu trả lời chưa chắc đã đến`] : []),
  ];
  if (parts.length === 0) return well(subject, '7 ngày qua không có tin nào gửi hỏng.');
  const remedy =
    failedNotices + unknownNotices > 0
      ? 'tin báo thì xem trang Tin chưa tới ở bàn làm việc; kết nối thì xem bằng: motcua oa status'
      : 'hãy kiểm tra kết nối bằng: motcua oa status';
  return ill(subject, `7 ngày qua có ${parts.join(', ')}; ${remedy}.`);
}

/** The sweep finds the forgotten within twenty minutes: what is found here is younger than that, or the worker stands still. */
async function examineForgotten({ database, tenantId, called }: Look): Promise<Finding> {
  const forgotten = await findForgotten(database, tenantId);
  const subject = called('Tin không ai xử lý');
  if (forgotten.length === 0) return well(subject, 'mọi tin đều đã xong, đang gửi hoặc chờ cán bộ báo.');
  return ill(
    subject,
    `${forgotten.length} tin không còn việc nào gửi; việc quét chạy mỗi 5 phút, nếu sau 20 phút vẫn còn thì hãy kiểm tra motcua start có đang chạy không.`,
  );
}

/** Terms reach months ahead: a due date is only right where the holidays are known. */
async function examineCalendars({ database, tenantId, called }: Look): Promise<Finding> {
  const until = Number(plusDays(systemClock.now(), 365).slice(0, 4));
  const calendars = await database.tenant(tenantId, listCalendars);
  const subject = called('Lịch làm việc');
  if (calendars.length === 0) return ill(subject, 'đơn vị chưa có cơ quan nào.');
  const short = calendars.filter(({ lastDay }) => Number(lastDay?.slice(0, 4) ?? 0) < until);
  if (short.length > 0) {
    const codes = short.slice(0, 5).map(({ code }) => code);
    return ill(
      subject,
      `chưa có ngày nghỉ lễ năm ${until} cho ${codes.join(', ')}${short.length > 5 ? '…' : ''}; hãy bổ sung lịch của năm đó.`,
    );
  }
  return well(subject, `đã có ngày nghỉ lễ đến hết năm ${until}.`);
}
