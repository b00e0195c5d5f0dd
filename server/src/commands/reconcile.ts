// motcua oa reconcile: reads back what people wrote while Zalo sent no webhooks.

import { toEpochMs } from '@motcua/domain/time';
import { defineCommand } from 'citty';
import { type Reconciliation, reconcile } from '../chat/reconcile.ts';
import { oaStatuses } from '../oa/status.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';
import { pickTenant, tenantFlag } from './pick-tenant.ts';

export const reconcileCommand = defineCommand({
  meta: {
    name: 'reconcile',
    description:
      'Đọc lại những gì người dân đã nhắn mà webhook không nhận được, ví dụ sau khi Zalo ngừng gửi sự kiện. Chạy lại nhiều lần không làm lặp tin.',
  },
  args: {
    hours: {
      type: 'string',
      default: '24',
      valueHint: 'số giờ',
      description: 'Đọc lại từ bao nhiêu giờ trước',
    },
    ...tenantFlag,
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const hours = Number(args.hours);
        if (!(hours >= 1 && hours <= mostHours))
          throw new StartFault(`Số giờ phải từ 1 đến ${mostHours}.`, exitCodes.badSetting);
        const tenantId = await pickTenant(ctx.database, args.tenant);
        const sinceMs = toEpochMs(ctx.clock.now()) - hours * 3_600_000;
        const outcomes: (Reconciliation & { oaId: string })[] = [];
        for (const { oaId } of await oaStatuses(ctx, tenantId))
          outcomes.push({ oaId, ...(await reconcile(ctx, { tenantId, oaId }, sinceMs)) });
        if (args.json) printJson(outcomes);
        else for (const one of outcomes) print(`${one.oaId}: ${sentenceOf(one)}`);
        return outcomes.every(({ kind }) => kind === 'done') ? exitCodes.done : exitCodes.failed;
      }),
    ),
});

/** Two months: what Zalo remembers longer nobody waits for any more. */
const mostHours = 1440;

function sentenceOf(outcome: Reconciliation): string {
  if (outcome.kind === 'unfinished') return outcome.sentence;
  return `đã đọc lại ${outcome.people} cuộc trò chuyện, thêm ${outcome.messages} tin chưa nhận được.`;
}
