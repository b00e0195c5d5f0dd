// The demo ward's catalogue: its counts, its shapes, and that no process promises more time than the law gives.

import { compileCalendar } from '@motcua/domain/calendar';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { procedureSchema } from '@motcua/domain/procedure';
import { checkProcess, processSchema } from '@motcua/domain/process';
import { workingMinutes } from '@motcua/domain/process-budget';
import { proveProcess } from '@motcua/domain/process-proof';
import { describe, expect, it } from 'vitest';
import { demoOfficers } from '../ward-people.ts';
import { wardUnits } from './processes.ts';
import { fieldNames, wardCatalogue } from './ward-catalogue.ts';

const expectedCodes = [
  [
    '1.001193',
    '1.000894',
    '1.000656',
    '1.004873',
    '2.000815',
    '1.001612',
    '1.013225',
    '1.013949',
    '1.013831',
  ],
  [
    '2.000635',
    '2.000884',
    '1.001022',
    '1.000689',
    '1.004884',
    '1.005461',
    '1.004746',
    '1.004859',
    '1.004837',
  ],
  [
    '2.000528',
    '2.000806',
    '3.000722',
    '2.002913',
    '2.001019',
    '2.000908',
    '2.000720',
    '1.001570',
    '1.001266',
  ],
  [
    '2.000575',
    '1.013226',
    '1.013227',
    '1.013228',
    '1.013229',
    '1.001699',
    '1.001776',
    '1.001731',
    '1.011607',
  ],
  ['2.001263', '1.014027', '1.012753', '1.013978', '2.002409'],
].flat();

describe('the ward catalogue', () => {
  it('has exactly 73 procedures in exactly 17 fields, each with its own code and short name', () => {
    expect(wardCatalogue).toHaveLength(73);
    expect(new Set(wardCatalogue.map((each) => each.procedure.code)).size).toBe(73);
    expect(new Set(wardCatalogue.map((each) => each.procedure.shortName)).size).toBe(73);
    expect(new Set(fieldNames).size).toBe(17);
    expect(new Set(wardCatalogue.map((each) => each.procedure.field))).toEqual(new Set(fieldNames));
  });

  it('offers what citizens ask for most', () => {
    const codes = new Set(wardCatalogue.map((each) => each.procedure.code));
    expect(expectedCodes.filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe.each(wardCatalogue.map((each) => [each.procedure.shortName, each] as const))('%s', (_name, each) => {
  const { procedure, process } = each;

  it('is a valid commune-level procedure in composed Vietnamese', () => {
    expect(procedureSchema.parse(procedure)).toEqual(procedure);
    expect(procedure.levels).toContain('commune');
    expect(procedure.shortName.length).toBeLessThanOrEqual(60);
    expect(JSON.stringify(procedure)).toBe(JSON.stringify(procedure).normalize('NFC'));
    expect(procedure.channels.length).toBeGreaterThan(0);
    expect(procedure.papers.length).toBeGreaterThan(0);
    expect(procedure.results.length).toBeGreaterThan(0);
    expect(new Set(procedure.papers.map((paper) => paper.name)).size).toBe(procedure.papers.length);
    for (const paper of procedure.papers) expect(paper.originals + paper.copies).toBeGreaterThan(0);
  });

  it('has a sound process in units of the ward', () => {
    expect(processSchema.parse(process)).toEqual(process);
    expect(process.procedureCode).toBe(procedure.code);
    expect(checkProcess(process)).toEqual([]);
    expect(process.steps.map((step) => step.unit).filter((unit) => !(unit in wardUnits))).toEqual([]);
    expect(process.steps.some((step) => step.role === 'specialist')).toBe(true);
    expect(process.steps.at(-1)?.budgetMinutes).toBe(0);
  });

  it('plans no more work than any of its terms gives', () => {
    const planned = process.steps.reduce((sum, step) => sum + step.budgetMinutes, 0);
    for (const { term } of procedure.channels)
      expect(planned).toBeLessThanOrEqual(workingMinutes(term) ?? Number.POSITIVE_INFINITY);
  });
});

it('every process of the ward is proved, with the ward’s own officers', () => {
  const calendar = compileCalendar(officialCalendarSpec);
  const staff = demoOfficers.map(({ username, unit, roles }) => ({
    officerId: username,
    agencyId: 'ward',
    unit,
    roles,
    standsInFor: [],
  }));
  // Many have the same way through the house; the times are judged for all of them above.
  const ways = new Map(
    wardCatalogue.map(({ process }) => [process.steps.map(({ unit, role }) => unit + role).join(), process]),
  );
  for (const process of ways.values()) {
    const facts = { term: { unit: 'none' } as const, calendar, staff, unitName: (code: string) => code };
    expect(proveProcess(process, facts).violations, process.procedureCode).toEqual([]);
  }
});
