// Figures of ratings for the desk and for everybody: counted, with how many answered and between which bounds.

import { ratingLevels } from '@motcua/domain/rating';
import { fewestShown, meanPoints, type Share, shareOf } from '@motcua/domain/rating-figures';
import { computedIndicators } from '@motcua/domain/rating-indicators';
import { questionOf, questionSetOn } from '@motcua/domain/rating-questions';
import { dateOf, type Instant, plusDays } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { countOffered, countRatings, countService, type Period, type RatedRow } from './figures-store.ts';
import type { RatingFigures } from './schema.ts';

/** Days of a period nobody chose. */
const usualDays = 90;

/** @throws Problem for a period that ends before it begins */
export function periodOf(
  agencyId: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: Instant,
): Period {
  const last = to ?? dateOf(now);
  const first = from ?? dateOf(plusDays(now, -usualDays));
  if (first > last)
    throw new Problem('invalid_fields', 'Ngày đầu kỳ phải trước hoặc bằng ngày cuối kỳ.', {
      fields: [{ field: 'from', message: 'Chọn ngày đầu kỳ trước ngày cuối kỳ.' }],
    });
  return { agencyId, from: first, to: last };
}

/** Groups of fewer than five ratings are not told apart: there one person's word would be told. */
export async function readFigures(
  tx: Tx,
  period: Period,
  now: Instant,
): Promise<{ figures: RatingFigures; officers: RatingFigures['procedures'] }> {
  const rows = await countRatings(tx, period);
  const service = await countService(tx, period);
  const { agency } = await getFrame(tx, period.agencyId);
  const counted = rows.filter(({ setAside }) => !setAside);
  const sumOf = (level: number) => sum(counted.filter((row) => row.level === level));
  const figures: RatingFigures = {
    officeName: agency.officeName,
    from: period.from,
    to: period.to,
    response: shareOf(sum(counted.filter(isRated)), sum(counted)),
    levels: { very_satisfied: sumOf(2), satisfied: sumOf(1), not_satisfied: sumOf(0) },
    satisfied: satisfiedOf(counted),
    setAside: sum(rows.filter(({ setAside }) => setAside)),
    questions: questionSetOn(dateOf(now)).questions.map(({ id, letter, text }) => {
      const points = counted.flatMap((row) => pointsOf(row, id));
      return { id, letter, text, n: points.length, points: meanPoints(points) };
    }),
    indicators: computedIndicators({
      ended: service,
      opinions: { asked: service.opinions, late: service.opinionsLate },
      procedures: { offered: await countOffered(tx), online: service.onlineProcedures },
      dossiers: service,
      voices: null,
    }),
    procedures: groupsOf(counted, ({ procedureCode, procedureName }) => [procedureCode, procedureName]),
  };
  const officers = groupsOf(counted, ({ officerId, officerName }) => [officerId, officerName]);
  return { figures, officers };
}

const isRated = ({ level }: RatedRow): boolean => level !== null;
const sum = (rows: readonly RatedRow[]): number => rows.reduce((all, { count }) => all + count, 0);

function satisfiedOf(rows: readonly RatedRow[]): Share {
  const rated = rows.filter(isRated);
  const dissatisfied = ratingLevels.indexOf('not_satisfied');
  return shareOf(sum(rated.filter(({ level }) => level !== dissatisfied)), sum(rated));
}

/** The points given to a question, once for each rating; answers that judge nothing count nowhere. */
function pointsOf({ questionSet, answers, count, level }: RatedRow, id: string): number[] {
  const option = level === null ? undefined : answers[id];
  const points = option === undefined ? null : (questionOf(questionSet, id)?.options[option]?.points ?? null);
  return points === null ? [] : Array.from({ length: count }, () => points);
}

function groupsOf(
  rows: readonly RatedRow[],
  nameOf: (row: RatedRow) => [string | null, string | null],
): RatingFigures['procedures'] {
  return [...Map.groupBy(rows, (row) => nameOf(row)[0])]
    .flatMap(([key, own]) => {
      const [first] = own;
      const name = first === undefined ? null : nameOf(first)[1];
      if (key === null || name === null || sum(own.filter(isRated)) < fewestShown) return [];
      return [{ key, name, satisfied: satisfiedOf(own), invited: sum(own) }];
    })
    .sort((a, b) => (a.satisfied.low ?? 0) - (b.satisfied.low ?? 0));
}
