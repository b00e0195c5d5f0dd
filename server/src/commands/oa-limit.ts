// motcua oa limit: how many calls a minute an Official Account may make, where others share Zalo's limit with it.

import { defineCommand } from 'citty';
import { limitCalls } from '../oa/limit.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';

export const limit = defineCommand({
  meta: {
    name: 'limit',
    description:
      'Giới hạn số lần gọi Zalo mỗi phút của một Official Account, khi chương trình khác dùng chung ứng dụng hoặc tài khoản. Bỏ --per-minute để trở về mức Zalo cho phép.',
  },
  args: {
    'oa-id': { type: 'string', required: true, valueHint: 'số', description: 'Mã Official Account' },
    'per-minute': { type: 'string', valueHint: 'số', description: 'Số lần gọi nhiều nhất trong một phút' },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const asked = args['per-minute'];
        const perMinute = asked === undefined ? null : Number(asked);
        if (perMinute !== null && !(Number.isInteger(perMinute) && perMinute > 0)) {
          process.stderr.write('Số lần gọi mỗi phút phải là số nguyên lớn hơn 0.\n');
          return exitCodes.badSetting;
        }
        if (!(await limitCalls(ctx, args['oa-id'], perMinute))) {
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
