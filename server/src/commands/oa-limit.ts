// motcua oa limit: how many calls a minute an Official Account may make, where others share Zalo's limit with it.

import { defineCommand } from 'citty';
import { limitCalls } from '../oa/limit.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';

export const limit = defineCommand({
  meta: {
    name: 'limit',
    description:
      'Giới hạn số lần gọi Zalo mỗi phút của một Official Account, khi chương trình khác dùng chung ứng dụng hoặc tài khoản. Không kèm gì: cho xem mức đang đặt.',
  },
  args: {
    'oa-id': { type: 'string', required: true, valueHint: 'số', description: 'Mã Official Account' },
    'per-minute': { type: 'string', valueHint: 'số', description: 'Số lần gọi nhiều nhất trong một phút' },
    clear: { type: 'boolean', description: 'Bỏ giới hạn, trở về mức Zalo cho phép' },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const asked = args['per-minute'];
        const wanted = asked === undefined ? null : Number(asked);
        if (wanted !== null && !(Number.isInteger(wanted) && wanted > 0)) {
          process.stderr.write('Số lần gọi mỗi phút phải là số nguyên lớn hơn 0.\n');
          return exitCodes.badSetting;
        }
        if (wanted !== null && args.clear === true) {
          process.stderr.write('Chỉ chọn một: --per-minute để đặt, --clear để bỏ.\n');
          return exitCodes.badSetting;
        }
        const change = wanted !== null || args.clear === true ? { perMinute: wanted } : null;
        const perMinute = await limitCalls(ctx, args['oa-id'], change);
        if (perMinute === undefined) {
          process.stderr.write('Chưa có Official Account nào có mã này; xem motcua oa status.\n');
          return exitCodes.failed;
        }
        if (args.json) printJson({ oaId: args['oa-id'], perMinute });
        else
          print(
            perMinute === null
              ? 'Official Account này gọi Zalo theo mức Zalo cho phép.'
              : `Official Account này gọi Zalo nhiều nhất ${perMinute} lần mỗi phút.`,
          );
        return exitCodes.done;
      }),
    ),
});
