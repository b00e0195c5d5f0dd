// What officers do with a question: route it, draft its answer, publish it, send it back, decline it. One act, one transaction.

import { privateNumbersIn, type QuestionAct, whyNotAct } from '@motcua/domain/question';
import { reachOfTalk } from '@motcua/domain/talk-reach';
import { dateOf, dayNumber, type Instant } from '@motcua/domain/time';
import { standingOf } from '../agencies/standing.ts';
import { listUnits } from '../agencies/store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { type FieldProblem, Problem } from '../platform/problem.ts';
import { readPartner } from '../talks/people-store.ts';
import type { ActAnswer, DraftBody } from './schema.ts';
import {
  findProcedureVersion,
  lockQuestion,
  type QuestionRecord,
  saveDecision,
  saveDraft,
  saveRouting,
} from './store.ts';

export type QuestionCommand =
  | { act: 'route'; unit: string }
  | ({ act: 'draft' } & Omit<DraftBody, 'version'>)
  | { act: 'publish' }
  | { act: 'send_back'; reason: string }
  | { act: 'decline'; reason: string };

/** @throws Problem when the question has moved on, when this officer may not, or when something is missing */
export async function actOnQuestion(
  ctx: Context,
  caller: Caller,
  { id, version, key, command }: { id: string; version: number; key: string; command: QuestionCommand },
): Promise<ActAnswer> {
  const now = ctx.clock.now();
  const request = { question: { id, version, command } };
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, async () => {
      const question = await lockQuestion(tx, id);
      if (question === undefined || question.agencyId !== caller.agencyId)
        throw new Problem('not_found', 'Không có câu hỏi này, hoặc câu hỏi thuộc cơ quan khác.');
      if (question.version !== version)
        throw new Problem(
          'step_has_passed',
          'Câu hỏi vừa được người khác cập nhật. Nội dung Anh/Chị đã nhập còn nguyên; xin xem lại rồi làm tiếp.',
        );
      const standing = await standingOf(tx, caller, dateOf(now));
      const whyNot = whyNotAct(command.act satisfies QuestionAct, question, standing);
      if (whyNot !== null) throw new Problem('not_allowed', whyNot);
      await carryOut(ctx, tx, caller, question, command, now);
      return { id, version: version + 1 };
    }),
  );
}

async function carryOut(
  ctx: Context,
  tx: Tx,
  { officerId, agencyId }: Caller,
  question: QuestionRecord,
  command: QuestionCommand,
  now: Instant,
): Promise<void> {
  const { id } = question;
  switch (command.act) {
    case 'route': {
      if (!(await listUnits(tx, agencyId)).some(({ code }) => code === command.unit))
        throw defects([{ field: 'unit', message: 'Không có đơn vị này. Xin chọn trong danh sách.' }]);
      return saveRouting(tx, id, command.unit);
    }
    case 'draft': {
      const { act: _, procedureCode: typed, ...draft } = command;
      const procedureCode = typed === '' ? null : typed;
      const known = procedureCode === null ? undefined : await findProcedureVersion(tx, procedureCode);
      const wrong = draftDefects(command, procedureCode !== null && known === undefined, now);
      if (wrong.length > 0) throw defects(wrong);
      return saveDraft(tx, id, { ...draft, procedureCode, procedureVersion: known ?? null, officerId }, now);
    }
    case 'publish': {
      // A procedure may have changed since the draft was written.
      if (question.procedureCode !== null && question.currentVersion !== question.procedureVersion)
        throw new Problem(
          'not_possible_now',
          'Thủ tục liên quan đã thay đổi sau khi soạn. Xin trả lại để đơn vị xem lại câu trả lời.',
        );
      await saveDecision(tx, id, { state: 'published', officerId, reason: null }, now);
      const link = `${ctx.publicUrl}/hoi-dap/${tx.tenantId}/${id}`;
      const answer = clip(question.answer ?? '', 1_400);
      const text = `Câu hỏi ${question.code} của Anh/Chị đã có trả lời. ${question.title ?? ''} ${answer} (Căn cứ: ${question.legalSource ?? ''}.) Xem đầy đủ: ${link}`;
      return tellAsker(ctx, tx, question, text, now);
    }
    case 'send_back':
      return saveDecision(tx, id, { state: 'routed', officerId, reason: command.reason }, now);
    case 'decline': {
      await saveDecision(tx, id, { state: 'declined', officerId, reason: command.reason }, now);
      const text = `Trung tâm chưa trả lời được câu hỏi ${question.code} của Anh/Chị: ${command.reason} Cần hỏi thêm, Anh/Chị nhắn "gặp cán bộ".`;
      return tellAsker(ctx, tx, question, text, now);
    }
  }
}

/** Who asked in the chat is told there, while that costs nothing; everybody else reads it on the page. */
async function tellAsker(
  ctx: Context,
  tx: Tx,
  { oaId, userId }: QuestionRecord,
  text: string,
  now: Instant,
): Promise<void> {
  if (oaId === null || userId === null) return;
  const { standing, channels } = await readPartner(tx, { oaId, userId, dossierId: null });
  if (!reachOfTalk(standing, channels, now).open) return;
  const buttons = ['Gặp cán bộ', 'Menu'].map((title) => ({ title, payload: title }));
  await queueMessage(tx, { id: ctx.newId(), oaId, userId, text, buttons, urgent: false }, now);
}

const longestDays = 2 * 366;

function draftDefects(
  { title, answer, legalSource, expiresOn }: Omit<DraftBody, 'version'>,
  unknownProcedure: boolean,
  now: Instant,
): FieldProblem[] {
  const wrong: FieldProblem[] = [];
  for (const [field, text] of Object.entries({ title, answer, legalSource })) {
    const [number] = privateNumbersIn(text);
    if (number !== undefined)
      wrong.push({
        field,
        message: `Có số “${number}”, có thể là số giấy tờ, điện thoại hoặc tài khoản của ai đó. Xin bỏ đi trước khi công bố.`,
      });
  }
  if (unknownProcedure)
    wrong.push({ field: 'procedureCode', message: 'Không có thủ tục mang mã này. Mã có dạng 1.001193.' });
  const days = dayNumber(expiresOn) - dayNumber(dateOf(now));
  if (days <= 0 || days > longestDays)
    wrong.push({ field: 'expiresOn', message: 'Ngày hết hạn phải sau hôm nay và trong vòng hai năm.' });
  return wrong;
}

function defects(fields: FieldProblem[]): Problem {
  return new Problem('invalid_fields', 'Có mục cần sửa; các mục khác được giữ nguyên.', { fields });
}

function clip(text: string, limit: number): string {
  const letters = Array.from(text);
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
