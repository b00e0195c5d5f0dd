// An officer takes back the last act on a dossier: the history stays, the state is what it was, and who was told is told again.

import { takesPart } from '@motcua/domain/dossier-place';
import { beforeLast, mayUndo } from '@motcua/domain/dossier-undo';
import { dateOf } from '@motcua/domain/time';
import { standingOf } from '../agencies/standing.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { type ActAnswer, passed } from './act.ts';
import { onceBehindLock } from './command.ts';
import { recordNext } from './record.ts';
import { lockDossier, readLedger } from './store.ts';

export interface UndoRequest {
  dossierId: string;
  /** The version whose last event the officer wants to take back. */
  version: number;
  /** Whoever was told of the act reads it. */
  reason: string;
  key: string;
}

/** The same key again gives the same answer. @throws Problem when it may not be taken back, or something happened since */
export async function undo(ctx: Context, caller: Caller, request: UndoRequest): Promise<ActAnswer> {
  const now = ctx.clock.now();
  const { dossierId, version, reason, key } = request;
  const command = { issuer: caller.officerId, key, request: { undo: request }, at: now };
  return onceBehindLock<ActAnswer>(ctx.database, caller.tenantId, command, async (tx, done) => {
    const [locked, standing] = await Promise.all([
      lockDossier(tx, dossierId),
      standingOf(tx, caller, dateOf(now)),
    ]);
    if (locked === undefined || !takesPart(locked.dossier, caller.agencyId))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    if (locked.dossier.version !== version) throw passed(locked.dossier);
    const history = (await readLedger(tx, dossierId)).map(({ recorded }) => recorded);
    const last = history.at(-1);
    if (last === undefined) throw new Error('A dossier has a first event.');
    const verdict = mayUndo(locked.dossier, last, { kind: 'officer', ...standing }, now);
    if (!verdict.ok) throw new Problem(verdict.refusal.kind, verdict.refusal.why);
    const recording = {
      events: [{ type: 'act_undone', undoes: last.seq, act: last.event.type, reason } as const],
      actor: { kind: 'officer', officerId: caller.officerId, onBehalf: false } as const,
      now,
      before: beforeLast(history),
    };
    const answer = ({ id, version: reached, status }: ActAnswer): ActAnswer => ({
      id,
      version: reached,
      status,
    });
    return answer(await recordNext(ctx, tx, locked, recording, (dossier) => done(answer(dossier))));
  });
}
