// What is filed becomes a dossier's first event: every field checked, the person written, an earlier filing of the same explained.

import { termText } from '@motcua/domain/clock-time';
import type { FilingChannel } from '@motcua/domain/dossier';
import type { DossierEvent } from '@motcua/domain/dossier-event';
import { checkFiling } from '@motcua/domain/filing';
import { foldedKey } from '@motcua/domain/folding';
import type { Process, ProcessCase } from '@motcua/domain/process';
import { processOfCase } from '@motcua/domain/process-budget';
import { dateOf, type Instant } from '@motcua/domain/time';
import type { FiledBefore } from '../counter/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered, type OfferedProcedure } from '../procedures/store.ts';
import { insertApplicant } from './applicant-store.ts';
import { identityDigest, tellFiledBefore } from './filed-before.ts';
import { lastSixDigest } from './link-token.ts';
import type { IntakeBody } from './schema.ts';

/** The first event of a dossier, and the words it is found by. */
export interface Filing {
  submitted: Extract<DossierEvent, { type: 'dossier_submitted' }>;
  /** Why it is filed although the person had filed the same; null when they had not. */
  again: Extract<DossierEvent, { type: 'filed_again' }> | null;
  searchKey: string;
}

/** Checks every field, writes the applicant and makes the first event. */
export async function prepareFiling(
  ctx: Context,
  tx: Tx,
  agencyId: string,
  body: IntakeBody,
  channel: FilingChannel,
  now: Instant,
): Promise<Filing> {
  const offered = await getOffered(tx, body.procedureCode, dateOf(now));
  if (offered === undefined)
    throw new Problem('invalid_fields', 'Thủ tục này không có trong danh mục tiếp nhận của cơ quan.', {
      fields: [{ field: 'procedureCode', message: 'Chọn một thủ tục trong danh mục.' }],
    });
  const verdict = checkFiling(body, offered.procedure, { allowDemo: ctx.demo });
  if (!verdict.ok)
    throw new Problem('invalid_fields', 'Có mục cần sửa trước khi tiếp nhận; các mục khác được giữ nguyên.', {
      fields: verdict.fields,
    });
  const { identity, lastSix, phone } = verdict;
  const digest = identityDigest(ctx, tx.tenantId, identity);
  const asked = { agencyId, digest, procedureCode: body.procedureCode };
  const before = await tellFiledBefore(tx, asked, now);
  if (before.length > 0 && channel === 'counter' && body.againReason === undefined) throw filedBefore(before);
  const applicantId = ctx.newId();
  await insertApplicant(
    tx,
    {
      id: applicantId,
      fullName: body.applicant.fullName.normalize('NFC'),
      identitySealed: ctx.secrets.seal(identity, `${tx.tenantId}/applicant/${applicantId}`),
      identityDigest: digest,
      lastSixDigest: lastSix === null ? null : lastSixDigest(ctx.secrets, tx.tenantId, applicantId, lastSix),
      phone,
      email: body.applicant.email,
      address: body.applicant.address.normalize('NFC'),
      bornOn: body.applicant.bornOn ?? null,
      sex: body.applicant.sex ?? null,
      issuedOn: body.applicant.issuedOn ?? null,
    },
    now,
  );
  return {
    submitted: submission(ctx.newId(), agencyId, applicantId, offered, body, channel),
    again: before.length === 0 ? null : filedAgain(before, body.againReason),
    searchKey: searchKeyOf(body.applicant.fullName, offered.procedure.shortName, phone),
  };
}

function filedBefore(before: readonly FiledBefore[]): Problem {
  const texts = before.map(({ text }) => text).join(' ');
  return new Problem(
    'filed_before',
    `Người này đã nộp thủ tục này. ${texts} Nếu vẫn tiếp nhận, xin ghi lý do; nếu không, mở hồ sơ cũ.`,
    { fields: [{ field: 'againReason', message: 'Ghi lý do tiếp nhận thêm một hồ sơ.' }] },
  );
}

/** Filed from outside nobody gave a reason: the counter sees the others when it answers. */
function filedAgain(before: readonly FiledBefore[], reason: string | undefined): Filing['again'] {
  if (reason === undefined) return null;
  return { type: 'filed_again', others: before.map(({ id, code }) => ({ id, code })), reason };
}

/** A phone is found as people type it, `0912…`, and as other systems paste it, `+84912…`. */
function searchKeyOf(fullName: string, procedureName: string, phone: string | null): string {
  const phones = phone === null ? '' : `${phone.replace('+84', '0')} ${phone}`;
  return foldedKey(`${fullName} ${procedureName} ${phones}`);
}

function submission(
  id: string,
  agencyId: string,
  applicantId: string,
  { procedure, version, process }: OfferedProcedure,
  body: IntakeBody,
  channel: FilingChannel,
): Filing['submitted'] {
  const terms = procedure.channels.find((option) => option.channel === channel) ?? procedure.channels[0];
  const chosen = caseOf(process, body.caseId);
  return {
    type: 'dossier_submitted',
    id,
    agencyId,
    procedureCode: procedure.code,
    procedureVersion: version,
    procedureName: procedure.shortName,
    process: chosen === undefined ? process : processOfCase(process, chosen),
    term: chosen?.term ?? terms?.term ?? { unit: 'none' },
    termText:
      chosen?.term == null
        ? (terms?.termText ?? 'Không quy định')
        : (chosen.termText ?? termText(chosen.term)),
    channel,
    applicantId,
    summary: body.summary ?? procedure.shortName,
    papers: body.papers.map(({ paperId, name, originals, copies, note }) => ({
      paperId,
      name,
      originals,
      copies,
      note: note ?? noteOf(procedure, paperId),
    })),
    copies: body.copies,
    deliveryMethod: body.deliveryMethod,
  };
}

/** Each case has its own steps, times and term: a dossier has to be of one. */
function caseOf(process: Process, caseId: string | undefined): ProcessCase | undefined {
  if (process.cases === undefined) return undefined;
  const chosen = process.cases.find(({ id }) => id === caseId);
  if (chosen === undefined)
    throw new Problem('invalid_fields', 'Thủ tục này có nhiều trường hợp với thời hạn khác nhau.', {
      fields: [{ field: 'caseId', message: 'Chọn trường hợp của hồ sơ này.' }],
    });
  return chosen;
}

/** What is only looked at goes back at once: the receipt must not say that the office keeps it. */
function noteOf(procedure: OfferedProcedure['procedure'], paperId: string): string | null {
  const shown = procedure.papers.some((paper) => paper.id === paperId && paper.use === 'show');
  return shown ? 'Xuất trình, đã trả lại' : null;
}
