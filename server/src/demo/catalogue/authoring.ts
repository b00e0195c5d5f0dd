// The small language in which the demo ward's catalogue is written: terms, papers and procedures in few words.

import type { Fee, FilingChannel, Paper, Procedure } from '@motcua/domain/procedure';
import type { Term } from '@motcua/domain/term';
import type { Flow } from './processes.ts';

/** A term and the words in which the catalogue publishes it. */
export interface AuthoredTerm {
  term: Term;
  text: string;
}

export type AuthoredPaper = Omit<Paper, 'id'>;

/** One procedure as the author writes it; what is left out comes from its field. */
export interface Draft {
  code: string;
  /** The official name, letter by letter. */
  name: string;
  /** At most 60 characters, as people at the counter say it. */
  short: string;
  term: AuthoredTerm;
  papers: readonly AuthoredPaper[];
  /** Official result codes (mã kết quả) with names; the code is null when none is published. */
  results: readonly (readonly [code: string | null, name: string])[];
  fees?: readonly Fee[];
  note?: string;
  channels?: readonly FilingChannel[];
  levels?: Procedure['levels'];
  decision?: string | null;
  applicants?: readonly string[];
  agency?: string;
  conditions?: string;
  flow?: Flow;
}

/** What the procedures of one field (lĩnh vực) share. */
export interface FieldDefaults {
  decision: string | null;
  applicants: readonly string[];
  law: string;
  agency?: string;
  flow: Flow;
}

export interface FieldCatalogue {
  name: string;
  procedures: readonly Procedure[];
  /** The way a dossier of each procedure goes through the ward, by procedure code. */
  flows: ReadonlyMap<string, Flow>;
}

const wardCommittee = 'Ủy ban nhân dân phường Kiến Tường';
const everyChannel: readonly FilingChannel[] = ['counter', 'online', 'post'];

/** Turns the drafts of one field into procedures of the catalogue. */
export function field(name: string, defaults: FieldDefaults, drafts: readonly Draft[]): FieldCatalogue {
  return {
    name,
    procedures: drafts.map((draft) => toProcedure(name, defaults, draft)),
    flows: new Map(drafts.map((draft) => [draft.code, draft.flow ?? defaults.flow])),
  };
}

function toProcedure(fieldName: string, defaults: FieldDefaults, draft: Draft): Procedure {
  return {
    code: draft.code,
    name: draft.name,
    shortName: draft.short,
    field: fieldName,
    levels: draft.levels ?? ['commune'],
    applicants: [...(draft.applicants ?? defaults.applicants)],
    decision: draft.decision === undefined ? defaults.decision : draft.decision,
    channels: (draft.channels ?? everyChannel).map((channel) => ({
      channel,
      term: draft.term.term,
      termText: draft.term.text,
      fees: [...(draft.fees ?? [free])],
      note: draft.note ?? null,
    })),
    papers: draft.papers.map((each, index) => ({ id: `p${index + 1}`, ...each })),
    results: draft.results.map(([code, result]) => ({ code, name: result })),
    agency: draft.agency ?? defaults.agency ?? wardCommittee,
    conditions: draft.conditions ?? null,
    legalBasis: defaults.law,
    steps: null,
  };
}

export const sameDay: AuthoredTerm = {
  term: { unit: 'same_day', cutoff: '15:00' },
  text: 'Trong ngày làm việc; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo',
};

export function workingDays(value: number, text = `${twoDigits(value)} ngày làm việc`): AuthoredTerm {
  return { term: { unit: 'working_day', value }, text };
}

/** Calendar days (ngày, không phải ngày làm việc). */
export function days(value: number, text = `${twoDigits(value)} ngày`): AuthoredTerm {
  return { term: { unit: 'calendar_day', value }, text };
}

/** Linked procedures (liên thông): no term of their own, each part keeps its own. */
export const componentTerms: AuthoredTerm = {
  term: { unit: 'none' },
  text: 'Theo thời hạn của từng thủ tục thành phần',
};

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

type PaperDetails = Partial<Pick<Paper, 'required' | 'case' | 'form' | 'originals' | 'copies'>>;

/** A paper handed in as an original. */
export function original(name: string, details: PaperDetails = {}): AuthoredPaper {
  return { name, originals: 1, copies: 0, required: true, use: 'submit', case: null, form: null, ...details };
}

/** An official form, filled in: the paper's name is also the form's, unless a form number is given. */
export function form(name: string, number = name): AuthoredPaper {
  return original(name, { form: number });
}

/** A paper handed in as a copy. */
export function copy(name: string, details: PaperDetails = {}): AuthoredPaper {
  return original(name, { originals: 0, copies: 1, ...details });
}

/** A paper only looked at and given back (xuất trình). */
export function shown(name: string, details: PaperDetails = {}): AuthoredPaper {
  return { ...original(name, details), use: 'show' };
}

/** A paper which only one case (trường hợp) needs. */
export function inCase(situation: string, paper: AuthoredPaper): AuthoredPaper {
  return { ...paper, case: situation, required: false };
}

export const free: Fee = { label: 'Miễn lệ phí', amount: 0, per: 'dossier' };

export function fee(label: string, amount: number, per: Fee['per'] = 'dossier'): Fee {
  return { label, amount, per };
}

/** Fees which the province's People's Council sets: no amount is published nationally, so none is claimed. */
export const councilFee = {
  fees: [],
  note: 'Lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh; người có công, hộ nghèo, người khuyết tật được miễn.',
} as const;

export const identity = shown('Giấy tờ tùy thân (thẻ căn cước, căn cước điện tử hoặc hộ chiếu)');

export const residence = inCase(
  'Khi cơ sở dữ liệu dân cư chưa có thông tin cư trú',
  shown('Giấy tờ chứng minh nơi cư trú'),
);

export const authorisation = inCase('Khi nhờ người khác nộp thay', original('Văn bản ủy quyền'));
