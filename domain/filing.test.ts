// A filing is checked whole: every defect at once, each with its field and its remedy.

import { describe, expect, it } from 'vitest';
import { checkFiling, type Filing } from './filing.ts';
import type { Procedure } from './procedure.ts';

const paper = (id: string): Procedure['papers'][number] => ({
  id,
  name: `Giấy ${id}`,
  originals: 1,
  copies: 0,
  required: true,
  use: 'submit',
  case: null,
  form: null,
});
const procedure: Procedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  shortName: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  levels: ['commune'],
  applicants: [],
  decision: null,
  channels: [],
  papers: [paper('p1'), paper('p2')],
  results: [],
  agency: null,
  conditions: null,
  legalBasis: null,
  steps: null,
};
const one = (paperId: string, originals = 1, copies = 0) => ({
  paperId,
  name: `Giấy ${paperId}`,
  originals,
  copies,
});
const filing = (more: Partial<Filing['applicant']> = {}, papers: Filing['papers'] = [one('p1')]): Filing => ({
  applicant: { identityNumber: '999086012345', phone: null, ...more },
  papers,
});
const check = (given: Filing) => checkFiling(given, procedure, { allowDemo: true });
const fieldsOf = (given: Filing) => {
  const verdict = check(given);
  return verdict.ok ? [] : verdict.fields.map(({ field }) => field);
};

describe('a good filing', () => {
  it('gives what is kept: the number, its last six digits, the phone in one form', () => {
    expect(check(filing({ phone: '0912 345 678' }))).toMatchObject({
      ok: true,
      identity: '999086012345',
      lastSix: '012345',
      phone: expect.stringMatching(/912345678$/),
    });
  });

  it('may come without a phone and without papers', () => {
    expect(check(filing({ phone: '' }, []))).toMatchObject({ ok: true, phone: null });
  });

  it('may bring papers beyond the list', () => {
    expect(fieldsOf(filing({}, [one('p1'), one('x1'), one('x12', 0, 2)]))).toEqual([]);
  });
});

describe('a defective one', () => {
  it('names every defect at once', () => {
    const papers = [one('p1'), one('p9'), one('p1'), one('p2', 0, 0)];
    expect(fieldsOf(filing({ identityNumber: '12', phone: '12' }, papers))).toEqual([
      'applicant.identityNumber',
      'applicant.phone',
      'papers.1',
      'papers.2',
      'papers.3',
    ]);
  });

  it('speaks of papers by name, never by id alone', () => {
    const verdict = check(filing({}, [{ ...one('zz'), name: 'Giấy ra viện' }]));
    expect(verdict).toMatchObject({ fields: [{ message: expect.stringContaining('“Giấy ra viện”') }] });
  });

  it('knows that `x` alone, or with words, is no further paper', () => {
    for (const id of ['x', 'x123', 'x1;drop', 'X1', ''])
      expect(fieldsOf(filing({}, [one(id)]))).toEqual(['papers.0']);
  });

  it('does not take a demo number in production', () => {
    expect(checkFiling(filing(), procedure, { allowDemo: false }).ok).toBe(false);
  });
  it('does not believe a day of birth or a sex that the number contradicts', () => {
    const declared = (more: Partial<Filing['applicant']>) => {
      const verdict = checkFiling(filing(more), procedure, { allowDemo: true });
      return verdict.ok ? [] : verdict.fields.map(({ field }) => field);
    };
    expect(declared({ bornOn: '1986-09-05', sex: 'male' })).toEqual([]);
    expect(declared({ bornOn: '1987-09-05', sex: 'female' })).toEqual(['applicant.bornOn', 'applicant.sex']);
  });
});
