// The page of a draft: what was filled in, what is wanting, what comes after filing, when, at what cost, and where it lands.

import { beforeText } from '@motcua/domain/clock-time';
import { previewDue } from '@motcua/domain/deadline';
import { filingPlaceText } from '@motcua/domain/filing-place';
import { moneyText } from '@motcua/domain/money-words';
import type { Procedure } from '@motcua/domain/procedure';
import { dateOf } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { linkToken } from '../dossiers/link-token.ts';
import type { Context } from '../platform/context.ts';
import { readWhole } from './completeness.ts';
import { whereFilingLands } from './filing-place.ts';
import { type OpenDraft, openDraft } from './open.ts';
import { shownPaper, slotsOf } from './papers.ts';
import type { DraftView } from './schema.ts';

export function viewDraft(ctx: Context, token: string): Promise<DraftView> {
  return openDraft(ctx, token, (open) => view(ctx, open));
}

async function view(ctx: Context, { tx, draft }: OpenDraft): Promise<DraftView> {
  const now = ctx.clock.now();
  const { agency, calendar } = await getFrame(tx, draft.agencyId);
  const place = await whereFilingLands(tx, draft.procedureCode, draft.agencyId, now);
  const whole = await readWhole(ctx, tx, draft, now);
  const { procedure } = whole.offered;
  const terms = termsOf(procedure);
  const due = terms === undefined ? null : previewDue(calendar, now, terms.term);
  return {
    code: draft.code,
    state: draft.state,
    version: draft.version,
    savedAt: draft.savedAt,
    expiresAt: draft.expiresAt,
    procedure: { code: procedure.code, name: procedure.name, shortName: procedure.shortName },
    office: { name: agency.officeName, address: agency.address, phone: agency.phone },
    place: { ...place, text: filingPlaceText(place) },
    formVersion: draft.formVersion,
    answers: whole.answers,
    papers: whole.papers.map(shownPaper),
    slots: slotsOf(procedure).map(({ id, name }) => ({ paperId: id, name })),
    defects: draft.state === 'filed' ? [] : whole.defects.map(({ field, message }) => ({ field, message })),
    next: {
      due:
        due === null
          ? 'Thủ tục này không có ngày hẹn trả theo quy định.'
          : `Nếu được tiếp nhận bây giờ, hẹn trả ${beforeText(due, dateOf(now))} (${terms?.termText ?? ''}).`,
      fee: feeText(procedure),
      steps: [
        place.kind === 'here'
          ? 'Cán bộ xem hồ sơ và trả lời trong 8 giờ làm việc: tiếp nhận, cần bổ sung, hoặc không tiếp nhận kèm lý do.'
          : 'Anh/Chị tải trọn bộ tờ khai và giấy tờ về, rồi nộp ở nơi có thẩm quyền.',
        ...(place.kind === 'here'
          ? ['Khi được tiếp nhận, hồ sơ có mã và ngày hẹn trả; thời gian giải quyết tính từ lúc đó.']
          : []),
      ],
    },
    trackingToken: draft.dossierId === null ? null : linkToken(ctx.secrets, tx.tenantId, draft.dossierId, 1),
    externalCode: draft.externalCode,
  };
}

/** Terms and fees online; the first channel where the catalogue has no such row. */
function termsOf({ channels }: Procedure) {
  return channels.find(({ channel }) => channel === 'online') ?? channels[0];
}

function feeText(procedure: Procedure): string {
  const fees = termsOf(procedure)?.fees.filter(({ amount }) => amount > 0) ?? [];
  if (fees.length === 0) return 'Không mất phí, lệ phí.';
  return `${fees.map(({ label, amount }) => `${label}: ${moneyText(amount)}`).join('; ')}. Chưa phải nộp bây giờ; Trung tâm báo khoản phải nộp khi tiếp nhận.`;
}
