// Which procedures a message means, by the very search of the portal, and what the catalogue tells of them.

import type { ProcedureFacts } from '@motcua/domain/chat-procedure';
import type { Facts, Needs } from '@motcua/domain/chat-step';
import { dayText } from '@motcua/domain/clock-time';
import type { FilingChannel } from '@motcua/domain/procedure';
import type { PlainDate } from '@motcua/domain/time';
import { search } from '../find/search.ts';
import { getImportedOn, listFound } from '../find/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { getOffered } from '../procedures/store.ts';
import { procedureFactsOf } from './draft-facts.ts';

type FoundFacts = Pick<Facts, 'procedures' | 'which' | 'elsewhere'>;

const nothing: FoundFacts = { procedures: [], which: null, elsewhere: null };
const mostProcedures = 3;
/** Words that ask for nothing must name a procedure nearly whole to be taken for one. */
const surelyNamed = 0.75;

/** `said` are the words as typed: their accents tell more than the regular form. */
export async function findProcedures(
  ctx: Context,
  tx: Tx,
  wanted: Needs['procedures'],
  said: string | null,
  day: PlainDate,
): Promise<FoundFacts> {
  if (wanted === null || (wanted.words.length === 0 && wanted.code === undefined)) return nothing;
  const text = wanted.code ?? said ?? wanted.words.join(' ');
  const { found, certainty, elsewhere } = await search(ctx, tx, text, mostProcedures, wanted.surely);
  const [best] = found;
  if (best === undefined || (!wanted.surely && wanted.code === undefined && best.cover < surelyNamed))
    return nothing;
  if (certainty.kind === 'not_sure') {
    const [other] = await listFound(
      tx,
      elsewhere.slice(0, 1).map(({ code }) => code),
    );
    return { ...nothing, elsewhere: other?.name ?? null };
  }
  const procedures: ProcedureFacts[] = [];
  for (const { code } of found) procedures.push(...(await factsOf(tx, code, day)));
  return { procedures, which: certainty.kind === 'ask' ? certainty.question : null, elsewhere: null };
}

/** None when it has no process that is in force today: then nobody can take it in. */
async function factsOf(tx: Tx, code: string, day: PlainDate): Promise<ProcedureFacts[]> {
  const offered = await getOffered(tx, code, day);
  if (offered === undefined) return [];
  const { procedure, version } = offered;
  const { papers, channels, decision } = procedure;
  const updated = `cập nhật ${dayText(await getImportedOn(tx, code, version), day)}`;
  return [
    {
      ...procedureFactsOf(procedure, day),
      told: {
        steps: procedure.steps,
        legalBasis: procedure.legalBasis,
        conditions: procedure.conditions,
        applicants: procedure.applicants,
        results: procedure.results.map(({ name }) => name),
        forms: papers.flatMap(({ name, form }) => (form === null ? [] : [`${name} (${form})`])),
        channels: channels.map((each) => channelNames[each.channel]),
        source: `danh mục TTHC, mã ${code}${decision === null ? '' : `, ${decision}`}, ${updated}`,
      },
    },
  ];
}

const channelNames: Record<FilingChannel, string> = {
  counter: 'tại quầy',
  online: 'qua mạng',
  post: 'qua bưu chính',
};
