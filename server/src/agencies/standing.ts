// What an officer may rely on in the middle of an act: whoever was moved since the request began is told so.

import type { ActorFacts } from '@motcua/domain/dossier-guard';
import type { PlainDate } from '@motcua/domain/time';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { findStanding } from './officer-store.ts';

/** The officer with the rights of this very moment. Ask it behind the lock of what is acted on. */
export async function standingOf<Acting extends ActorFacts>(
  tx: Tx,
  acting: Acting,
  today: PlainDate,
): Promise<Acting> {
  const standing = await findStanding(tx, acting, today);
  if (standing === undefined)
    throw new Problem(
      'post_ended',
      'Anh/Chị vừa được chuyển khỏi vị trí này nên việc này chưa được ghi. Xin chuyển sang vị trí mới ở menu tài khoản; người phụ trách vị trí cũ làm tiếp.',
    );
  return { ...acting, ...standing };
}
