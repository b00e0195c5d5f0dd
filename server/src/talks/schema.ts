// The contract of talks between citizens and officers: the inbox, one talk, answering, passing on, ending.

import { z } from 'zod';

const nullableText = z.string().nullable();

export const talkScopes = ['mine', 'unit', 'all'] as const;
export type TalkScope = (typeof talkScopes)[number];

export const talksQuery = z.object({
  scope: z.enum(talkScopes, 'Chọn danh sách: của tôi, đơn vị hoặc tất cả.').default('unit'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

const talkHead = {
  id: z.string(),
  /** The dossier it is about; null: the general inbox. */
  dossier: z
    .object({ id: z.string(), code: nullableText, procedureName: z.string(), applicantName: z.string() })
    .nullable(),
  /** `chờ trả lời từ 9 giờ thứ Hai, 23/11`; null while the office owes nothing. */
  waitingText: nullableText,
  /** `hẹn trả lời trước …`, or since when that is over. */
  promiseText: nullableText,
  overdue: z.boolean(),
  /** Who answered last. */
  officerName: nullableText,
  /** Where it lies. */
  unitName: z.string(),
};

export const talkRow = z.object({
  ...talkHead,
  lastText: z.string(),
  lastAtText: z.string(),
  /** The last words are the citizen's. */
  fromCitizen: z.boolean(),
});
export type TalkRowView = z.infer<typeof talkRow>;

export const talkList = z.object({
  counts: z.object({ mine: z.int(), unit: z.int(), all: z.int() }),
  rows: z.array(talkRow),
  pageSize: z.int(),
});
export type TalkList = z.infer<typeof talkList>;

/** How many wait for an answer of the caller or their unit. */
export const talkCount = z.object({ waiting: z.int(), overdue: z.int() });
export type TalkCount = z.infer<typeof talkCount>;

export const saidView = z.object({
  id: z.string(),
  /** `officer_elsewhere`: typed in Zalo's own manager. */
  from: z.enum(['citizen', 'officer', 'officer_elsewhere', 'machine']),
  name: nullableText,
  text: z.string(),
  at: z.string(),
  atText: z.string(),
  /** How far a message of ours came; null for what the citizen said. */
  stateText: nullableText,
  failed: z.boolean(),
  photos: z.array(z.object({ id: z.string(), type: z.string(), pages: z.int() })),
});
export type SaidView = z.infer<typeof saidView>;

export const talkView = z.object({
  ...talkHead,
  version: z.int(),
  openedText: z.string(),
  /** How it ended, as a sentence; null while it is open. */
  endedText: nullableText,
  said: z.array(saidView),
  card: z.object({ statusSentence: z.string(), phone: nullableText }).nullable(),
  /** Whether and until when a message would arrive: shown before anything is typed. */
  reach: z.object({ open: z.boolean(), free: z.boolean(), until: nullableText, sentence: z.string() }),
  /** Why the caller cannot answer; null when they can. */
  whyNotAnswer: nullableText,
  /** Units to which it can be passed; empty for a talk about a dossier. */
  units: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type TalkView = z.infer<typeof talkView>;

/** The talks about a dossier, as whoever may read the dossier reads them. */
export const dossierTalks = z.object({ talks: z.array(talkView) });
export type DossierTalks = z.infer<typeof dossierTalks>;

const version = z.int('Tải lại trang rồi làm lại.');

/** Zalo takes 2,000 characters; the name of the officer stands before the words. */
export const longestAnswer = 1_800;

export const answerBody = z.object({
  version,
  text: z
    .string()
    .trim()
    .min(1, 'Nhập nội dung trả lời.')
    .refine(
      (text) => Array.from(text.normalize('NFC')).length <= longestAnswer,
      'Tin dài quá 1.800 ký tự, Zalo không nhận. Xin rút gọn hoặc gửi làm hai tin.',
    ),
});
export const passBody = z.object({
  version,
  unit: z.string('Chọn đơn vị nhận.').min(1, 'Chọn đơn vị nhận.').max(40),
});
export const endBody = z.object({
  version,
  how: z.enum(['answered', 'by_phone'], 'Cho biết đã trả lời tại đây hay qua điện thoại.'),
});
export const talkAnswer = z.object({ id: z.string(), version: z.int() });
export type TalkAnswer = z.infer<typeof talkAnswer>;
