// A procedure as everybody may read it: what to bring by case, how long it really takes, how fresh the words are.

import { dayText } from '@motcua/domain/clock-time';
import { currentForm } from '@motcua/domain/form-catalogue';
import { moneyText } from '@motcua/domain/money-words';
import type { FilingChannel, Paper, Procedure } from '@motcua/domain/procedure';
import { dateOf } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import { readPublicProcedure } from '../processes/read.ts';
import type { ProcedurePage } from './schema.ts';
import { serviceTimesFor } from './service-times.ts';
import { getImportedOn } from './store.ts';

export async function readProcedurePage(
  ctx: Context,
  tenantId: string,
  code: string,
): Promise<ProcedurePage> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(tenantId, async (tx) => {
    const { procedure, version, view } = await readPublicProcedure(tx, code, today);
    const updatedOn = await getImportedOn(tx, code, version);
    const papersByCase = byCase(procedure.papers);
    return {
      ...view,
      shortName: procedure.shortName,
      version,
      levels: procedure.levels.map((level) => levelNames[level]),
      applicants: procedure.applicants,
      channels: procedure.channels.map(({ channel, termText, fees, note }) => ({
        channel,
        label: channelNames[channel],
        termText,
        fees: fees.map(({ label, amount }) => (amount === 0 ? label : `${label}: ${moneyText(amount)}`)),
        note,
      })),
      papersByCase,
      cases: papersByCase.flatMap(({ name, papers }) =>
        name === null ? [] : [{ name, papers: papers.length }],
      ),
      results: procedure.results.map(({ name }) => name),
      stepsText: procedure.steps,
      conditions: procedure.conditions,
      legalBasis: procedure.legalBasis,
      decision: procedure.decision,
      agency: procedure.agency,
      hasForm: currentForm(code, today) !== undefined,
      updatedOn,
      updatedText: `Cập nhật ${dayText(updatedOn, today)}${procedure.decision === null ? '' : `, theo ${procedure.decision}`}.`,
      serviceTimes: await serviceTimesFor(ctx, tx, code),
    };
  });
}

const levelNames: Record<Procedure['levels'][number], string> = {
  ministry: 'Cấp bộ',
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
  other: 'Cơ quan khác',
};

const channelNames: Record<FilingChannel, string> = {
  counter: 'Nộp tại quầy',
  online: 'Nộp qua mạng',
  post: 'Nộp qua bưu chính',
};

/** First what everybody brings, then each case in the catalogue's order. */
function byCase(papers: readonly Paper[]): { name: string | null; papers: Paper[] }[] {
  const groups = new Map<string | null, Paper[]>([[null, []]]);
  for (const paper of papers) groups.set(paper.case, [...(groups.get(paper.case) ?? []), paper]);
  return [...groups]
    .map(([name, list]) => ({ name, papers: list }))
    .filter(({ papers: list }) => list.length > 0);
}
