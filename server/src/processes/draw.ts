// A process in the words people read: the same drawing at the desk and for the public.

import { termText } from '@motcua/domain/clock-time';
import type { Consultation, Process } from '@motcua/domain/process';
import { minutesText, processOfCase, totalMinutes } from '@motcua/domain/process-budget';
import { roleLabels } from '@motcua/domain/wording';
import type { DrawnProcess } from './schema.ts';

const silences: Record<Consultation['onSilence'], string> = {
  consent: 'Quá hạn không trả lời thì coi là đồng ý và chịu trách nhiệm.',
  report: 'Quá hạn không trả lời thì hồ sơ đi tiếp, báo người đứng đầu Trung tâm.',
  wait: 'Hồ sơ chờ đến khi có trả lời.',
};

export function drawProcess(process: Process, unitName: (code: string) => string): DrawnProcess {
  const timeOf = (minutes: number) => (minutes === 0 ? null : minutesText(minutes));
  return {
    steps: process.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      name: step.name,
      unitName: unitName(step.unit),
      roleName: roleLabels[step.role],
      minutes: step.budgetMinutes,
      timeText: timeOf(step.budgetMinutes),
      checks: step.checks ?? null,
      produces: step.produces ?? null,
      consultations: (step.consultations ?? []).map(
        ({ agency, question, round, budgetMinutes, onSilence }) => ({
          agency,
          question,
          round,
          timeText: minutesText(budgetMinutes),
          silenceText: silences[onSilence],
        }),
      ),
    })),
    cases: (process.cases ?? []).map((each) => {
      const { steps } = processOfCase(process, each);
      const minutes = new Map(steps.map(({ id, budgetMinutes }) => [id, budgetMinutes]));
      return {
        id: each.id,
        name: each.name,
        termText: each.termText ?? (each.term === null ? null : termText(each.term)),
        totalText: minutesText(totalMinutes(steps)),
        times: process.steps.map(({ id }) => ({
          stepId: id,
          skipped: !minutes.has(id),
          minutes: minutes.get(id) ?? 0,
          timeText: timeOf(minutes.get(id) ?? 0),
        })),
      };
    }),
    totalText: minutesText(totalMinutes(process.steps)),
    paidFeeText:
      process.paidFee === undefined
        ? null
        : `Khi hồ sơ kết thúc mà không có kết quả, khoản đã nộp ${process.paidFee.kind === 'kept' ? 'không hoàn lại' : 'được hoàn lại'}: ${process.paidFee.ground}.`,
  };
}
