// The first day of a merger: the agency ends, its people, its children and its chats go on in the successor.

import type { OfficerRole } from '@motcua/domain/process';
import { dateOf, type Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import {
  endAgency,
  listChildren,
  listPostsToMove,
  type MergerRow,
  markBegun,
  moveSessions,
} from './merger-store.ts';
import { endPost } from './people-store.ts';
import { insertPost } from './set-up-store.ts';
import { getAgency } from './store.ts';
import { getPlace, insertFact, settleAgencies } from './tree-store.ts';

/** `Quyết định số 12/QĐ-UBND ngày 01/12/2026`: what every moved dossier names as its ground. */
export function decisionText({ decisionNumber, decisionDate }: MergerRow): string {
  return `Quyết định số ${decisionNumber} ngày ${decisionDate.split('-').reverse().join('/')}`;
}

/** Begun once, in one transaction: nobody is ever between two agencies. */
export async function beginMerger(ctx: Context, tx: Tx, merger: MergerRow, now: Instant): Promise<void> {
  if (!(await markBegun(tx, merger.id, now))) return;
  const { agencyId, successorId, effectiveOn, decidedBy: by, unitMap } = merger;
  const ground = decisionText(merger);
  const { name, officeName } = await getAgency(tx, agencyId);
  const { kind, parentId } = await getPlace(tx, agencyId);
  const end = { agencyId, validFrom: effectiveOn, stands: false, kind, parentId, name, officeName };
  await insertFact(tx, { ...end, successorId, ground, by }, now);
  await endAgency(tx, merger);
  for (const child of await listChildren(tx, agencyId)) {
    const place = await getPlace(tx, child.id);
    const above = { agencyId: child.id, validFrom: effectiveOn, stands: true, kind: place.kind };
    const names = { name: child.name, officeName: child.officeName };
    // The successor itself may have been a child of the agency that ends.
    const parent = child.id === successorId ? parentId : successorId;
    await insertFact(tx, { ...above, ...names, parentId: parent, successorId: null, ground, by }, now);
  }
  await settleAgencies(tx, dateOf(now));
  for (const post of await listPostsToMove(tx, agencyId, dateOf(now))) {
    const id = ctx.newId();
    const { title, supervisorId } = post;
    await endPost(tx, post.id, effectiveOn, by, now);
    const unit = unitMap[post.unit] ?? post.unit;
    const supervisor = supervisorId === null ? {} : { supervisorId };
    const roles = post.roles as OfficerRole[];
    const next = { id, agencyId: successorId, unit, title, roles, validFrom: effectiveOn, recordedBy: by };
    await insertPost(tx, post.officerId, { ...next, ...supervisor }, now);
    await moveSessions(tx, post.id, id);
  }
}
