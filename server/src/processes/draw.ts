// A process in the words people read: the same drawing at the desk and for the public.

import { termText } from '@motcua/domain/clock-time';
import { silenceTexts } from '@motcua/domain/opinion-words';
import type { Process, ProcessStep } from '@motcua/domain/process';
import { minutesText, processOfCase, totalMinutes } from '@motcua/domain/process-budget';
import { roleLabels } from '@motcua/domain/wording';
import type { DrawnProcess } from './schema.ts';

/** `roomOf`: the room of a step for its readers, with its agency where that is another one. */
export function drawProcess(process: Process, roomOf: (step: ProcessStep) => string): DrawnProcess {
  const timeOf = (minutes: number) => (minutes === 0 ? null : minutesText(minutes));
  return {
    steps: process.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      name: step.name,
      unitName: roomOf(step),
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
          silenceText: silenceTexts[onSilence],
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
