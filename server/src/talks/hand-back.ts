// A talk ends and the machine speaks again: by an officer's word, or by itself after a day of silence. Or it goes to another unit.

import { livingConversation, newConversation, parseConversation } from '@motcua/domain/chat-state';
import { statusSentence } from '@motcua/domain/status-answer';
import { isWorkingMoment, silentHours, type TalkEnd } from '@motcua/domain/talk';
import { reachOfTalk } from '@motcua/domain/talk-reach';
import { endSentence } from '@motcua/domain/talk-words';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { getCalendar, listUnits } from '../agencies/store.ts';
import { type ChatPerson, lockPerson, saveConversation } from '../chat/person-store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { statusViewOf } from '../dossiers/citizen-view.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { Problem } from '../platform/problem.ts';
import { lockReadableTalk } from './join.ts';
import { readPartner } from './people-store.ts';
import type { TalkAnswer } from './schema.ts';
import { endTalk, listSilentTalks, lockTalk, moveToUnit, type TalkRow } from './store.ts';

type ByOfficer = { id: string; version: number; key: string };

/** The officer ends it; the person is told what comes next. Who still waits must have been called. */
export async function endByOfficer(
  ctx: Context,
  caller: Caller,
  { key, ...request }: ByOfficer & { how: 'answered' | 'by_phone' },
): Promise<TalkAnswer> {
  const now = ctx.clock.now();
  const command = { issuer: caller.officerId, key, request: { end: request }, at: now };
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, command, async () => {
      const { talk, person } = await lockReadableTalk(tx, caller, request, now);
      if (request.how === 'answered' && talk.waitingSince !== null)
        throw new Problem(
          'not_possible_now',
          'Người dân còn chờ câu trả lời. Xin trả lời trước khi kết thúc, hoặc chọn “Đã trả lời qua điện thoại”.',
        );
      await handBack(ctx, tx, talk, person, request.how, now);
      return { id: talk.id, version: talk.version + 1 };
    }),
  );
}

/** Passes a talk of the general inbox to a unit of the office. */
export async function passTalk(
  ctx: Context,
  caller: Caller,
  { key, ...request }: ByOfficer & { unit: string },
): Promise<TalkAnswer> {
  const now = ctx.clock.now();
  const command = { issuer: caller.officerId, key, request: { pass: request }, at: now };
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, command, async () => {
      const { talk } = await lockReadableTalk(tx, caller, request, now);
      if (talk.dossierId !== null)
        throw new Problem(
          'not_possible_now',
          'Cuộc trao đổi này đi theo hồ sơ: ai giữ hồ sơ thì trả lời. Muốn chuyển, xin chuyển hồ sơ.',
        );
      if (!(await listUnits(tx, talk.agencyId)).some(({ code }) => code === request.unit))
        throw new Problem('invalid_fields', 'Có mục cần sửa; các mục khác được giữ nguyên.', {
          fields: [{ field: 'unit', message: 'Không có đơn vị này. Xin chọn trong danh sách.' }],
        });
      await moveToUnit(tx, talk.id, request.unit);
      return { id: talk.id, version: talk.version + 1 };
    }),
  );
}

/** Comes every few minutes, and does nothing outside working hours. A fault with one talk keeps no other from its turn. */
export async function endSilentTalks(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const before = plusMinutes(now, -silentHours * 60);
  await oneByOne(await listTenants(ctx.database), async (tenantId) => {
    const silent = await ctx.database.tenant(tenantId, (tx) => listSilentTalks(tx, before));
    await oneByOne(silent, (seen) =>
      ctx.database.tenant(tenantId, async (tx) => {
        if (!isWorkingMoment(await getCalendar(tx, seen.agencyId), now)) return;
        const person = await lockPerson(tx, { oaId: seen.oaId, userId: seen.userId }, now);
        const talk = await lockTalk(tx, seen.id);
        if (talk === undefined || talk.endedAt !== null || talk.waitingSince !== null) return;
        if (talk.answeredAt === null || talk.answeredAt > before) return;
        await handBack(ctx, tx, talk, person, 'silence', now);
      }),
    );
  });
}

/** A sentence that nobody waits for is not paid for: beyond the free hours the talk ends without it. */
async function handBack(
  ctx: Context,
  tx: Tx,
  talk: TalkRow,
  person: ChatPerson,
  how: TalkEnd,
  now: Instant,
): Promise<void> {
  const { standing, channels, linked } = await readPartner(tx, talk);
  const reach = reachOfTalk(standing, channels, now);
  const view = talk.dossierId === null ? undefined : await statusViewOf(tx, talk.dossierId, now);
  const status = view === undefined || !linked ? null : statusSentence(view, now);
  if (reach.open && reach.free) {
    const { oaId, userId } = talk;
    const buttons = [{ title: 'Menu', payload: 'Menu' }];
    const text = endSentence(how, status);
    await queueMessage(tx, { id: ctx.newId(), oaId, userId, text, buttons, talkId: talk.id }, now);
  }
  await endTalk(tx, talk.id, how, now);
  const conversation = livingConversation(parseConversation(person.conversation, now), now);
  if (conversation.state.kind === 'with_human') await saveConversation(tx, talk, newConversation(now));
}
