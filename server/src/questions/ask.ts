// A citizen asks: kept without numbers, with a code and a promise. What a chat may not hold, a question may not either.

import { redactSecrets } from '@motcua/domain/chat-redact';
import { isDenunciation } from '@motcua/domain/chat-safety';
import { beforeText } from '@motcua/domain/clock-time';
import { composed } from '@motcua/domain/folding';
import { questionDue } from '@motcua/domain/question';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getCalendar, listAgencies } from '../agencies/store.ts';
import type { ChatRef } from '../chat/person-store.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { AskAnswer } from './schema.ts';
import { insertQuestion } from './store.ts';

/** From the web: nobody is known, and nobody is told; the code shows how far it came. */
export async function askOnWeb(
  ctx: Context,
  tenantId: string,
  { text, key }: { text: string; key: string },
): Promise<AskAnswer> {
  if (isDenunciation(text))
    throw new Problem(
      'not_possible_now',
      'Trung tâm không nhận nội dung này tại đây, để giữ bí mật cho Anh/Chị, và chưa lưu gì. Theo luật, Anh/Chị gửi đơn có ghi rõ họ tên, hoặc đến trình bày trực tiếp, tại trụ sở tiếp công dân hoặc cơ quan thanh tra.',
    );
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const agency = await officeOf(tx);
    // The request is not kept as it was typed: only its code is.
    const command = { issuer: 'web:question', key, request: { ask: key }, at: now };
    return once(tx, command, () => ask(ctx, tx, { agencyId: agency.id, text, chat: null }, now));
  });
}

/** Keeps a question in the caller's transaction. */
export async function ask(
  ctx: Pick<Context, 'newId'>,
  tx: Tx,
  { agencyId, text, chat }: { agencyId: string; text: string; chat: ChatRef | null },
  now: Instant,
): Promise<AskAnswer> {
  const id = ctx.newId();
  const code = `HD-${id.slice(-8).toUpperCase()}`;
  const answerBy = questionDue(await getCalendar(tx, agencyId), now);
  const asked = redactSecrets(composed(text)).slice(0, 2_000);
  await insertQuestion(tx, { id, agencyId, code, asked, answerBy, chat }, now);
  return { code, answerBy, answerByText: beforeText(answerBy, dateOf(now)) };
}

/** The office that answers for a tenant: communes come before departments. */
export async function officeOf(tx: Tx): Promise<{ id: string; officeName: string }> {
  const [agency] = await listAgencies(tx);
  if (agency === undefined)
    throw new Problem('not_found', 'Không có Trung tâm này. Anh/Chị xem lại đường dẫn.');
  return agency;
}
