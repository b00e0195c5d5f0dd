// The contract of dossiers: intake, dossier page, actions.

import { applicantSchema } from '@motcua/domain/applicant';
import {
  actionSchema,
  deliveryMethodSchema,
  paperReceivedSchema,
  reason,
} from '@motcua/domain/dossier-action';
import { z } from 'zod';
import { uploadIds } from '../files/schema.ts';

const nullableText = z.string().nullable();

export const urgency = z.enum(['on_time', 'at_risk', 'late', 'paused', 'no_term', 'ended', 'not_received']);
export type Urgency = z.infer<typeof urgency>;

/** Counter intake: one screen, one act. */
export const intakeBody = z.object({
  procedureCode: z.string().max(20),
  applicant: applicantSchema,
  summary: z.string().trim().max(1000).nullable(),
  /** The case (trường hợp) of the procedure, where its process has several. */
  caseId: z.string().max(4).optional(),
  papers: z
    .array(paperReceivedSchema.extend({ uploads: uploadIds.exactOptional() }))
    .min(1, 'Đánh dấu ít nhất một giấy tờ đã nhận.')
    .max(60),
  copies: z.int().min(1).max(20),
  deliveryMethod: deliveryMethodSchema,
  /** The fee asked, in đồng; 0 for none. */
  fee: z.int().min(0).max(1_000_000_000),
  feePaid: z.boolean(),
  /** Why it is taken in although the same person had filed the same; needed only then. */
  againReason: reason('lý do tiếp nhận thêm').exactOptional(),
  /** Another dossier of the same person and day: both belong to one visit, with one receipt for all of it. */
  sameVisitAs: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.').exactOptional(),
  /** Hand to the next step at once (NĐ 118/2025 Đ18); false keeps it at the counter. */
  passOn: z.boolean(),
});
export type IntakeBody = z.infer<typeof intakeBody>;

export const intakeAnswer = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int(),
  due: nullableText,
  /** The visit it belongs to, with the number of its dossiers so far; null when it came alone. */
  visit: z.object({ id: z.string(), count: z.int() }).nullable(),
});
export type IntakeAnswer = z.infer<typeof intakeAnswer>;

export const traceLine = z.object({ date: nullableText, counted: z.boolean(), text: z.string() });

/** The due date a procedure would get if received now: shown live during intake. */
export const duePreview = z.object({ due: nullableText, dueText: z.string(), trace: z.array(traceLine) });
export type DuePreview = z.infer<typeof duePreview>;

export const actionBody = z.object({
  /** The version the actor was looking at: another one answers 409 step_has_passed. */
  version: z.int().min(1),
  action: actionSchema,
});
export type ActionBody = z.infer<typeof actionBody>;

export const undoBody = z.object({
  /** The version whose last event is to be taken back. */
  version: z.int().min(1),
  /** Read by whoever was told of the act. */
  reason: z
    .string()
    .trim()
    .normalize('NFC')
    .min(5, 'Ghi rõ lý do hoàn tác, ít nhất 5 ký tự.')
    .max(300, 'Rút gọn lý do, không quá 300 ký tự.')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Gõ lại lý do: có ký tự không đọc được.'),
});

export const actionAnswer = z.object({ id: z.string(), version: z.int(), status: z.string() });
export type ActionAnswer = z.infer<typeof actionAnswer>;

export const timelineEntry = z.object({
  seq: z.int(),
  at: z.string(),
  type: z.string(),
  /** What happened, in one sentence. */
  text: z.string(),
  /** Reasons, notes, items: further lines, already in words. */
  lines: z.array(z.string()),
  /** What one colleague says to the others; the citizen never reads it. */
  note: nullableText,
  actorName: z.string(),
  /** What the citizen was told of it, and how far it came. */
  notices: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.string(),
      stateText: z.string(),
      at: z.string(),
    }),
  ),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const actionOffer = z.object({
  type: z.string(),
  label: z.string(),
  primary: z.boolean(),
  /** Null when it may be done now; otherwise the sentence why not. */
  whyNot: nullableText,
});
export type ActionOffer = z.infer<typeof actionOffer>;

/** Whether and how a message would reach one of those who are told: no name, no id. */
export const reach = z.object({
  sentence: z.string(),
  road: z.enum(['chat', 'template_user', 'template_phone', 'sms', 'paper', 'none']),
  free: z.boolean(),
  /** Until when it costs nothing. */
  until: nullableText,
});
export type Reach = z.infer<typeof reach>;

export const opinionView = z.object({
  id: z.string(),
  agency: z.string(),
  question: z.string(),
  detail: nullableText,
  state: z.enum(['awaited', 'answered', 'silent', 'waived', 'withdrawn']),
  /** `chờ đến 17 giờ thứ Tư, 25/11`, `đồng ý, có điều kiện`, … */
  stateText: z.string(),
  /** What was answered, or why one does not wait. */
  text: nullableText,
  overdue: z.boolean(),
  /** The caller’s agency was asked. */
  isMine: z.boolean(),
  onPaper: z.boolean(),
});
export type OpinionView = z.infer<typeof opinionView>;

