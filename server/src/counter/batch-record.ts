// The hand-over record of a batch on paper: each dossier with who signed for it, and what is missing.

import { longMomentText } from '@motcua/domain/clock-time';
import { byName, field, printable, type Sheet, sheetFrame, table } from '@motcua/domain/paper-sheet';
import { dateOf } from '@motcua/domain/time';
import { setOrSayBusy } from '../papers/print.ts';
import { insertPrint, namesOfToday } from '../papers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { viewBatch } from './batch.ts';

export async function printBatch(ctx: Context, caller: Caller, batchId: string): Promise<Buffer> {
  const batch = await viewBatch(ctx, caller, batchId);
  const as = await ctx.database.tenant(caller.tenantId, async (tx) => {
    const { agencyId, officerId } = caller;
    const what = { dossierId: null, kind: 'batch', seq: null, copy: 1, detail: batch.name } as const;
    await insertPrint(tx, { id: ctx.newId(), agencyId, ...what, officerId, at: ctx.clock.now() });
    return namesOfToday(tx, agencyId);
  });
  const missing = batch.lines.filter(({ receivedBy }) => receivedBy === null).length;
  const receivers = [...new Set(batch.lines.flatMap(({ receivedBy }) => receivedBy ?? []))];
  const form = {
    name: 'Biên bản bàn giao',
    title: ['Biên bản bàn giao hồ sơ', `đợt ${batch.name}`],
    source: 'Mẫu của phần mềm; Nhà nước không quy định mẫu riêng',
  };
  const heading = { form, issuer: 'office', day: dateOf(batch.at), number: null, subtitle: null } as const;
  const sheet: Sheet = printable({
    ...sheetFrame(as, heading),
    blocks: [
      field('Bên giao', `${batch.fromUnit} (${batch.fromOfficer})`),
      field('Bên nhận', batch.toUnit),
      field('Bàn giao lúc', longMomentText(batch.at)),
      table(
        ['STT', 'Mã hồ sơ', 'Thủ tục', 'Ký nhận'],
        [1, 5, 7, 6],
        batch.lines.map(({ code, procedureName, receivedBy, receivedAt }, index) => [
          String(index + 1),
          code ?? '',
          procedureName,
          receivedBy === null || receivedAt === null
            ? 'Chưa nhận'
            : `${receivedBy}, ${longMomentText(receivedAt)}`,
        ]),
      ),
      field('Số hồ sơ đã nhận', `${batch.lines.length - missing}/${batch.lines.length}`),
    ],
    signers: [byName('Bên giao', batch.fromOfficer), byName('Bên nhận', receivers.join(', ') || null)],
  });
  return setOrSayBusy({ layout: 'sheet', sheet, qr: null });
}
