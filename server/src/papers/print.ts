// Prints a paper of a dossier: gather → set → write down the copy; the paper leaves only when its copy is written.

import { reprintMark } from '@motcua/domain/paper-sheet';
import { nameOfficers } from '../agencies/officer-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { declarationToSet } from './declaration.ts';
import { openSubject, paperToSet, type Subject, slipToSet } from './gather.ts';
import type { PaperToSet } from './paper-process.ts';
import { setPaper } from './set-paper.ts';
import { PapersBusy } from './setter.ts';
import { insertPrint, listPrints, type NewPrint } from './store.ts';

/** Which paper: of an event by its number, the receipt with the newest promise, the control slip, or the declaration. */
export type Wanted = number | 'receipt' | 'control_slip' | 'declaration';

export interface Printed {
  pdf: Buffer;
  fileName: string;
}

const fileNames: Record<string, string> = {
  receipt: 'giay-tiep-nhan',
  supplement_request: 'phieu-yeu-cau-bo-sung',
  intake_refusal: 'phieu-tu-choi-tiep-nhan',
  apology: 'van-ban-xin-loi-gia-han',
  stop_notice: 'thong-bao-dung-giai-quyet',
  refusal: 'phieu-tu-choi-giai-quyet',
  control_slip: 'phieu-kiem-soat',
  declaration: 'to-khai',
};

/** `giay-tiep-nhan-000.00.27.H53-261122-0007.pdf`; before there is a code, by the number of the event. */
export function fileNameOf(kind: string, seq: number, code: string | null): string {
  return `${fileNames[kind] ?? kind}-${code ?? `su-kien-${seq}`}.pdf`;
}

/**
 * The paper as PDF, written down as a print of this officer. A further copy says so. When two print at the same moment,
 * the later one is set again with its own number of the copy.
 */
export async function printPaper(
  ctx: Context,
  caller: Caller,
  dossierId: string,
  wanted: Wanted,
  size: 'a4' | 'a5',
): Promise<Printed> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const at = ctx.clock.now();
    const { order, print, fileName } = await ctx.database.tenant(caller.tenantId, async (tx) => {
      const subject = await openSubject(tx, caller, dossierId);
      const { kind, seq } = choose(subject, wanted);
      const copy = 1 + (await copiesOf(tx, dossierId, kind, seq));
      const name = (await nameOfficers(tx, [caller.officerId])).get(caller.officerId) ?? '';
      const mark = reprintMark(copy, at, name);
      const { agencyId, officerId } = caller;
      const print: NewPrint = {
        id: ctx.newId(),
        agencyId,
        dossierId,
        kind,
        seq,
        copy,
        detail: null,
        officerId,
        at,
      };
      const kept = subject.papers.find((paper) => paper.seq === seq);
      const order =
        kind === 'declaration'
          ? await declarationToSet(ctx, tx, subject, mark)
          : kind === 'control_slip' || kept === undefined
            ? await slipToSet(ctx, tx, subject, mark)
            : await paperToSet(ctx, tx, subject, kept, { mark, size });
      return { order, print, fileName: fileNameOf(kind, seq, subject.dossier.code) };
    });
    const pdf = await setOrSayBusy(order);
    if (await ctx.database.tenant(caller.tenantId, (tx) => insertPrint(tx, print))) return { pdf, fileName };
  }
  throw new Problem('unavailable', 'Giấy này đang được nhiều người in cùng lúc. Xin in lại sau ít giây.');
}

/** The paper, or the polite refusal of a printer that has too much to do. */
export function setOrSayBusy(order: PaperToSet, set = setPaper): Promise<Buffer> {
  return set(order).catch((error: unknown) => {
    if (!(error instanceof PapersBusy)) throw error;
    throw new Problem('unavailable', 'Máy in giấy tờ đang bận. Hồ sơ đã được ghi; xin in lại sau ít giây.');
  });
}

function choose({ dossier, papers }: Subject, wanted: Wanted): { kind: NewPrint['kind']; seq: number } {
  if (dossier.receivedAt === null && (wanted === 'receipt' || wanted === 'control_slip'))
    throw new Problem('not_possible_now', 'Hồ sơ chưa được tiếp nhận nên chưa có giấy này.');
  // Of the filing, the first event there is.
  if (wanted === 'declaration') return { kind: wanted, seq: 1 };
  if (wanted === 'control_slip') return { kind: wanted, seq: dossier.version };
  const kept = papers.findLast(({ seq, kind, cancelledAt }) =>
    wanted === 'receipt' ? kind === 'receipt' && cancelledAt === null : seq === wanted,
  );
  if (kept === undefined)
    throw new Problem('not_found', 'Hồ sơ không có giấy này. Xin xem danh sách giấy tờ của hồ sơ.');
  return { kind: kept.kind, seq: kept.seq };
}

async function copiesOf(tx: Tx, dossierId: string, kind: NewPrint['kind'], seq: number): Promise<number> {
  const prints = await listPrints(tx, dossierId);
  return prints.filter((print) => print.kind === kind && print.seq === seq).length;
}
