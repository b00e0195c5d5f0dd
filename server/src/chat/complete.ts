// What a person sends to complete a dossier: looked at before the transaction, kept within it.

import type { Slot } from '@motcua/domain/chat-step';
import type { Instant } from '@motcua/domain/time';
import { findDossier, lockDossier } from '../dossiers/store.ts';
import { digestOfSent } from '../drafts/papers.ts';
import { type CheckedFile, checkFile } from '../files/check.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { type Answering, answerItem } from '../supplements/answer.ts';
import { isAnswered, progressOf } from '../supplements/progress.ts';
import { findOpenTalk } from '../talks/store.ts';
import { holdPhoto, isAwaited, isFilling, takeHeldPhotos } from './held-photo-store.ts';
import { type Flaw, flawOf } from './legible.ts';
import type { ChatRef } from './person-store.ts';

/** A photograph or PDF that came with a message, as it may be kept, or why it may not. */
export type SentFile =
  | { ok: true; file: CheckedFile; sha256: string; flaw: Flaw | null }
  | { ok: false; why: string };

/** Null when nothing is asked of the person, nothing is being filled in and no officer talks with them. Takes long for large photographs: no transaction may be open. */
export async function lookAtSent(
  ctx: Context,
  tenantId: string,
  chat: ChatRef,
  bytes: Buffer | null,
): Promise<SentFile | null> {
  if (bytes === null) return null;
  const wanted = await ctx.database.tenant(
    tenantId,
    async (tx) =>
      (await isAwaited(tx, chat)) ||
      (await isFilling(tx, chat)) ||
      (await findOpenTalk(tx, chat)) !== undefined,
  );
  if (!wanted) return null;
  try {
    const file = await checkFile(bytes);
    const flaw = file.size === null ? null : await flawOf(file.bytes, file.size);
    return { ok: true, file, sha256: digestOfSent(bytes), flaw };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ok: false, why: error.detail };
  }
}

/** What is asked of the person, dossier by dossier, numbered as it is told. */
export async function slotsOf(tx: Tx, dossierIds: readonly string[]): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (const dossierId of dossierIds) {
    const dossier = await findDossier(tx, dossierId);
    const progress = dossier && (await progressOf(tx, dossier));
    for (const each of progress?.items ?? [])
      slots.push({
        dossierId,
        item: each.item.index,
        number: slots.length + 1,
        label: each.item.label,
        kind: each.slot === null ? 'field' : 'paper',
        answered: isAnswered(each),
        answerBy: progress?.request.answerBy ?? '',
      });
  }
  return slots;
}

/** Keeps a photograph until its sender has said what it is. */
export async function hold(
  ctx: Context,
  tx: Tx,
  chat: ChatRef,
  sent: SentFile | null,
  now: Instant,
): Promise<void> {
  if (!sent?.ok) return;
  const { type, pages, bytes } = sent.file;
  const id = ctx.newId();
  const sealed = ctx.secrets.sealBytes(bytes, heldContext(tx.tenantId, id));
  await holdPhoto(tx, chat, { id, type, pages, sealed }, now);
}

/** Files the photographs at hand, those held first, as the answer to an item; the dossier is locked already. */
export async function answerWithPhotos(
  ctx: Context,
  tx: Tx,
  chat: ChatRef,
  { dossierId, item, sent, now }: { dossierId: string; item: number; sent: SentFile | null; now: Instant },
): Promise<void> {
  const held = (await takeHeldPhotos(tx, chat)).map(({ id, type, pages, sealed }): CheckedFile => {
    return { type, pages, size: null, bytes: ctx.secrets.openBytes(sealed, heldContext(tx.tenantId, id)) };
  });
  const files = sent?.ok ? [...held, sent.file] : held;
  await answerLocked(ctx, tx, dossierId, { item, given: { kind: 'files', files }, channel: 'chat', now });
}

export async function answerLocked(
  ctx: Context,
  tx: Tx,
  dossierId: string,
  answering: Answering,
): Promise<void> {
  const locked = await lockDossier(tx, dossierId);
  if (locked === undefined) throw new Error('What was asked of somebody is asked in a dossier.');
  await answerItem(ctx, tx, locked, answering);
}

function heldContext(tenantId: string, id: string): string {
  return `${tenantId}/chat-photo/${id}`;
}