export const dossierView = z.object({
  id: z.string(),
  version: z.int(),
  code: nullableText,
  procedureCode: z.string(),
  procedureName: z.string(),
  procedureFullName: z.string(),
  summary: z.string(),
  channel: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  nationalStatus: z.int(),
  outcome: nullableText,
  money: z.string(),
  moneyText: z.string(),
  delivery: z.string(),
  deliveryMethod: deliveryMethodSchema,
  deliveryText: z.string(),
  /** The sentence a citizen would be told now. */
  statusSentence: z.string(),
  applicant: z.object({
    fullName: z.string(),
    /** Masked: `999*******45`. */
    identityMasked: nullableText,
    phone: nullableText,
    address: z.string(),
    email: nullableText,
    bornOn: nullableText,
    sex: z.enum(['male', 'female']).nullable(),
    issuedOn: nullableText,
    /** How many chats follow this dossier by consent. */
    linkedChats: z.int(),
  }),
  papers: z.array(paperReceivedSchema),
  copies: z.int(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      unitName: z.string(),
      budgetMinutes: z.int(),
      /** Working minutes of the office's calendar: planned and used so far. */
      plannedMinutes: z.int(),
      usedMinutes: z.int(),
      /** `kế hoạch 1 ngày làm việc, đã dùng 3 giờ` */
      timeText: z.string(),
      over: z.boolean(),
      state: z.enum(['done', 'current', 'ahead']),
    }),
  ),
  holder: z.object({
    stepName: z.string(),
    unitName: z.string(),
    officerName: nullableText,
    since: z.string(),
    /** When it goes back to the pile if nobody touches it. */
    until: nullableText,
  }),
  submittedAt: z.string(),
  receivedAt: nullableText,
  due: nullableText,
  originalDue: nullableText,
  dueText: z.string(),
  timeText: z.string(),
  urgency,
  workingDaysLeft: z.number().nullable(),
  /** 0…1 and more: share of working time used. */
  usedShare: z.number().nullable(),
  termText: z.string(),
  trace: z.array(traceLine),
  /** Why it is late, unit by unit, or how much slack is left; in sentences. */
  timeStory: z.array(z.string()),
  supplement: z
    .object({
      requestedAt: z.string(),
      answerBy: z.string(),
      /** When the citizen had answered all of it: an officer has to look. */
      answeredAt: nullableText,
      /** What is still open, by its place in the request. */
      items: z.array(
        z.object({
          index: z.int(),
          label: z.string(),
          reason: z.string(),
          paperId: nullableText,
          field: nullableText,
          /** What the field said before; null where the dossier does not know it, or it is a paper. */
          before: nullableText,
          /** The file kept of the paper before it was asked for again. */
          beforeFile: nullableText,
          /** Files the citizen sent since, newest first. */
          sent: z.array(z.object({ id: z.string(), at: z.string(), channel: z.string() })),
          /** What the citizen wrote. */
          value: z.object({ value: z.string(), at: z.string(), channel: z.string() }).nullable(),
        }),
      ),
    })
    .nullable(),
  /** A further request for supplement that waits for a leader. */
  proposal: z.object({ at: z.string(), officerName: z.string(), items: z.array(z.string()) }).nullable(),
  /** The last act, while the caller may take it back. */
  undo: z.object({ seq: z.int(), what: z.string(), until: z.string() }).nullable(),
  /** What other agencies were asked, in the order of asking. */
  opinions: z.array(opinionView),
  /** What the holder asks next, all at once; empty while nothing is to be asked. */
  nextOpinions: z.array(z.object({ agency: z.string(), question: z.string(), timeText: z.string() })),
  timeline: z.array(timelineEntry),
  /** For a message sent now that needs an act of the citizen; empty once the dossier has ended. */
  reach: z.array(reach),
  actions: z.array(actionOffer),
  /** What belongs to others or to another moment: the acts by their labels, under the sentence why not. */
  others: z.array(z.object({ labels: z.array(z.string()), whyNot: z.string() })),
  /** Officers to whom the present step may be assigned. */
  assignable: z.array(z.object({ id: z.string(), name: z.string(), open: z.int() })),
  /** The papers of the procedure, for supplement requests. */
  procedurePapers: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type DossierView = z.infer<typeof dossierView>;

/** Where a scanned or typed code leads, wherever in the agency the dossier lies and also after its end. */
export const codeAnswer = z.object({ id: z.string(), code: z.string() });
export type CodeAnswer = z.infer<typeof codeAnswer>;

/**
 * Sent to open desks when a dossier changed, or, with the version it had, when a notice of it came further: they ask
 * again for what they show.
 */
export const changeMessage = z.object({ dossierId: z.string(), version: z.int() });
export type ChangeMessage = z.infer<typeof changeMessage>;
