// A citizen answers one item that was asked for: kept, told to the ledger, and when nothing is missing any more, answered.

import { decide } from '@motcua/domain/dossier-decide';
import type { DossierEvent } from '@motcua/domain/dossier-event';
import type { Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { recordNext } from '../dossiers/record.ts';
import type { LockedDossier } from '../dossiers/store.ts';
import type { CheckedFile } from '../files/check.ts';
import { keepFile } from '../files/keep.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { type ItemProgress, isAnswered, progressOf } from './progress.ts';
import { insertValue } from './store.ts';

export interface Answering {
  /** The place of the item in the open request. */
  item: number;
  given: { kind: 'files'; files: readonly CheckedFile[] } | { kind: 'value'; value: string };
  channel: 'chat' | 'web';
  now: Instant;
}

/**
 * With the dossier locked. Only items that are open take an answer; further photographs of them are welcome until an
 * officer has looked.
 * @throws Problem naming what is asked for instead
 */
export async function answerItem(
  ctx: Context,
  tx: Tx,
  locked: LockedDossier,
  { item: index, given, channel, now }: Answering,
): Promise<void> {
  const { dossier } = locked;
  const progress = await progressOf(tx, dossier);
  if (progress === undefined)
    throw new Problem(
      'not_possible_now',
      'Hồ sơ không chờ bổ sung nữa. Anh/Chị tải lại trang để xem hồ sơ tới đâu.',
    );
  const asked = progress.items.find(({ item }) => item.index === index);
  if (asked === undefined)
    throw new Problem(
      'not_possible_now',
      `Mục này không nằm trong phần cần bổ sung. Anh/Chị chỉ cần gửi: ${progress.items.map(({ item }) => item.label).join('; ')}.`,
    );
  const events: DossierEvent[] = await keep(ctx, tx, dossier.id, asked, { given, channel, now });
  const complete = progress.items.every((each) => each === asked || isAnswered(each));
  if (complete && progress.request.answeredAt === undefined) {
    const { calendar } = await getFrame(tx, dossier.agencyId);
    const items = progress.items.map(({ item }) => item.index);
    const action = { type: 'answer_supplement', items, channel } as const;
    const decision = decide(dossier, action, { kind: 'citizen' }, now, { calendar });
    if (!decision.ok) throw new Problem(decision.refusal.kind, decision.refusal.why);
    events.push(...decision.events);
  }
  if (events.length > 0)
    await recordNext(ctx, tx, locked, { events, actor: { kind: 'citizen', chatId: null }, now });
}

async function keep(
  ctx: Context,
  tx: Tx,
  dossierId: string,
  { item: { target, label, index }, slot }: ItemProgress,
  { given, channel, now }: Pick<Answering, 'given' | 'channel' | 'now'>,
): Promise<DossierEvent[]> {
  if (given.kind === 'value') {
    if (slot !== null || target.kind === 'paper')
      throw new Problem(
        'not_possible_now',
        `“${label}” cần ảnh chụp hoặc tệp PDF. Anh/Chị chụp giấy này rồi gửi.`,
      );
    const { value } = given;
    await insertValue(tx, {
      id: ctx.newId(),
      dossierId,
      item: index,
      field: target.field,
      value,
      channel,
      at: now,
    });
    return [];
  }
  if (slot === null)
    throw new Problem(
      'not_possible_now',
      `“${label}” cần ghi bằng chữ, không nhận ảnh. Anh/Chị gõ nội dung đúng rồi gửi.`,
    );
  const files = [];
  for (const file of given.files)
    files.push(
      await keepFile(ctx, tx, {
        dossierId,
        paperId: slot,
        name: label,
        origin: channel,
        officerId: null,
        file,
        now,
      }),
    );
  return files.length === 0 ? [] : [{ type: 'files_kept', files }];
}
