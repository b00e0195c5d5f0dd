// Papers for tests: what an office and a person are called, and the paper that the newest event of a story makes.

import { calendar, type Story } from './dossier-story.ts';
import { paperOf } from './paper-forms.ts';
import { momentOf } from './paper-history.ts';
import type { IssuedAs, Sheet } from './paper-sheet.ts';
import { citizenSheet, type PaperFacts, type PaperPerson } from './paper-words.ts';

export const issuedAs: IssuedAs = {
  superiorName: 'UBND tỉnh Tây Ninh',
  agencyName: 'UBND phường Kiến Tường',
  officeName: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
  placeName: 'Kiến Tường',
  address: 'Số 5, đường 30/4, phường Kiến Tường',
  phone: '0272 3000 000',
  officerName: 'Lê Thị Hoa',
};

export const person: PaperPerson = {
  fullName: 'Nguyễn Thị Mỹ Huyền',
  address: 'Số 12/3B, khu phố 4, phường Kiến Tường, tỉnh Tây Ninh',
  phone: '0909 000 123',
  email: null,
};

/** The facts of the paper that the newest event made; throws when it made none. */
export function factsOf({ dossier, history }: Story, more: Partial<PaperFacts> = {}): PaperFacts {
  const last = history.at(-1);
  const made = last === undefined ? null : paperOf(last, dossier);
  if (made === null) throw new Error('The newest event made no paper.');
  const { recorded, before, after } = momentOf(history, made.seq, made.seq);
  const names = { as: issuedAs, person, procedureName: 'Thủ tục đăng ký khai sinh' };
  return { made, number: 7, recorded, before, after, ...names, ...more };
}

export function sheetOf(story: Story, more: Partial<PaperFacts> = {}): Sheet {
  return citizenSheet(factsOf(story, more), calendar);
}
