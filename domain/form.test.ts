// Forms, tried on the birth registration: what is asked, what is wrong, what a reply means.

import { describe, expect, it } from 'vitest';
import { type Answers, withAnswer } from './form-answers.ts';

import { currentForm } from './form-catalogue.ts';
import { checkAnswers } from './form-check.ts';

import { nextQuestion } from './form-interview.ts';
import { readReply } from './form-reply.ts';
import { unitsOf } from './units.ts';

const units = unitsOf(
  [{ code: '80', name: 'Tỉnh Tây Ninh' }],
  [{ code: '27787', name: 'Phường Kiến Tường', province: '80' }],
);
const facts = { today: '2026-11-22', allowDemo: true, units };
const form = currentForm('1.001193', facts.today);
if (form === undefined) throw new Error('no form');

describe('the birth registration', () => {
  it('names everything that is wanting at once', () => {
    const defects = checkAnswers(form, {}, facts);
    expect(defects.length).toBeGreaterThan(8);
    expect(defects[0]).toEqual({
      field: 'reporter.fullName',
      rule: 'required',
      message: 'Ghi họ, chữ đệm, tên của người đi khai sinh.',
    });
  });

  it('is asked to the end', () => {
    let answers: Answers = {};
    const passed: string[] = [];
    const said: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const question = nextQuestion(form, answers, passed, facts);
      if (question === null) break;
      const reply = readReply(question, sayings[question.kind] ?? 'Nguyễn Văn An', facts);
      said.push(`${question.path}: ${reply.kind}`);
      if (reply.kind === 'answer') answers = withAnswer(answers, reply.path, reply.value);
      else if (reply.kind === 'pass') passed.push(reply.path);
      else if (question.kind === 'paper') answers = withAnswer(answers, question.path, ['f1']);
      else throw new Error(`${question.path}: ${reply.message}`);
    }
    expect(nextQuestion(form, answers, passed, facts)).toBeNull();
    expect(checkAnswers(form, answers, facts)).toEqual([]);
  });
});

const sayings: Record<string, string> = {
  identity: '999 190 000 123',
  phone: '0912.345.678',
  address: 'kien tuong tay ninh',
  choice: '1',
  date: 'ngày 5 tháng 3 năm 2026',
  more: 'không',
  yes_no: 'không',
  number: '12',
  money: '5 triệu',
  choices: '1',
  email: 'a@b.vn',
};
