// Looks up who could be told of a dossier and through what, and lets the planner choose.

import type { ChatStanding, DeliveryChannels, ToTell } from '@motcua/domain/delivery-facts';
import { chooseRecipients, type Recipient } from '@motcua/domain/delivery-recipients';
import type { Dossier } from '@motcua/domain/dossier';
import type { NoticeKind } from '@motcua/domain/status-notice';
import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { findChannels, listFollowers, lockFollowers } from './standing-store.ts';

export interface KnownFollower extends ChatRef {
  standing: ChatStanding;
  channels: DeliveryChannels;
}

export interface Recipients {
  /** Everyone linked to the dossier. */
  followers: KnownFollower[];
  /** Those who are told; `oaId` is the account through which the applicant's number is reached. */
  recipients: (Recipient<KnownFollower> & { oaId: string | null })[];
}

/** Without a kind: some notice, whatever it will say. */
type Noticed = ToTell & { kind: NoticeKind | null };

/** Locks those who follow, so that the message they wait for is planned by one act at a time. */
export async function recipientsOf(
  ctx: Pick<Context, 'sms' | 'tellAtNight'>,
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'agencyId' | 'applicantId'>,
  notice: Noticed,
  now: Instant,
): Promise<Recipients> {
  const nobody = (await listFollowers(tx, dossier.id, now)).length === 0;
  if (!nobody) await lockFollowers(tx, dossier.id);
  return forecastRecipients(ctx, tx, dossier, notice, now, nobody);
}

/** The same without a lock: what would happen to a notice planned now. */
export async function forecastRecipients(
  ctx: Pick<Context, 'sms' | 'tellAtNight'>,
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'agencyId' | 'applicantId'>,
  notice: Noticed,
  now: Instant,
  nobody = false,
): Promise<Recipients> {
  const sms = ctx.sms !== undefined;
  const followers: KnownFollower[] = [];
  for (const each of nobody ? [] : await listFollowers(tx, dossier.id, now)) {
    const nightAllowed = each.standing.nightAllowed || ctx.tellAtNight === true;
    const channels = await findChannels(tx, each.oaId, notice.kind, sms);
    followers.push({ ...each, standing: { ...each.standing, nightAllowed }, channels });
  }
  // Only what is important goes to the applicant's number, so only then the number matters.
  const byNumber = notice.importance === 'important';
  const oaId = byNumber ? ((await findConnectedOa(tx, dossier.agencyId))?.oaId ?? null) : null;
  const applicant = {
    phone: byNumber && (await getApplicant(tx, dossier.applicantId)).phone !== null,
    channels: byNumber ? await findChannels(tx, oaId, notice.kind, sms) : nothing,
  };
  const recipients = chooseRecipients(notice, followers, applicant, now);
  return { followers, recipients: recipients.map((each) => ({ ...each, oaId: accountFor(each, oaId) })) };
}

const nothing: DeliveryChannels = { account: null, template: null, sms: null };

function accountFor({ plan }: Recipient<KnownFollower>, oaId: string | null): string | null {
  return plan.road === 'template_phone' || plan.road === 'template_user' ? oaId : null;
}
