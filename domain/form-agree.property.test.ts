// Three readers of one form agree on thousands of random answers: our check (which web and server run), an independent
// JSON Schema validator over the published schema, and the chat's interview.

import { type Schema, Validator } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, interviewed, usualSaying } from './form.fixture.ts';
import { randomAnswers } from './form-answers.fixture.ts';
import { formsOn } from './form-catalogue.ts';
import { checkAnswers } from './form-check.ts';
import type { FormRule } from './form-defect.ts';
import { flattened, settledAnswers, visibleFields } from './form-fields.ts';
import { formFlaws } from './form-flaws.ts';
import { nextQuestion } from './form-interview.ts';
import { nestedForm } from './form-nested.fixture.ts';
import { jsonSchemaOfForm } from './form-schema.ts';

/** What a JSON Schema has no words for. */
const beyondSchema: readonly FormRule[] = ['future', 'identity', 'contradiction', 'unit'];
const forms = [nestedForm, ...formsOn(facts.today)];
const seed = 20_261_122;

it('tries the nested form too', () => expect(formFlaws(nestedForm)).toEqual([]));

describe.each(forms.map((form) => [form.title, form] as const))('%s', (_title, form) => {
  // Through JSON, as the world gets it.
  const published = JSON.parse(JSON.stringify(jsonSchemaOfForm(form))) as Schema;
  const validator = new Validator(published, '2020-12');

  it('is judged alike by the check, the published schema and the interview', () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(randomAnswers(form), (answers) => {
        const defects = checkAnswers(form, answers, facts);
        const inSchema = defects.filter((defect) => !beyondSchema.includes(defect.rule));
        const verdict = validator.validate(JSON.parse(JSON.stringify(settledAnswers(form, answers))));
        expect({ answers, valid: verdict.valid }).toEqual({ answers, valid: inSchema.length === 0 });
        // Who passes over all that may be passed over is asked exactly about what will not do.
        const visible = flattened(visibleFields(form, answers));
        const passed = visible.flatMap((each) => [each.path, `${each.path}.detail`]);
        const askable = defects.filter(
          (defect) => defect.rule !== 'unknown' && !(defect.rule === 'range' && isGroup(defect.field)),
        );
        const question = nextQuestion(form, answers, passed, facts);
        expect({ answers, asked: question !== null }).toEqual({ answers, asked: askable.length > 0 });
        seen[defects.length === 0 ? 'good' : 'bad'] += 1;

        function isGroup(path: string): boolean {
          return visible.some((each) => each.path === path && each.field.kind === 'group');
        }
      }),
      { seed, numRuns: form === nestedForm ? 1500 : 400 },
    );
    expect(seen.bad).toBeGreaterThan(50);
    expect(seen.good).toBeGreaterThan(0);
  });

  it('is asked to a good end by the interview, whoever answers', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), fc.boolean(), (stream, tellsAll) => {
        const { answers } = interviewed(form, (question) => {
          const pick = stream.next().value as number;
          return usualSaying(question, pick, tellsAll || pick % 3 === 0);
        });
        expect(checkAnswers(form, answers, facts)).toEqual([]);
        expect(validator.validate(settledAnswers(form, answers)).errors).toEqual([]);
      }),
      { seed, numRuns: 25 },
    );
  });
});
