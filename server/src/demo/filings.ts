// What a citizen of the demo ward brings to the counter: a believable filing for a procedure.

import type { Procedure } from '@motcua/domain/procedure';
import type { IntakeBody } from '../dossiers/schema.ts';
import { wardCatalogue } from './catalogue/ward-catalogue.ts';
import type { Chance } from './chance.ts';
import { demoCitizen } from './ward-people.ts';

/** What wards are asked for most; the rest of the catalogue shares one filing in five. */
const common = [
  '1.001193',
  '2.000815',
  '2.000815',
  '2.000635',
  '2.000635',
  '1.004873',
  '1.000894',
  '1.000656',
  '1.001612',
  '2.000884',
  '1.013225',
  '1.001776',
  '1.004859',
  '2.000720',
  '1.001699',
];

const byCode = new Map(wardCatalogue.map(({ procedure }) => [procedure.code, procedure]));
const offered = common.filter((code) => byCode.has(code));

/** A filing by the `index`-th citizen. */
export function filingOf(index: number, chance: Chance): IntakeBody {
  const code = chance.happens(0.8) ? chance.pick(offered) : chance.pick(wardCatalogue).procedure.code;
  const procedure = byCode.get(code) ?? chance.pick(wardCatalogue).procedure;
  const citizen = demoCitizen(index, (below) => chance.below(below));
  const fee = feeOf(procedure);
  return {
    procedureCode: procedure.code,
    applicant: { ...citizen, email: null },
    summary: null,
    papers: papersOf(procedure),
    copies: 1,
    deliveryMethod: chance.happens(0.85) ? 'counter' : chance.pick(['post', 'online'] as const),
    fee,
    feePaid: fee > 0 && chance.happens(0.95),
    passOn: true,
    againReason: 'Người nộp xin thêm một bản cho việc khác.',
  };
}

function papersOf(procedure: Procedure): IntakeBody['papers'] {
  const needed = procedure.papers.filter((paper) => paper.required && paper.use === 'submit');
  const brought = needed.length > 0 ? needed : procedure.papers.slice(0, 1);
  return brought.map(({ id, name, originals, copies }) => ({
    paperId: id,
    name,
    originals: originals + copies === 0 ? 1 : originals,
    copies,
    note: null,
  }));
}

function feeOf(procedure: Procedure): number {
  return procedure.channels.find(({ channel }) => channel === 'counter')?.fees[0]?.amount ?? 0;
}
