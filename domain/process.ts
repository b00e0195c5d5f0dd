// The internal process (quy trình nội bộ) of a procedure: who does what, in which order, in how many working hours.

import { z } from 'zod';

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

export const processStepSchema = z.object({
  /** `s1`, `s2` … stable within one process version. */
  id: z.string().regex(/^s\d{1,2}$/),
  kind: stepKindSchema,
  /** What a citizen may read: `Thẩm định`, `Ký duyệt`. */
  name: z.string().min(1).max(200),
  /** The unit of the agency that holds the dossier at this step, by its code: `tu-phap`. */
  unit: z.string().min(1).max(60),
  role: officerRoleSchema,
  /** Working minutes the step may take; 480 are one day. 0 for the return step, which waits for the citizen. */
  budgetMinutes: z
    .int()
    .min(0)
    .max(480 * 400),
});
export type ProcessStep = z.infer<typeof processStepSchema>;

export const processSchema = z.object({
  procedureCode: z.string(),
  steps: z.array(processStepSchema).min(3).max(30),
});
export type Process = z.infer<typeof processSchema>;

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
    if (index > 0 && step.kind === 'intake')
      defects.push({ stepId: step.id, problem: 'Chỉ có một bước tiếp nhận, ở đầu quy trình.' });
    if (index < last && step.kind === 'return')
      defects.push({ stepId: step.id, problem: 'Chỉ có một bước trả kết quả, ở cuối quy trình.' });
    if (index < last - 1 && step.kind === 'register')
      defects.push({ stepId: step.id, problem: 'Bước phát hành phải đứng ngay trước bước trả kết quả.' });
    if (step.kind !== 'return' && step.budgetMinutes === 0)
      defects.push({ stepId: step.id, problem: 'Bước này chưa có thời gian xử lý.' });
    if (process.steps.findIndex((other) => other.id === step.id) !== index)
      defects.push({ stepId: step.id, problem: 'Mã bước bị trùng; đặt mã khác.' });
  }
  return defects;
}
