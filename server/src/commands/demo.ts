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
  args: {
    limit: { type: 'string', default: '20', valueHint: 'số', description: 'Số hồ sơ, từ 1 đến 1000' },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() => {
      const limit = readLimit(args.limit);
      return withOffice(async ({ config, ctx }) => {
        if (!config.demo)
          throw new StartFault('Lệnh này chỉ có ở bản dùng thử (MOTCUA_DEMO=1).', exitCodes.failed);
        if (!(await listTenants(ctx.database)).includes(wardTenant))
          throw new StartFault('Chưa có phường dùng thử; hãy chạy motcua start một lần.', exitCodes.failed);
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
      });
    }),
});

function readLimit(text: string): number {
  if (/^(?:[1-9]\d{0,2}|1000)$/.test(text)) return Number(text);
  throw new StartFault(`--limit ${text} chưa đúng; viết một số từ 1 đến 1000.`, exitCodes.badSetting);
}

export const demo = defineCommand({
  meta: { name: 'demo', description: 'Bản dùng thử' },
  subCommands: { dossiers },
});
