// motcua demo dossiers: what a person trying the demo needs to ask the chat about a dossier.

import { defineCommand } from 'citty';
import { listTenants } from '../accounts/store.ts';
import { wardTenant } from '../demo/ward.ts';
import { listDemoDossiers } from '../demo/ward-store.ts';
import { linkToken } from '../dossiers/link-token.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';

const dossiers = defineCommand({
  meta: {
    name: 'dossiers',
    description: 'Hồ sơ của phường dùng thử: mã, 6 số cuối, liên kết QR, bước, người giữ, hẹn trả',
  },
  args: { limit: { type: 'string', default: '20', description: 'Số hồ sơ' }, ...jsonFlag },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ config, ctx }) => {
        if (!config.demo)
          throw new StartFault('Lệnh này chỉ có ở bản dùng thử (MOTCUA_DEMO=1).', exitCodes.failed);
        if (!(await listTenants(ctx.database)).includes(wardTenant))
          throw new StartFault('Chưa có phường dùng thử; hãy chạy motcua start một lần.', exitCodes.failed);
        const limit = Math.min(1000, Math.max(1, Number.parseInt(args.limit, 10) || 20));
        const rows = await ctx.database.tenant(wardTenant, (tx) => listDemoDossiers(tx, limit));
        const shown = rows.map((row) => {
          const identity = ctx.secrets.open(row.identitySealed, `${wardTenant}/applicant/${row.applicantId}`);
          return {
            code: row.code,
            procedure: row.procedureName,
            applicant: row.applicantName,
            lastSix: identity.slice(-6),
            link: `${ctx.publicUrl}/q/${linkToken(ctx.secrets, wardTenant, row.id, row.linkGeneration)}`,
            step: row.step,
            holder: row.holder,
            due: row.due,
            ended: row.ended,
          };
        });
        if (args.json) return printJson(shown);
        for (const row of shown) {
          print(`${row.code}  ${row.procedure}, ${row.applicant}`);
          print(
            `  6 số cuối: ${row.lastSix}   bước: ${row.step}   giữ: ${row.holder ?? 'chưa có người nhận'}   hẹn trả: ${row.due ?? 'không có'}`,
          );
          print(`  ${row.link}`);
        }
      }),
    ),
});

export const demo = defineCommand({
  meta: { name: 'demo', description: 'Bản dùng thử' },
  subCommands: { dossiers },
});
