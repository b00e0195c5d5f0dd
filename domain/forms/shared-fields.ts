// Questions that many declarations share, worded once: people, copies, papers, filing for somebody else.

import type { Choice, FieldOf, FormField, FormPage, PersonPart } from '../form.ts';

/** A person; parts whose name ends in `?` may be passed over. */
export function person(
  id: string,
  label: string,
  parts: readonly (PersonPart | `${PersonPart}?`)[],
  more: Partial<Omit<FieldOf<'person'>, 'id' | 'kind' | 'label' | 'parts' | 'requiredParts'>> = {},
): FieldOf<'person'> {
  const bare = (part: string): PersonPart => part.replace('?', '') as PersonPart;
  return {
    id,
    kind: 'person',
    label,
    whose: `của ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    parts: parts.map(bare),
    requiredParts: parts.filter((part) => !part.endsWith('?')).map(bare),
    required: true,
    ...more,
  };
}

/** Who comes to the counter in their own name, as every dossier has to know them. */
export const atTheCounter = ['fullName', 'identityNumber', 'residence', 'phone', 'email?'] as const;

/** `['father', 'Cha'], …` as choices. */
export function choices(...pairs: readonly (readonly [value: string, label: string])[]): Choice[] {
  return pairs.map(([value, label]) => ({ value, label }));
}

/** A place for a paper of the procedure, found by words of its name. */
export function paper(
  id: string,
  label: string,
  name: string,
  more: Partial<FieldOf<'paper'>> = {},
): FormField {
  return { id, kind: 'paper', label, paper: name, required: true, ...more };
}

/** How many copies of the extract people want beside the result. */
export const copies: FieldOf<'number'> & FormField = {
  id: 'copies',
  kind: 'number',
  label: 'Số bản sao muốn lấy thêm',
  hint: 'Mỗi bản sao có lệ phí riêng. Không cần thì ghi 0.',
  min: 0,
  max: 20,
  whole: true,
  unit: 'bản',
};

/** Filing for somebody else takes a written authority: the paper of the procedure that these words name. */
export function byProxy(words: string): FormField[] {
  return [
    {
      id: 'byProxy',
      kind: 'yes_no',
      label: 'Người khác nộp thay theo văn bản ủy quyền',
      ask: 'Hồ sơ này có do người được ủy quyền nộp thay không?',
      hint: 'Người ruột thịt, vợ, chồng nộp thay trong việc hộ tịch thì không cần văn bản ủy quyền.',
      required: true,
    },
    paper('authorisation', 'Văn bản ủy quyền nộp hồ sơ', words, { when: { field: 'byProxy', is: true } }),
  ];
}

/** One parcel of land, as its certificate names it. */
export const parcelFields: FormField[] = [
  { id: 'parcel', kind: 'text', label: 'Thửa đất số', maxLength: 30, required: true },
  { id: 'mapSheet', kind: 'text', label: 'Tờ bản đồ số', maxLength: 30, required: true },
  {
    id: 'area',
    kind: 'number',
    label: 'Diện tích',
    min: 0.1,
    max: 100_000_000,
    unit: 'm²',
    required: true,
  },
];

/** A page with one question or a few that belong together. */
export function page(id: string, title: string, fields: FormField[], more: Partial<FormPage> = {}): FormPage {
  return { id, title, fields, ...more };
}

export const truthful =
  'Tôi cam đoan những điều khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.';
