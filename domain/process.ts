// The internal process (quy trình nội bộ) of a procedure: who does what, in which order, in how many working hours.

import { z } from 'zod';
import { termSchema } from './term.ts';

export const officerRoleSchema = z.enum([
  'clerk_in',
  'dispatcher',
  'specialist',
  'approver',
  'registry',
  'clerk_out',
  'cashier',
  'centre_head',
  'admin',
  'intake_helper',
]);
/** Roles of domain handbook §2.1; the Vietnamese labels are in `wording.ts`. */
export type OfficerRole = z.infer<typeof officerRoleSchema>;

/**
 * What may happen at a step:
 * `intake` take in · `work` examine, consult, draft · `approve` decide and sign · `register` number and publish ·
 * `return` hand over the result.
 */
export const stepKindSchema = z.enum(['intake', 'work', 'approve', 'register', 'return']);
export type StepKind = z.infer<typeof stepKindSchema>;

/** Working minutes: 480 are one day, and no step takes longer than 400 of them. */
const minutesSchema = z
  .int()
  .min(0)
  .max(480 * 400);

/**
 * Another agency is asked for its opinion while a step lasts (lấy ý kiến, NĐ 118/2025 Đ19–20). Those of one round are
 * asked together, rounds follow each other.
 */
export const consultationSchema = z.object({
  /** By its name: it need not work with this program. */
  agency: z.string().min(1, 'Ghi cơ quan được hỏi.').max(200),
  /** By its code where it does: then it is asked here and answers here. */
  agencyCode: z.string().min(1).max(60).optional(),
  question: z.string().min(1, 'Ghi điều cần hỏi.').max(500),
  round: z.int().min(1).max(9),
  /** Its own clock, within the time of the step. */
  budgetMinutes: minutesSchema,
  /**
   * What silence means when that clock has run out: `consent` it agrees and answers for it, `report` the dossier goes
   * on and the head of the counter is told (Đ19.4c), `wait` nothing, and the dossier waits on.
   */
  onSilence: z.enum(['consent', 'report', 'wait']),
});
export type Consultation = z.infer<typeof consultationSchema>;

export const processStepSchema = z.object({
  /** `s1`, `s2` … stable within one process version. */
  id: z.string().regex(/^s\d{1,2}$/),
  kind: stepKindSchema,
  /** What a citizen may read: `Thẩm định`, `Ký duyệt`. */
  name: z.string().min(1, 'Ghi tên của từng bước.').max(200),
  /** The unit of the agency that holds the dossier at this step, by its code: `tu-phap`. */
  unit: z.string().min(1).max(60),
  /** The agency of that unit, by its code: `H53.VPDK`. Absent: the agency that took the dossier in. */
  agency: z.string().min(1).max(60).optional(),
  role: officerRoleSchema,
  /** Working minutes the step may take; 480 are one day. 0 for the return step, which waits for the citizen. */
  budgetMinutes: minutesSchema,
  /** What is checked here, and what the step leaves behind: for the people who do it. */
  checks: z.string().min(1).max(1000).optional(),
  produces: z.string().min(1).max(500).optional(),
  consultations: z.array(consultationSchema).min(1).max(20).optional(),
});
export type ProcessStep = z.infer<typeof processStepSchema>;

/** A case (trường hợp) of the procedure that goes another way: with times of its own, and without some steps. */
export const processCaseSchema = z.object({
  id: z.string().regex(/^t\d{1,2}$/),
  name: z.string().min(1).max(200),
  /** The law's own term for this case; null when it is the procedure's. */
  term: termSchema.nullable(),
  termText: z.string().max(300).nullable(),
  /** Minutes by step, where they differ. */
  budgets: z.record(z.string(), minutesSchema),
  skips: z.array(z.string()).max(30),
});
export type ProcessCase = z.infer<typeof processCaseSchema>;

export const processSchema = z.object({
  procedureCode: z.string().min(1).max(40),
  steps: z.array(processStepSchema).min(1).max(30),
  cases: z.array(processCaseSchema).min(1).max(12).optional(),
  /** The case a dossier was filed under: its process has that case's steps and times. */
  caseName: z.string().max(200).optional(),
  /** What becomes of money already paid when a dossier ends without a result, and by which rule. */
  paidFee: z
    .object({
      kind: z.enum(['kept', 'refunded']),
      ground: z.string().min(1, 'Ghi căn cứ về tiền đã nộp.').max(300),
    })
    .optional(),
});
export type Process = z.infer<typeof processSchema>;

/** Who may publish a process and move running dossiers to it. */
export function mayManageProcesses(roles: readonly OfficerRole[]): boolean {
  return roles.includes('admin') || roles.includes('centre_head');
}

/** What a step of the wrong length is told; the proof shows how a dossier comes there. */
export const noTimeProblem = 'Bước này chưa có thời gian xử lý.';

/** A defect of a process, in words an administrator can act on. */
export interface ProcessDefect {
  stepId: string | null;
  problem: string;
}

/**
 * Checks the shape every process must have: it begins with one intake, ends with one register and one return,
 * and somewhere between somebody approves. A dossier in such a process always has a way to its end.
 */
export function checkProcess(process: Process): ProcessDefect[] {
  const defects: ProcessDefect[] = [];
  const kinds = process.steps.map((step) => step.kind);
  const last = kinds.length - 1;
  if (kinds[0] !== 'intake')
    defects.push({ stepId: process.steps[0]?.id ?? null, problem: 'Bước đầu tiên phải là tiếp nhận.' });
  if (kinds[last] !== 'return')
    defects.push({ stepId: null, problem: 'Bước cuối cùng phải là trả kết quả.' });
  if (kinds[last - 1] !== 'register')
    defects.push({ stepId: null, problem: 'Trước khi trả kết quả phải có bước vào sổ, phát hành.' });
  if (!kinds.includes('approve')) defects.push({ stepId: null, problem: 'Quy trình chưa có bước ký duyệt.' });
  for (const [index, step] of process.steps.entries()) {
    // Whoever accepts a dossier holds it: were the step another role's, nobody could pass it on.
    if (step.kind === 'intake' && step.role !== 'clerk_in')
      defects.push({ stepId: step.id, problem: 'Bước tiếp nhận phải giao cho cán bộ tiếp nhận.' });
    if (step.role === 'cashier' || step.role === 'admin')
      defects.push({
        stepId: step.id,
        problem: 'Cán bộ thu phí và quản trị đơn vị không giữ bước nào; chọn vai trò khác.',
      });
    if (step.kind === 'approve' && step.role !== 'approver' && step.role !== 'centre_head')
      defects.push({ stepId: step.id, problem: 'Bước ký duyệt phải giao cho lãnh đạo có quyền ký.' });
    if (index > 0 && step.kind === 'intake')
      defects.push({ stepId: step.id, problem: 'Chỉ có một bước tiếp nhận, ở đầu quy trình.' });
    if (index < last && step.kind === 'return')
      defects.push({ stepId: step.id, problem: 'Chỉ có một bước trả kết quả, ở cuối quy trình.' });
    if (index < last - 1 && step.kind === 'register')
      defects.push({ stepId: step.id, problem: 'Bước phát hành phải đứng ngay trước bước trả kết quả.' });
    if (step.kind !== 'return' && step.budgetMinutes === 0)
      defects.push({ stepId: step.id, problem: noTimeProblem });
    if (process.steps.findIndex((other) => other.id === step.id) !== index)
      defects.push({ stepId: step.id, problem: 'Mã bước bị trùng; đặt mã khác.' });
  }
  return defects;
}
