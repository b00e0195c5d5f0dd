// Who files, for whom, and who is told: the same few questions before every e-form, asked with the same vocabulary.

import type { Form } from './form.ts';
import { type Answers, answerAt, isObject } from './form-answers.ts';
import { checkAnswers } from './form-check.ts';
import type { CheckFacts, FormDefect } from './form-defect.ts';

/** The answers of these questions lie under this key, beside those of the form. */
export const filingKey = 'filing';

const forOther = { field: 'by', is: 'other' } as const;

/** Asked first. Whoever helps says who they are: the dossier is in the name of the other, never in theirs. */
export const filingForm: Form = {
  procedure: '0.000000',
  version: 1,
  from: '2025-07-01',
  title: 'Người nộp hồ sơ',
  declares: null,
  source: null,
  filledBy: 'Người nộp hồ sơ',
  applicant: 'filer',
  affirmation: 'Tôi chịu trách nhiệm về nội dung đã khai.',
  pages: [
    {
      id: 'who',
      title: 'Anh/Chị nộp hồ sơ cho ai?',
      fields: [
        {
          id: 'by',
          kind: 'choice',
          label: 'Người nộp hồ sơ',
          ask: 'Anh/Chị nộp hồ sơ cho ai?',
          required: true,
          choices: [
            { value: 'self', label: 'Cho chính tôi, hoặc gia đình tôi' },
            { value: 'other', label: 'Nộp giúp người khác' },
          ],
        },
      ],
    },
    {
      id: 'helper',
      title: 'Người nộp giúp',
      hint: 'Hồ sơ đứng tên người được giúp. Tên Anh/Chị được ghi là người nộp.',
      when: forOther,
      fields: [
        {
          id: 'filer',
          kind: 'person',
          label: 'Người nộp giúp',
          whose: 'của người nộp giúp',
          parts: ['fullName', 'identityNumber', 'phone'],
          requiredParts: ['fullName', 'identityNumber', 'phone'],
          required: true,
        },
        {
          id: 'capacity',
          kind: 'choice',
          label: 'Tư cách nộp giúp',
          ask: 'Anh/Chị nộp giúp với tư cách gì?',
          required: true,
          choices: [
            { value: 'family', label: 'Người trong gia đình' },
            { value: 'authorised', label: 'Người được uỷ quyền bằng văn bản' },
            { value: 'representative', label: 'Người đại diện theo pháp luật' },
            { value: 'helper', label: 'Đoàn viên, cán bộ hỗ trợ, nhân viên bưu điện' },
          ],
        },
        {
          id: 'messagesTo',
          kind: 'choice',
          label: 'Người nhận tin về hồ sơ',
          ask: 'Tin về hồ sơ gửi đến số điện thoại của ai?',
          required: true,
          choices: [
            { value: 'applicant', label: 'Người đứng tên hồ sơ' },
            { value: 'filer', label: 'Người nộp giúp' },
          ],
        },
      ],
    },
  ],
};

/** The answers of the form alone, and those to who files. */
export function splitFiling(answers: Answers): { form: Answers; filing: Answers } {
  const { [filingKey]: filing, ...form } = answers;
  return { form, filing: isObject(filing) ? filing : {} };
}

/** Everything that is wrong with a draft, in the order in which it is asked. */
export function checkDraft(form: Form, answers: Answers, facts: CheckFacts): FormDefect[] {
  const split = splitFiling(answers);
  return [
    ...checkAnswers(filingForm, split.filing, facts).map((defect) => ({
      ...defect,
      field: `${filingKey}.${defect.field}`,
    })),
    ...checkAnswers(form, split.form, facts),
  ];
}

/** Who files when it is not the applicant, and where news of it goes. */
export interface FilingParties {
  filer: { fullName: string; capacity: string; phone: string | null } | null;
  messagesTo: 'applicant' | 'filer';
}

export function partiesOf(answers: Answers): FilingParties {
  const { filing } = splitFiling(answers);
  const said = (path: string) => {
    const answer = answerAt(filing, path);
    return typeof answer === 'string' ? answer : null;
  };
  if (said('by') !== 'other') return { filer: null, messagesTo: 'applicant' };
  return {
    filer: {
      fullName: said('filer.fullName') ?? '',
      capacity: said('capacity') ?? '',
      phone: said('filer.phone'),
    },
    messagesTo: said('messagesTo') === 'filer' ? 'filer' : 'applicant',
  };
}
