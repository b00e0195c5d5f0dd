// A helper at a post office, a youth union or a village files for somebody, and follows what they brought in.

import { momentText } from '@motcua/domain/clock-time';
import { statusSentence } from '@motcua/domain/status-answer';
import { dateOf } from '@motcua/domain/time';
import { findUnitKind } from '../agencies/store.ts';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import { file } from '../dossiers/intake.ts';
import type { IntakeBody } from '../dossiers/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { AssistedAnswer, AssistedList } from './schema.ts';
import { countAssisted, insertAssisted, listAssisted } from './store.ts';

const pageSize = 30;

/** Filed, not yet received: the receipt, the code and the clock are the office's own. */
export async function assist(
  ctx: Context,
  caller: Caller,
  body: IntakeBody,
  key: string,
): Promise<AssistedAnswer> {
  needsHelper(caller);
  const kind = await ctx.database.tenant(caller.tenantId, (tx) =>
    findUnitKind(tx, caller.agencyId, caller.unit),
  );
  // What a post office passes on came by post; the others help somebody to file online.
  const channel = kind === 'post_office' ? 'post' : 'online';
  const filed = { ...body, fee: 0, feePaid: false, passOn: false };
  const { id } = await file(ctx, caller.tenantId, caller.agencyId, filed, channel, {
    key,
    helper: {
      facts: caller,
      keep: (tx, dossierId, at) => insertAssisted(tx, dossierId, caller.officerId, at),
    },
  });
  return {
    id,
    text: 'Đã gửi hồ sơ đến bộ phận một cửa. Cán bộ trả lời trong 8 giờ làm việc; người nộp được báo khi hồ sơ được tiếp nhận.',
  };
}

/** Only what this helper brought in. */
export async function readAssisted(ctx: Context, caller: Caller): Promise<AssistedList> {
  needsHelper(caller);
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const rows = await listAssisted(tx, caller.officerId, pageSize);
    const total = await countAssisted(tx, caller.officerId);
    const views = await Promise.all(rows.map(({ state }) => buildStatusView(tx, state, now)));
    return {
      total,
      rows: rows.map(({ state, applicantName, at }, index) => {
        const view = views[index];
        return {
          id: state.id,
          code: state.code,
          procedureName: state.procedureName,
          applicantName,
          atText: momentText(at, dateOf(now)),
          statusSentence: view === undefined ? '' : statusSentence(view, now),
        };
      }),
    };
  });
}

function needsHelper({ roles }: Pick<Caller, 'roles'>): void {
  if (!roles.includes('intake_helper'))
    throw new Problem(
      'not_allowed',
      'Nộp giúp dành cho điểm tiếp nhận. Cán bộ một cửa tiếp nhận hồ sơ ở trang Tiếp nhận.',
    );
}
