// Publishes a draft from a day on: proved first, in the transaction that publishes it.

import { longDayText } from '@motcua/domain/clock-time';
import { mayManageProcesses } from '@motcua/domain/process';
import { dateOf, isRealDate } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { prove, whyNotSound } from './prove.ts';
import type { PublishAnswer, PublishBody } from './schema.ts';
import { lockVersion, markPublished } from './store.ts';

export interface PublishRequest extends PublishBody {
  code: string;
  version: number;
}

/** Dossiers filed from that day on carry the new version; those before keep theirs. */
export async function publish(
  ctx: Context,
  caller: Caller,
  request: PublishRequest,
  key: string,
): Promise<PublishAnswer> {
  const now = ctx.clock.now();
  const { code, version, effectiveFrom } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, async () => {
      needsManager(caller);
      if (!isRealDate(effectiveFrom) || effectiveFrom < dateOf(now))
        throw new Problem('invalid_fields', 'Ngày có hiệu lực phải từ hôm nay trở đi.', {
          fields: [{ field: 'effectiveFrom', message: 'Chọn hôm nay hoặc một ngày sau.' }],
        });
      const row = await lockVersion(tx, code, version);
      if (row === undefined) throw unknownProcess();
      const { proof } = await prove(tx, caller.agencyId, row, dateOf(now));
      const why = whyNotSound(row, proof);
      if (why !== null) throw new Problem('not_possible_now', why);
      await markPublished(tx, code, version, { at: now, effectiveFrom, by: caller.officerId });
      return {
        version,
        text: `Đã công bố phiên bản ${version}, có hiệu lực từ ${longDayText(effectiveFrom)}. Hồ sơ đang giải quyết giữ quy trình của mình.`,
      };
    }),
  );
}

/** Why this officer may not publish and move; null when they may. */
export function whyNotManager({ roles }: Pick<Caller, 'roles'>): string | null {
  return mayManageProcesses(roles)
    ? null
    : 'Công bố và chuyển quy trình do quản trị đơn vị hoặc Giám đốc Trung tâm làm. Xin nhờ người phụ trách.';
}

export function needsManager(caller: Pick<Caller, 'roles'>): void {
  const why = whyNotManager(caller);
  if (why !== null) throw new Problem('not_allowed', why);
}

export const unknownProcess = () =>
  new Problem('not_found', 'Không có quy trình này. Xin chọn lại trong danh sách quy trình.');
