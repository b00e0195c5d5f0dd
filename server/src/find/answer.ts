// What people are shown of a search and of a list: rows with term and money, one question when several may be meant.

import type { Found } from '@motcua/domain/find';
import { lifeEvents, lifeEventsOf } from '@motcua/domain/find-life-events';
import { moneyText } from '@motcua/domain/money-words';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { indexOf } from './index-of.ts';
import type { FindAnswer, FoundRow, PublicList } from './schema.ts';
import { search } from './search.ts';
import { type FoundProcedure, isTenant, listFound } from './store.ts';

export async function findForEverybody(
  ctx: Context,
  tenantId: string,
  { q, limit }: { q: string; limit: number },
): Promise<FindAnswer> {
  return ctx.database.tenant(tenantId, async (tx) => {
    await knownTenant(tx);
    if (q.trim() === '') return { rows: [], verdict: 'not_sure', question: null, elsewhere: [] };
    const { found, certainty, elsewhere } = await search(ctx, tx, q, limit);
    const rows = await rowsOf(tx, [...found, ...elsewhere]);
    return {
      rows: rows.slice(0, found.length),
      verdict: certainty.kind,
      question: certainty.kind === 'ask' ? certainty.question : null,
      elsewhere: rows.slice(found.length),
    };
  });
}

/** What is taken in here: of one occasion in life, of one field, or all; by field and name. */
export async function listForEverybody(
  ctx: Context,
  tenantId: string,
  { event, field }: { event?: string | undefined; field?: string | undefined },
): Promise<PublicList> {
  return ctx.database.tenant(tenantId, async (tx) => {
    await knownTenant(tx);
    const offered = (await indexOf(ctx, tx)).entries.filter((entry) => entry.offered);
    const events = new Map(offered.map((entry) => [entry.code, lifeEventsOf(entry)]));
    const wanted = offered
      .filter((entry) => event === undefined || events.get(entry.code)?.includes(event))
      .filter((entry) => field === undefined || entry.field === field)
      .sort((one, other) =>
        one.field === other.field
          ? one.shortName.localeCompare(other.shortName, 'vi')
          : one.field.localeCompare(other.field, 'vi'),
      );
    const counts = new Map<string, number>();
    for (const entry of offered) counts.set(entry.field, (counts.get(entry.field) ?? 0) + 1);
    return {
      rows: await rowsOf(
        tx,
        wanted.slice(0, longestList).map(({ code }) => ({ code, why: [] })),
      ),
      events: lifeEvents.map((each) => ({
        ...each,
        count: [...events.values()].filter((ids) => ids.includes(each.id)).length,
      })),
      fields: [...counts]
        .map(([name, count]) => ({ name, count }))
        .sort((one, other) => one.name.localeCompare(other.name, 'vi')),
    };
  });
}

const longestList = 500;

async function knownTenant(tx: Tx): Promise<void> {
  if (!(await isTenant(tx)))
    throw new Problem('not_found', 'Không có cơ quan này ở đây. Anh/Chị xem lại đường dẫn.');
}

/** In the order given; what has left the catalogue meanwhile is left out. */
async function rowsOf(tx: Tx, found: readonly Pick<Found, 'code' | 'why'>[]): Promise<FoundRow[]> {
  const procedures = new Map(
    (
      await listFound(
        tx,
        found.map(({ code }) => code),
      )
    ).map((row) => [row.code, row]),
  );
  return found.flatMap(({ code, why }) => {
    const procedure = procedures.get(code);
    return procedure === undefined ? [] : [{ ...rowOf(procedure), why }];
  });
}

function rowOf({ fees, ...row }: FoundProcedure): Omit<FoundRow, 'why'> {
  const [fee] = fees;
  if (fee === undefined) return { ...row, feeText: null };
  const more = fees.length > 1 ? ' (tuỳ trường hợp)' : '';
  return { ...row, feeText: fee.amount === 0 ? fee.label : `${moneyText(fee.amount)}${more}` };
}
