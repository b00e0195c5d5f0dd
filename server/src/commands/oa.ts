// motcua oa connect, motcua oa status: the Official Accounts an operator connects and looks after.

import { whenText } from '@motcua/domain/status-words';
import type { Instant } from '@motcua/domain/time';
import { defineCommand } from 'citty';
import { connectOa } from '../oa/connect.ts';
import { type OaStatus, oaStatuses } from '../oa/status.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { limit } from './oa-limit.ts';
import { templates } from './oa-templates.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';
import { pickTenant, pickTenants, tenantFlag, tenantsWithAgency } from './pick-tenant.ts';
import { readSecrets, secretFlags } from './read-secrets.ts';
import { reconcileCommand } from './reconcile.ts';

const connect = defineCommand({
  meta: {
    name: 'connect',
    description:
      'Kết nối Official Account với một cơ quan. Mã làm mới (refresh token) chỉ dùng được một lần, và lệnh này dùng nó. Mỗi khoá nhận từ dòng lệnh, từ tệp hoặc từ đầu vào chuẩn.',
  },
  args: {
    agency: { type: 'string', required: true, valueHint: 'mã', description: 'Mã cơ quan, ví dụ H53.27787' },
    'oa-id': { type: 'string', required: true, valueHint: 'số', description: 'Mã Official Account' },
    'app-id': {
      type: 'string',
      required: true,
      valueHint: 'số',
      description: 'Mã ứng dụng ở developers.zalo.me',
    },
    ...secretFlags,
    ...tenantFlag,
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(async () => {
      const secrets = await readSecrets(args);
      return withOffice(async ({ ctx }) => {
        const [tenant, ...others] = await tenantsWithAgency(ctx.database, args.agency);
        const tenantId =
          args.tenant === undefined && tenant !== undefined && others.length === 0
            ? tenant
            : await pickTenant(ctx.database, args.tenant);
        const ids = { tenantId, agencyCode: args.agency, oaId: args['oa-id'], appId: args['app-id'] };
        const outcome = await connectOa(ctx, { ...ids, ...secrets });
        if (args.json) printJson(outcome);
        if (outcome.kind === 'refused') {
          if (!args.json) process.stderr.write(`${outcome.sentence}\n`);
          return outcome.reason === 'bad_input' ? exitCodes.badSetting : exitCodes.failed;
        }
        if (args.json) return exitCodes.done;
        print(`Đã kết nối Official Account ${outcome.name ?? outcome.oaId} với ${outcome.agencyName}.`);
        for (const warning of outcome.warnings) print(`Lưu ý: ${warning}`);
        print(`Địa chỉ webhook để khai trong trang quản trị ứng dụng: ${ctx.publicUrl}/zalo/webhook`);
        return exitCodes.done;
      });
    }),
});

const status = defineCommand({
  meta: {
    name: 'status',
    description: 'Tình trạng các Official Account. Mã thoát 1 khi có tài khoản cần người xử lý.',
  },
  args: { ...tenantFlag, ...jsonFlag },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const all: (OaStatus & { tenantId: string })[] = [];
        for (const tenantId of await pickTenants(ctx.database, args.tenant))
          for (const one of await oaStatuses(ctx, tenantId)) all.push({ tenantId, ...one });
        if (args.json) printJson(all);
        else tell(all, ctx.clock.now());
        return all.every((one) => one.healthy) ? exitCodes.done : exitCodes.failed;
      }),
    ),
});

export const oa = defineCommand({
  meta: { name: 'oa', description: 'Official Account trên Zalo: kết nối, theo dõi, mẫu tin' },
  subCommands: { connect, status, limit, templates, reconcile: reconcileCommand },
});

function tell(all: readonly OaStatus[], now: Instant): void {
  if (all.length === 0) print('Chưa có Official Account nào được kết nối; dùng motcua oa connect.');
  for (const one of all) {
    print(`${one.name ?? 'Chưa rõ tên'} (${one.oaId}), ${one.agencyName} (${one.agencyCode})`);
    print(`  ${one.healthy ? 'Tốt' : 'Cần xử lý'}: ${one.sentence}`);
    const expiry = one.accessExpiresAt === null ? 'chưa có' : whenText(one.accessExpiresAt, now);
    print(`  ${one.type}, giao diện lập trình ${one.apiVersion}, mã truy cập hết hạn: ${expiry}`);
  }
}
