// motcua verify-ledger: proves the chains and that every dossier's row equals the fold of its events.

import { defineCommand } from 'citty';
import { listTenants } from '../accounts/store.ts';
import { verifyTenant } from '../dossiers/verify.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, progressBar, withOffice } from './output.ts';

export const verifyLedger = defineCommand({
  meta: { name: 'verify-ledger', description: 'Kiểm tra sổ sự kiện: chuỗi băm liền mạch, hồ sơ khớp với sổ' },
  args: jsonFlag,
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const bar = progressBar('Đang kiểm tra');
        const total = {
          dossiers: 0,
          events: 0,
          faults: [] as Awaited<ReturnType<typeof verifyTenant>>['faults'],
        };
        for (const tenantId of await listTenants(ctx.database)) {
          const done = total.dossiers;
          const part = await verifyTenant(ctx.database, tenantId, (count) => bar.show(done + count, null));
          total.dossiers += part.dossiers;
          total.events += part.events;
          total.faults.push(...part.faults);
        }
        bar.end();
        if (args.json) printJson(total);
        else {
          print(
            `Đã kiểm tra ${total.dossiers} hồ sơ, ${total.events} dòng sổ: ${total.faults.length === 0 ? 'tất cả khớp' : `${total.faults.length} sai lệch`}.`,
          );
          for (const fault of total.faults)
            print(
              `  ${fault.tenantId} ${fault.code ?? fault.dossierId}${fault.seq === null ? '' : `, dòng ${fault.seq}`}: ${fault.problem}`,
            );
        }
        return total.faults.length === 0 ? exitCodes.done : exitCodes.failed;
      }),
    ),
});
