// Reads an executable workflow: steps of tasks, each with its time and the task after it.

import { isRecord } from './catalogue-text.ts';
import type { ProcessStep, StepKind } from './process.ts';
import { minutesPerDay } from './process-budget.ts';
import { type Note, numberText, textOf } from './process-findings.ts';
import type { ReadSteps } from './process-read-written.ts';
import { rolesOfTasks, unclear, unitsOfGroups } from './process-roles.ts';

interface Task {
  code: string;
  name: string;
  group: string;
  days: number;
  next: string | null;
  field: string;
}

/** Reads the tasks in the order in which they follow each other; everything doubtful is noted. */
export function readWorkflow(record: Record<string, unknown>, note: Note): ReadSteps {
  const groups = (Array.isArray(record['steps']) ? record['steps'] : []).filter(isRecord);
  const tasks = groups.flatMap((group, index) => tasksOf(group, `steps[${index}]`, note));
  const stated = days(record['total_days'], 'total_days', () => {});
  const sum = groups.reduce((all, { time_days }) => all + (typeof time_days === 'number' ? time_days : 0), 0);
  const match = stated !== null && Math.abs(stated - sum) < 1e-9;
  if (record['total_days'] === -1)
    note(
      'no_total',
      'total_days',
      'ghi -1: quy trình không nói thời hạn.',
      'Ghi thời hạn của thủ tục theo danh mục.',
    );
  else if (!match)
    note(
      'total',
      'total_days',
      `các bước cộng lại ${numberText(sum)} ngày, tổng ghi ${stated === null ? 'trống' : numberText(stated)}.`,
      'Sửa thời gian các bước hoặc tổng số cho khớp nhau.',
    );
  const ordered = follow(tasks, note);
  // The counter takes money beside the steps; a step of its own would let nobody pass the dossier on.
  const kept = ordered.filter(({ code, days: time, field }) => {
    if (rolesOfTasks[endOf(code)] !== 'cashier') return true;
    if (time > 0)
      note(
        'shape',
        field,
        'bước thu phí có thời gian riêng; tiền được thu song song nên bước này được bỏ.',
        'Chuyển thời gian này sang bước khác.',
      );
    return false;
  });
  const steps = kept.map((task, index) => stepOf(task, index, kept.length, note));
  return { steps, cases: [], sums: { stated: record['total_days'] !== -1, match } };
}

function tasksOf(group: Record<string, unknown>, field: string, note: Note): Task[] {
  const name = textOf(group['group'], `${field}.group`, 60, note);
  const tasks = (Array.isArray(group['tasks']) ? group['tasks'] : [])
    .filter(isRecord)
    .map((task, index): Task => {
      const at = `${field}.tasks[${index}]`;
      return {
        code: textOf(task['code'], `${at}.code`, 80, note),
        name: textOf(task['name'], `${at}.name`, 200, note),
        group: name,
        days: days(task['time_days'], `${at}.time_days`, note) ?? 0,
        next: typeof task['next'] === 'string' && task['next'] !== '' ? task['next'] : null,
        field: at,
      };
    });
  const sum = tasks.reduce((all, task) => all + task.days, 0);
  const stated = days(group['time_days'], `${field}.time_days`, note);
  if (stated !== null && Math.abs(stated - sum) >= 1e-9)
    note(
      'step_total',
      `${field}.time_days`,
      `các việc cộng lại ${numberText(sum)} ngày, bước ghi ${numberText(stated)} ngày.`,
      'Sửa thời gian của các việc hoặc của bước cho khớp nhau.',
    );
  return tasks;
}

/** Days of a cell; null, with a note, when it has none that can be. */
function days(value: unknown, field: string, note: Note): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    note('missing_time', field, 'không có thời gian.', 'Ghi số ngày, ví dụ 0.5.');
    return null;
  }
  if (value >= 0 && value <= 400) return value;
  note(
    'negative_time',
    field,
    `ghi ${numberText(value)} ngày, ngoài khoảng 0 đến 400.`,
    'Ghi số ngày từ 0 đến 400.',
  );
  return null;
}

/** From the first task along `next`. Those the chain does not meet follow in the order of the file. */
function follow(tasks: readonly Task[], note: Note): Task[] {
  const byCode = new Map<string, Task>();
  for (const task of tasks) {
    if (byCode.has(task.code))
      note(
        'duplicate',
        `${task.field}.code`,
        `mã việc ${task.code} đã có ở trên.`,
        'Đặt cho mỗi việc một mã riêng.',
      );
    else byCode.set(task.code, task);
  }
  const ordered = new Set<Task>();
  let task = tasks[0];
  while (task !== undefined) {
    ordered.add(task);
    const next: Task | undefined = task.next === null ? undefined : byCode.get(task.next);
    if (task.next !== null && next === undefined)
      note(
        'dangling_next',
        `${task.field}.next`,
        `chỉ tới ${task.next}, không có việc này.`,
        'Sửa thành mã của một việc trong quy trình.',
      );
    if (next !== undefined && ordered.has(next)) {
      note(
        'cycle',
        `${task.field}.next`,
        `quay lại ${next.code}: hồ sơ đi vòng mãi.`,
        'Cho việc này chỉ tới việc tiếp theo, việc cuối để trống. Trả lại bước trước thì cán bộ chọn khi cần.',
      );
      break;
    }
    task = next;
  }
  for (const left of tasks)
    if (!ordered.has(left)) {
      note(
        'unreached',
        `${left.field}.code`,
        `không việc nào dẫn tới ${left.code}.`,
        'Nối việc này vào chuỗi, hoặc bỏ đi.',
      );
      ordered.add(left);
    }
  return [...ordered];
}

const kinds: Partial<Record<string, StepKind>> = { KY_DUYET: 'approve', TRA_KET_QUA: 'return' };

function stepOf(task: Task, index: number, count: number, note: Note): ProcessStep {
  const end = endOf(task.code);
  const role = rolesOfTasks[end];
  const unit = unitsOfGroups[task.group];
  if (role === undefined)
    note(
      'unknown_role',
      `${task.field}.code`,
      `chưa rõ ai làm việc ${task.code}.`,
      'Kết thúc mã bằng TIEP_NHAN, PHAN_CONG, THU_LY, XET_DUYET, KY_DUYET hoặc TRA_KET_QUA.',
    );
  if (unit === undefined)
    note(
      'unknown_unit',
      task.field,
      `đơn vị ${task.group === '' ? '(trống)' : task.group} không có trong cơ quan.`,
      'Ghi đơn vị của cơ quan mình; việc của cơ quan khác mô tả là lấy ý kiến.',
    );
  const isFirst = index === 0 && end === 'TIEP_NHAN';
  return {
    id: `s${index + 1}`,
    kind: isFirst ? 'intake' : end === 'TRA_KET_QUA' && index < count - 1 ? 'work' : (kinds[end] ?? 'work'),
    name: task.name === '' ? `Bước ${index + 1}` : task.name,
    unit: unit ?? unclear.unit,
    role: role ?? unclear.role,
    budgetMinutes: Math.round(task.days * minutesPerDay),
  };
}

/** `DT01::THU_LY` ends in `THU_LY`. */
function endOf(code: string): string {
  return code.split('::').at(-1) ?? '';
}
