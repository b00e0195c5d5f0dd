// What leaves with a dispatch: gathered at the last moment, from the dossier as it stands, without a word of reasons.

import { importanceOf } from '@motcua/domain/delivery-importance';
import type { NoticeKind } from '@motcua/domain/status-notice';
import { shortMessage, templateValues } from '@motcua/domain/template-fields';
import { fillTemplate } from '@motcua/domain/template-fit';
import type { Instant } from '@motcua/domain/time';
import { phoneForZalo } from '@motcua/zalo/template-send';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Dispatch } from './dispatch-store.ts';
import { findTemplate } from './templates-store.ts';

export type DispatchContent =
  | { road: 'template_user'; oaId: string; userId: string; templateId: string; data: Record<string, string> }
  | { road: 'template_phone'; oaId: string; phone: string; templateId: string; data: Record<string, string> }
  | { road: 'sms'; phone: string; text: string }
  /** The road has gone since it was planned; the sentence says what is missing. */
  | { road: null; sentence: string };

export async function gatherContent(
  ctx: Pick<Context, 'publicUrl'>,
  tx: Tx,
  dispatch: Dispatch,
  now: Instant,
): Promise<DispatchContent> {
  const dossier = await findDossier(tx, dispatch.dossierId);
  if (dossier === undefined || !isNoticeKind(dispatch.kind)) return gone('Không còn hồ sơ của tin này.');
  const applicant = await getApplicant(tx, dossier.applicantId);
  const view = await buildStatusView(tx, dossier, now);
  const values = templateValues(
    { kind: dispatch.kind, view, applicantName: applicant.fullName, trackingUrl: ctx.publicUrl },
    now,
  );
  const phone = applicant.phone;
  if (dispatch.road === 'sms')
    return phone === null ? gone(noPhone) : { road: 'sms', phone, text: shortMessage(values) };
  const { oaId } = dispatch;
  const template = oaId === null ? undefined : await findTemplate(tx, oaId, dispatch.kind);
  if (oaId === null || template === undefined)
    return gone('Official Account chưa có mẫu tin cho loại tin này; đặt bằng motcua oa templates set.');
  const { templateId } = template;
  const data = fillTemplate(template.params, values);
  if (dispatch.road === 'template_user')
    return dispatch.chatUserId === null
      ? gone('Người nhận không còn theo dõi Official Account.')
      : { road: 'template_user', oaId, userId: dispatch.chatUserId, templateId, data };
  const zaloPhone = phone === null ? undefined : phoneForZalo(phone);
  return zaloPhone === undefined
    ? gone(noPhone)
    : { road: 'template_phone', oaId, phone: zaloPhone, templateId, data };
}

const noPhone = 'Hồ sơ không có số điện thoại di động.';

function gone(sentence: string): DispatchContent {
  return { road: null, sentence };
}

/** A notice's kind comes from a column. */
function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(importanceOf, kind);
}
