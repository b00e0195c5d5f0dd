// The official declaration out of the answers to its form: every question that is asked, and a gap where the pen may go on.

import { dayText, longDayText } from './clock-time.ts';
import type { Form } from './form.ts';
import { type Answers, answerAt } from './form-answers.ts';
import { type VisibleField, visibleFields } from './form-fields.ts';
import { answerText, type PlaceOf } from './form-words.ts';
import { type Block, field, printable, type Sheet } from './paper-sheet.ts';
import { dateOf, type Instant } from './time.ts';
import { placeText, type Units } from './units.ts';
import { upperFirst } from './wording.ts';

export interface DeclarationFacts {
  /** `Ủy ban nhân dân phường Kiến Tường`: to whom it is addressed. */
  agencyName: string;
  /** `Kiến Tường`: where it is dated. */
  placeName: string;
  at: Instant;
  units: Units;
  /** The code of the draft or of the dossier. */
  code: string | null;
  /** What the code to scan leads to, in words; null prints none. */
  qrHint: string | null;
  /** Filed electronically: it counts without a signature, and says so. */
  filed: boolean;
  /** What only this print says: that it is a reprint. */
  mark: string | null;
}

/** The declaration as plain words; nothing that was typed can break it. */
export function declarationOf(form: Form, answers: Answers, facts: DeclarationFacts): Sheet {
  const placeOf: PlaceOf = (commune) => placeText(facts.units, commune);
  const fields = visibleFields(form, answers);
  const name = answerAt(answers, `${form.applicant}.fullName`);
  const blocks = form.pages.flatMap((page): Block[] => {
    const asked = fields.filter((each) => each.page === page.id && each.field.kind !== 'paper');
    return asked.length === 0
      ? []
      : [{ kind: 'part', text: page.title }, ...asked.flatMap((each) => blocksOf(each, placeOf))];
  });
  const enclosed = fields
    .filter((each) => each.field.kind === 'paper' && (each.answer !== undefined || each.required))
    .map((each) => `${each.field.label}: ${answerText(each.field, each.answer, placeOf) ?? 'chưa có'}`);
  return printable({
    landscape: false,
    superiorName: '',
    issuerName: '',
    number: null,
    placeAndDate: `${facts.placeName}, ${longDayText(dateOf(facts.at))}`,
    title: [form.title.toLocaleUpperCase('vi')],
    subtitle: facts.code === null ? null : `${facts.filed ? 'Mã hồ sơ' : 'Mã bản nháp'}: ${facts.code}`,
    blocks: [
      { kind: 'to', text: `Kính gửi: ${facts.agencyName}` },
      ...blocks,
      ...(enclosed.length === 0
        ? []
        : ([
            { kind: 'part', text: 'Giấy tờ kèm theo' },
            { kind: 'list', items: enclosed },
          ] satisfies Block[])),
      { kind: 'text', text: form.affirmation },
    ],
    signers: [
      {
        who: 'NGƯỜI KHAI',
        hint: facts.filed ? '(Đã nộp điện tử, không phải ký)' : '(Ký, ghi rõ họ tên)',
        name: typeof name === 'string' ? name : null,
      },
    ],
    recipients: [],
    qrHint: facts.qrHint,
    contact: facts.filed
      ? `Nộp điện tử ${dayText(dateOf(facts.at))}/${facts.at.slice(0, 4)}`
      : 'Bản in từ tờ khai điện tử; chưa phải là hồ sơ đã tiếp nhận',
    source: form.source ?? '',
    mark: facts.mark,
  });
}

function blocksOf(asked: VisibleField, placeOf: PlaceOf): Block[] {
  const { field: question, answer } = asked;
  if (question.kind === 'person') return asked.parts.flatMap((part) => blocksOf(part, placeOf));
  if (question.kind === 'group') {
    if (asked.items.length === 0) return [field(question.label, question.min > 0 ? null : 'Không có')];
    return asked.items.flatMap((item, index) => [
      { kind: 'part', text: `${upperFirst(question.item)} ${index + 1}` } satisfies Block,
      ...item.flatMap((each) => blocksOf(each, placeOf)),
    ]);
  }
  return [field(question.label, answerText(question, answer, placeOf))];
}
