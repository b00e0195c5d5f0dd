// How the person of a talk can be reached, and whether they still follow its dossier. SQL only.

import type { ChatStanding, DeliveryChannels } from '@motcua/domain/delivery-facts';
import type { ChatRef } from '../chat/person-store.ts';
import { findChannels } from '../notices/standing-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface TalkPartner {
  standing: ChatStanding;
  channels: DeliveryChannels;
  /** They still follow the dossier of the talk; true of the general inbox. */
  linked: boolean;
}

export async function readPartner(
  tx: Tx,
  { oaId, userId, dossierId }: ChatRef & { dossierId: string | null },
): Promise<TalkPartner> {
  const row = await tx.row<Omit<ChatStanding, 'lastToldAt'> & { linked: boolean }>(sql`select
      p.interacted_at as "interactedAt", p.unfollowed_at is not null as unfollowed, p.refused_code as "refusedCode",
      p.wishes, p.night_allowed as "nightAllowed",
      ${dossierId}::uuid is null or exists (select from chat_link l where l.tenant_id = p.tenant_id
        and l.oa_id = p.oa_id and l.user_id = p.user_id and l.dossier_id = ${dossierId} and l.ended_at is null) as linked
    from chat_person p where p.tenant_id = ${tx.tenantId} and p.oa_id = ${oaId} and p.user_id = ${userId}`);
  if (row === undefined) throw new Error('A talk goes with its person.');
  const { linked, ...standing } = row;
  return {
    standing: { ...standing, lastToldAt: null },
    channels: await findChannels(tx, oaId, { kind: null, sms: false }),
    linked,
  };
}
