// The contract of questions and answers: asking and reading for everybody, routing, drafting and publishing at the desk.

import { plainDateSchema } from '@motcua/domain/time';
import { z } from 'zod';

const nullableText = z.string().nullable();

export const questionsFound = z.object({
  officeName: z.string(),
  /** Like what was typed, best first; without words the newest. */
  rows: z.array(z.object({ id: z.string(), title: z.string(), beginning: z.string() })),
});
export type QuestionsFound = z.infer<typeof questionsFound>;

export const searchQuery = z.object({ q: z.string().max(2_000).default('') });

export const publicAnswer = z.object({
  id: z.string(),
  officeName: z.string(),
  title: z.string(),
  /** Null while it is looked at again. */
  answer: nullableText,
  legalSource: z.string(),
  publishedText: z.string(),
  expiresText: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** Why it is not shown now; null while it holds. */
  staleText: nullableText,
});
export type PublicAnswer = z.infer<typeof publicAnswer>;

export const askBody = z.object({
  text: z
    .string('Nhập câu hỏi.')
    .trim()
    .min(15, 'Câu hỏi quá ngắn. Xin viết rõ hơn, ít nhất 15 ký tự.')
    .max(2_000, 'Câu hỏi dài quá 2.000 ký tự. Xin viết gọn lại.'),
});
export type AskBody = z.infer<typeof askBody>;

export const askAnswer = z.object({ code: z.string(), answerBy: z.string(), answerByText: z.string() });
export type AskAnswer = z.infer<typeof askAnswer>;

/** How far a question came, by its code. */
export const askedStatus = z.object({ code: z.string(), text: z.string(), answerId: nullableText });
export type AskedStatus = z.infer<typeof askedStatus>;

export const questionTabs = ['open', 'to_approve', 'review', 'published'] as const;
export type QuestionTab = (typeof questionTabs)[number];

export const deskQuery = z.object({
  tab: z
    .enum(questionTabs, 'Chọn danh sách: chờ trả lời, chờ duyệt, xem lại hoặc đã công bố.')
    .default('open'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

export const questionRow = z.object({
  id: z.string(),
  code: z.string(),
  /** The public wording, or the asker's where there is none yet. */
  text: z.string(),
  stateText: z.string(),
  unitName: nullableText,
  dueText: nullableText,
  overdue: z.boolean(),
});
export type QuestionRow = z.infer<typeof questionRow>;

export const questionList = z.object({
  counts: z.object({ open: z.int(), to_approve: z.int(), review: z.int(), published: z.int() }),
  rows: z.array(questionRow),
  pageSize: z.int(),
});
export type QuestionList = z.infer<typeof questionList>;

/** What waits for the caller: to route or draft, to approve, to look at again. */
export const questionCount = z.object({ count: z.int() });
export type QuestionCount = z.infer<typeof questionCount>;

const may = z.object({
  route: nullableText,
  draft: nullableText,
  publish: nullableText,
  sendBack: nullableText,
  decline: nullableText,
});

export const questionView = questionRow.extend({
  version: z.int(),
  state: z.enum(['asked', 'routed', 'drafted', 'published', 'declined']),
  /** In the asker's own words, for officers alone; null after erasure. */
  asked: nullableText,
  askedText: z.string(),
  channelText: z.string(),
  unit: nullableText,
  draft: z.object({
    title: z.string(),
    answer: z.string(),
    legalSource: z.string(),
    procedureCode: z.string(),
    expiresOn: z.string(),
  }),
  draftedBy: nullableText,
  decidedBy: nullableText,
  reason: nullableText,
  staleText: nullableText,
  /** Why the caller may not; null: they may. */
  whyNot: may,
  units: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type QuestionView = z.infer<typeof questionView>;

const version = z.int('Tải lại trang rồi làm lại.');
const reason = z
  .string('Nêu lý do.')
  .trim()
  .min(5, 'Nêu lý do, ít nhất 5 ký tự.')
  .max(500, 'Lý do dài quá 500 ký tự. Xin viết gọn lại.');

export const routeBody = z.object({ version, unit: z.string('Chọn đơn vị.').min(1, 'Chọn đơn vị.').max(40) });
export const draftBody = z.object({
  version,
  title: z
    .string('Viết lại câu hỏi để công bố.')
    .trim()
    .min(10, 'Viết lại câu hỏi để công bố, ít nhất 10 ký tự.')
    .max(200, 'Câu hỏi công bố dài quá 200 ký tự. Xin viết gọn lại.'),
  answer: z
    .string('Viết câu trả lời.')
    .trim()
    .min(20, 'Viết câu trả lời, ít nhất 20 ký tự.')
    .max(3_000, 'Câu trả lời dài quá 3.000 ký tự. Xin viết gọn lại.'),
  legalSource: z
    .string('Ghi căn cứ pháp lý.')
    .trim()
    .min(5, 'Ghi căn cứ pháp lý: tên, số văn bản, điều khoản.')
    .max(300, 'Căn cứ dài quá 300 ký tự. Xin ghi văn bản chính.'),
  procedureCode: z.string().trim().max(20, 'Mã thủ tục có dạng 1.001193.').default(''),
  expiresOn: plainDateSchema,
});
export type DraftBody = z.infer<typeof draftBody>;
export const decideBody = z.object({ version });
export const reasonBody = z.object({ version, reason });
export const actAnswer = z.object({ id: z.string(), version: z.int() });
export type ActAnswer = z.infer<typeof actAnswer>;
