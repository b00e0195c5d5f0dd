// Forms, tried on the birth registration: what is asked, what is wrong, what a reply means.

import { describe, expect, it } from 'vitest';
import { facts, interviewed, usualSaying } from './form.fixture.ts';
import type { Answers } from './form-answers.ts';
import { checkAnswers } from './form-check.ts';
import { nextQuestion, type Question } from './form-interview.ts';
import { nestedForm } from './form-nested.fixture.ts';
import { readDate } from './form-read-date.ts';
import { readReply, withReply } from './form-reply.ts';
import { leafDefect } from './form-values.ts';
import { birthRegistration as birth } from './forms/birth-registration.ts';
import { hostileTexts } from './hostile-texts.fixture.ts';

describe('hostile texts', () => {
  it('are each read or asked again, at every question, and never make an answer that will not do', () => {
    const texts = hostileTexts(100, 22);
    const { questions } = interviewed(nestedForm, (question) => usualSaying(question, 0, true));
    for (const question of [
      ...questions,
      ...interviewed(birth, (each) => usualSaying(each, 0, true)).questions,
    ])
      for (const text of texts) {
        const reply = readReply(question, text, facts);
        if (reply.kind === 'again') expect(reply.message).toMatch(/[À-ỹ]/);
        if (reply.kind === 'answer' && question.field.kind !== 'group' && typeof reply.value === 'string')
          expect(question.kind === 'detail' || leafDefect(question.field, reply.value, facts) === null).toBe(
            true,
          );
      }
  });

  it.each([
    ['5/3/2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['05032024', '2024-03-05'],
    ['ngày 5 tháng 3 năm 2024', '2024-03-05'],
    ['5 thang 3, 2024', '2024-03-05'],
    ['mùng 5/3/24', '2024-03-05'],
    ['5.3.99', '1999-03-05'],
    ['hôm qua', '2026-11-21'],
    ['2024-03-05', '2024-03-05'],
  ])('“%s” is a day', (typed, value) =>
    expect(readDate({ past: true }, typed, facts.today)).toEqual({ ok: true, value }),
  );

  it.each(['31/2/2024', '5/13/2024', '2024', 'tháng 3 năm 2024', 'mùng 5 tháng Chạp', '99/99/9999', ''])(
    '“%s” is no day, and the person is told how to write one',
    (typed) => expect(readDate({ past: true }, typed, facts.today).ok).toBe(false),
  );
});

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
