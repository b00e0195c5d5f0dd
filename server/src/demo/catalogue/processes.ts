// The ward's internal processes (quy trình nội bộ): who works on a dossier, in which order, for how many hours.

import { communeUnits } from '@motcua/domain/agency';
import type { Procedure } from '@motcua/domain/procedure';
import type { Process, ProcessStep } from '@motcua/domain/process';
import { minutesPerDay, workingMinutes } from '@motcua/domain/process-budget';

/** The ward's units, by the codes that process steps carry. */
export const wardUnits = { ...communeUnits, 'lanh-dao': 'Lãnh đạo UBND phường' } as const;

export type WardUnit = keyof typeof wardUnits;

/** One piece of expert work: its name, where it is done, and its share of the time left for work. */
export interface WorkPart {
  name: string;
  unit: WardUnit;
  share: number;
}

/** The middle of a process: whether a head assigns the dossier first, and the work before the signature. */
export interface Flow {
  assignedBy?: WardUnit;
  work: readonly WorkPart[];
}

/** What the steps share where the law gives no term. */
const withoutTerm = 10 * minutesPerDay;
const grain = 30;

/** A flow with a single piece of work. */
export function desk(unit: WardUnit, name: string): Flow {
  return { work: [{ name, unit, share: 1 }] };
}

/** The internal process of a procedure: intake, work, signature, number and seal, hand-over. */
export function processOf(procedure: Procedure, flow: Flow): Process {
  const term = procedure.channels[0]?.term ?? { unit: 'none' };
  const frame = frameOf(workingMinutes(term) ?? withoutTerm);
  const assign = flow.assignedBy === undefined ? 0 : frame.assign;
  const left = frame.total - frame.reserve - frame.intake - assign - frame.approve - frame.register;
  const shares = flow.work.reduce((sum, part) => sum + part.share, 0);
  const steps: Omit<ProcessStep, 'id'>[] = [
    { kind: 'intake', name: 'Tiếp nhận', unit: 'mot-cua', role: 'clerk_in', budgetMinutes: frame.intake },
  ];
  if (flow.assignedBy !== undefined) {
    steps.push({
      kind: 'work',
      name: 'Phân công xử lý',
      unit: flow.assignedBy,
      role: 'dispatcher',
      budgetMinutes: assign,
    });
  }
  for (const part of flow.work) {
    const budgetMinutes = Math.floor((left * part.share) / shares / grain) * grain;
    steps.push({ kind: 'work', name: part.name, unit: part.unit, role: 'specialist', budgetMinutes });
  }
  steps.push(
    { kind: 'approve', name: 'Ký duyệt', unit: 'lanh-dao', role: 'approver', budgetMinutes: frame.approve },
    {
      kind: 'register',
      name: 'Vào sổ, phát hành',
      unit: 'van-phong',
      role: 'registry',
      budgetMinutes: frame.register,
    },
    { kind: 'return', name: 'Trả kết quả', unit: 'mot-cua', role: 'clerk_out', budgetMinutes: 0 },
  );
  return {
    procedureCode: procedure.code,
    steps: steps.map((step, index) => ({ id: `s${index + 1}`, ...step })),
    paidFee: { kind: 'kept', ground: 'khoản thu cho việc đã làm, theo nghị quyết về phí, lệ phí của tỉnh' },
  };
}

/** What the fixed steps take, in minutes, and what is kept in reserve so that a result comes before its day. */
interface Frame {
  total: number;
  reserve: number;
  intake: number;
  assign: number;
  approve: number;
  register: number;
}

function frameOf(total: number): Frame {
  if (total <= minutesPerDay)
    return { total, reserve: 60, intake: 60, assign: 30, approve: 120, register: 60 };
  if (total <= 5 * minutesPerDay)
    return { total, reserve: 120, intake: 120, assign: 120, approve: 240, register: 120 };
  return { total, reserve: 240, intake: 240, assign: 240, approve: 480, register: 240 };
}
