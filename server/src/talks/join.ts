// Lets an officer into a talk: whoever may read it, and for acts with the person and the talk locked and nobody faster.

import { takesPart } from '@motcua/domain/dossier-place';
import { mayJoinTalk } from '@motcua/domain/talk';
import { nameOfficers } from '../agencies/officer-store.ts';
import { type ChatPerson, lockPerson } from '../chat/person-store.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { findTalk, lockTalk, type TalkRow } from './store.ts';

/** @throws Problem when there is no such talk for this officer */
export async function getReadableTalk(tx: Tx, caller: Caller, id: string): Promise<TalkRow> {
  const talk = await findTalk(tx, id);
  if (talk === undefined) throw unknown();
  const dossier = talk.dossierId === null ? undefined : await findDossier(tx, talk.dossierId);
  const joins = dossier !== undefined && takesPart(dossier, caller.agencyId);
  if (!mayJoinTalk({ ...talk, takesPart: joins }, caller)) throw unknown();
  return talk;
}

/**
 * The talk and its person, locked, the person first as everywhere.
 * @throws Problem when it has ended, or when a colleague did something since `version`
 */
export async function lockReadableTalk(
  tx: Tx,
  caller: Caller,
  { id, version }: { id: string; version: number },
  now: string,
): Promise<{ talk: TalkRow; person: ChatPerson }> {
  const seen = await getReadableTalk(tx, caller, id);
  const person = await lockPerson(tx, { oaId: seen.oaId, userId: seen.userId }, now);
  const talk = await lockTalk(tx, id);
  if (talk === undefined) throw unknown();
  if (talk.endedAt !== null)
    throw new Problem(
      'not_possible_now',
      'Cuộc trao đổi này đã kết thúc. Nội dung Anh/Chị đã nhập còn nguyên; người dân nhắn lại thì có cuộc trao đổi mới.',
    );
  if (talk.version !== version) {
    const names = await nameOfficers(tx, talk.officerId === null ? [] : [talk.officerId]);
    const who = talk.officerId === null ? 'đồng nghiệp' : (names.get(talk.officerId) ?? 'đồng nghiệp');
    throw new Problem(
      'step_has_passed',
      `Cuộc trao đổi vừa có thay đổi của ${who}. Nội dung Anh/Chị đã nhập còn nguyên; xin đọc lại rồi gửi nếu vẫn cần.`,
    );
  }
  return { talk, person };
}

function unknown(): Problem {
  return new Problem(
    'not_found',
    'Không có cuộc trao đổi này, hoặc thuộc đơn vị khác, hoặc người dân đã xoá dữ liệu của mình.',
  );
}
