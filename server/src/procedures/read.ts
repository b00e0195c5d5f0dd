// Reading the catalogue for the desk.

import { beforeText, termText } from '@motcua/domain/clock-time';
import { computeDeadline } from '@motcua/domain/deadline';
import { explainDeadline } from '@motcua/domain/deadline-trace';
import { foldedKey } from '@motcua/domain/folding';
import { dateOf, type PlainDate } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import type { DuePreview } from '../dossiers/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { rankFound } from './rank-found.ts';
import type { ProcedureDetail, ProcedureList } from './schema.ts';
import { getOffered, type OfferedProcedure, searchOffered } from './store.ts';

const listed = 30;
/** More than an agency offers: the best match may be the one used least, so all are ranked before the list is cut. */
const ranked = 1000;

export async function findProcedures(ctx: Context, caller: Caller, typed: string): Promise<ProcedureList> {
  const words = foldedKey(typed)
    .split(' ')
    .filter((word) => word !== '');
  const found = await ctx.database.tenant(caller.tenantId, (tx) =>
    searchOffered(tx, words, words.length === 0 ? listed : ranked),
  );
  const rows = rankFound(typed, found).slice(0, listed);
  return { rows, total: rows.length };
}

export async function readProcedure(ctx: Context, caller: Caller, code: string): Promise<ProcedureDetail> {
  const { procedure, version, process } = await ctx.database.tenant(caller.tenantId, (tx) =>
    offeredOrProblem(tx, code, dateOf(ctx.clock.now())),
  );
  const counter = counterTerms(procedure);
  return {
    code: procedure.code,
    shortName: procedure.shortName,
    name: procedure.name,
    field: procedure.field,
    termText: counter.termText,
    version,
    papers: procedure.papers,
    fees: counter.fees,
    term: counter.term,
    results: procedure.results,
    steps: process.steps,
    cases: (process.cases ?? []).map(({ id, name, term, termText: said }) => ({
      id,
      name,
      termText: term === null ? counter.termText : (said ?? termText(term)),
    })),
    conditions: procedure.conditions,
    legalBasis: procedure.legalBasis,
  };
}

/** `caseId`: the case chosen so far; a term of its own then counts. */
export async function previewProcedureDue(
  ctx: Context,
  caller: Caller,
  code: string,
  caseId: string | undefined,
): Promise<DuePreview> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { procedure, process } = await offeredOrProblem(tx, code, dateOf(now));
    const ownTerm = process.cases?.find(({ id }) => id === caseId)?.term;
    const calendar = await getCalendar(tx, caller.agencyId);
    const input = {
      receivedAt: now,
      term: ownTerm ?? counterTerms(procedure).term,
      pauses: [],
      extensions: [],
    };
    const { due } = computeDeadline(calendar, input);
    return {
      due,
      dueText: due === null ? 'Thủ tục này không có ngày hẹn trả' : beforeText(due, dateOf(now)),
      trace: explainDeadline(calendar, input, now),
    };
  });
}

async function offeredOrProblem(tx: Tx, code: string, day: PlainDate): Promise<OfferedProcedure> {
  const offered = await getOffered(tx, code, day);
  if (offered === undefined)
    throw new Problem('not_found', 'Thủ tục này không có trong danh mục tiếp nhận của cơ quan.');
  return offered;
}

/** Term and fees at the counter; the first channel where the catalogue has no counter row. */
function counterTerms(procedure: OfferedProcedure['procedure']) {
  const row = procedure.channels.find(({ channel }) => channel === 'counter') ?? procedure.channels[0];
  return row ?? { term: { unit: 'none' } as const, termText: 'Không quy định', fees: [] };
}
