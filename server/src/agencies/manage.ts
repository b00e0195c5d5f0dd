// Who may change agencies and people, and the frame of every such change: once, in scope, written down.

import { mayManagePeople } from '@motcua/domain/agency';
import type { Instant } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { type Change, insertChange } from './change-store.ts';
import { liesBelow } from './tree-store.ts';

export interface Managing {
  tx: Tx;
  now: Instant;
  /** Writes down what was done, in the transaction that does it. */
  note: (change: Omit<Change, 'id' | 'by'>) => Promise<void>;
}

/** Does a change of an administrator or head, once for each key, in one transaction. */
export async function manage<Answer>(
  ctx: Context,
  caller: Caller,
  { request, key }: { request: unknown; key: string },
  work: (managing: Managing) => Promise<Answer>,
): Promise<Answer> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request, at: now }, () => {
      needsPeopleManager(caller);
      const note: Managing['note'] = (change) =>
        insertChange(tx, { ...change, id: ctx.newId(), by: caller.officerId }, now);
      return work({ tx, now, note });
    }),
  );
}

export function needsPeopleManager({ roles }: Pick<Caller, 'roles'>): void {
  if (!mayManagePeople(roles))
    throw new Problem(
      'not_allowed',
      'Cơ quan và cán bộ do quản trị đơn vị hoặc Giám đốc Trung tâm thay đổi. Xin nhờ người phụ trách.',
    );
}

/** Refused for an agency that is neither the caller's own nor below it. */
export async function needsScope(tx: Tx, caller: Caller, agencyId: string): Promise<void> {
  if (!(await liesBelow(tx, agencyId, caller.agencyId)))
    throw new Problem(
      'not_allowed',
      'Cơ quan này không thuộc cơ quan của Anh/Chị. Xin nhờ quản trị của cơ quan đó hoặc của cấp trên.',
    );
}

/** A refusal of one field, with what to do. */
export function fieldProblem(field: string, message: string): Problem {
  return new Problem('invalid_fields', message, { fields: [{ field, message }] });
}
