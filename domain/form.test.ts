// Forms, tried on the birth registration: what is asked, what is wrong, what a reply means.

import { describe, expect, it } from 'vitest';
import { facts, interviewed, usualSaying } from './form.fixture.ts';
import type { Answers } from './form-answers.ts';
import { checkAnswers } from './form-check.ts';
import { nextQuestion, type Question } from './form-interview.ts';
import { readReply, withReply } from './form-reply.ts';
import { birthRegistration as birth } from './forms/birth-registration.ts';

describe('the birth registration', () => {
  it('names everything that is wanting at once', () => {
    const defects = checkAnswers(birth, {}, facts);
    expect(defects.length).toBeGreaterThan(8);
    expect(defects[0]).toEqual({
      field: 'reporter.fullName',
      rule: 'required',
      message: 'Ghi họ, chữ đệm, tên của người đi khai sinh.',
    });
  });

  it('asks again for a number that contradicts the day of birth, until it is mended or passed over', () => {
    const mother = { fullName: 'Lê Thị Hoa', bornOn: '1991-02-03', identityNumber: '999190000123' };
    const question = questionAbout('mother.identityNumber', { mother });
    expect(question.problem).toContain('năm sinh 1990');
    const reply = readReply(question, 'bỏ qua', facts);
    expect(reply).toEqual({ kind: 'pass', path: 'mother.identityNumber', clears: 'mother.identityNumber' });
    if (reply.kind !== 'pass') return;
    const { answers } = withReply({ answers: { mother }, passed: [] }, reply);
    expect(answers.mother).toEqual({ fullName: 'Lê Thị Hoa', bornOn: '1991-02-03' });
  });
});

/** The question about one field, on the way of a citizen who tells everything. */
function questionAbout(path: string, known: Answers): Question {
  const { answers, passed } = interviewed(birth, (question) => usualSaying(question, 0, false));
  const mother = { ...(answers.mother as Answers), ...(known.mother as Answers) };
  const next = nextQuestion(birth, { ...answers, mother }, passed, facts);
  if (next?.path !== path) throw new Error(`${path} is not asked, but ${next?.path}`);
  return next;
}
