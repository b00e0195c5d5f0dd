// Every form of the catalogue: sound in itself, storable, and answerable to the end by several kinds of people.

import { describe, expect, it } from 'vitest';
import { facts, interviewed, usualSaying } from './form.fixture.ts';
import { formSchema } from './form.ts';
import { currentForm, formOf, formsOn } from './form-catalogue.ts';
import { checkAnswers } from './form-check.ts';
import { flattened, visibleFields } from './form-fields.ts';
import { formFlaws } from './form-flaws.ts';
import { applicantOf } from './form-people.ts';

const forms = formsOn(facts.today);

describe('the catalogue of forms', () => {
  it('has a form for each of the twelve procedures', () => {
    expect(forms.map((form) => form.procedure).sort()).toEqual(
      '1.000656 1.000894 1.001193 1.001612 1.004873 1.011441 1.013225 1.013831 1.013949 2.000635 2.000815 3.000353'.split(
        ' ',
      ),
    );
  });

  it('offers a form from its day on, and reads every version for ever', () => {
    expect(currentForm('1.001193', '2025-06-30')).toBeUndefined();
    expect(currentForm('1.001193', '2025-07-01')?.version).toBe(1);
    expect(formOf('1.001193', 1)?.procedure).toBe('1.001193');
    expect(formOf('1.001193', 99)).toBeUndefined();
  });
});

describe.each(forms.map((form) => [form.title, form] as const))('%s', (_title, form) => {
  it('is sound, and survives being stored', () => {
    expect(formFlaws(form)).toEqual([]);
    expect(formSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  it.each([0, 1, 2, 3, 4])('is answered to the end by who chooses answer %i', (pick) => {
    for (const tellsAll of [true, false]) {
      const { answers, questions } = interviewed(form, (question) => usualSaying(question, pick, tellsAll));
      expect(checkAnswers(form, answers, facts)).toEqual([]);
      expect(questions.every((question) => question.prompt.length > 3)).toBe(true);
      const applicant = applicantOf(form, answers, facts.units);
      expect(applicant?.fullName).toBe('Nguyễn Văn An');
      expect(applicant?.identityNumber).toMatch(/^999/);
      expect(applicant?.address).toContain('Phường Kiến Tường, Tỉnh Tây Ninh');
      expect(applicant?.phone).toBe('+84912345678');
    }
  });

  it('asks nothing twice under one label', () => {
    const labels = flattened(visibleFields(form, {})).map((each) => each.field.label);
    expect(labels.filter((label, index) => labels.indexOf(label) < index)).toEqual([]);
  });
});
