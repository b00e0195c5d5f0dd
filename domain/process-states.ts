// What must hold in every state a dossier can reach: somebody acts or it is known for whom one waits, with a way out.

import { currentStep, isEnded } from './dossier.ts';
import type { ActionType } from './dossier-action.ts';
import { holdingAgencyId } from './dossier-place.ts';
import type { ActorFacts } from './dossier-rights.ts';
import { awaitedOpinions } from './opinion.ts';
import type { Process } from './process.ts';
import { roomText, type Setting } from './process-agencies.ts';
import { type Exploration, hasPaid, pathTo, type State } from './process-explore.ts';
import { seen, type Violation } from './process-violation.ts';
import { statuses, statusLabel } from './status.ts';
import { openRequest } from './supplement.ts';
import { roleLabels } from './wording.ts';

export interface StatesJudged {
  violations: Violation[];
  /** Pairs of a state that has not ended and an officer: those who can act, and those who read for whom they wait. */
  canAct: number;
  waits: number;
}

/** Looks at every state found. `setting` is the one it was explored in. */
export function judgeStates(
  process: Process,
  found: Exploration,
  setting: Setting,
  unitName: (code: string) => string,
): StatesJudged {
  const { staff } = setting;
  const violations: Violation[] = [];
  const isLive = canBeReturned(found);
  let canAct = 0;
  let waits = 0;
  let dead: number | null = null;
  for (const [place, state] of found.states.entries()) {
    if (isEnded(state.dossier.status)) {
      violations.push(...strandedMoney(found, place, state));
      continue;
    }
    canAct += state.able.size;
    if (state.edges.some(({ by, type }) => by === 'officer' && type !== 'silence' && !giveUps.has(type)))
      waits += staff.length - state.able.size;
    else violations.push(stuck(found, place, state, setting, unitName));
    violations.push(...waitFaults(found, place, state));
    if (!isLive(place)) dead = furthest(found, dead, place);
  }
  for (const { from, text } of found.broken) violations.push(breaks(found, from, text));
  // Where it begins is named above; everything before it is dead too and would only repeat it.
  const isExplained = violations.some(({ kind }) => ['nobody_acts', 'dead_end', 'breaks'].includes(kind));
  if (dead !== null && !isExplained) violations.push(deadEnd(found, dead));
  violations.push(...unreached(process, found));
  return { violations, canAct, waits };
}

/** What asks, or ends without a result: not the work that the step is for. */
const giveUps: ReadonlySet<ActionType> = new Set([
  'stop',
  'withdraw',
  'refuse_at_intake',
  'request_payment',
  'request_supplement',
  'return_supplement',
]);

function stuck(
  found: Exploration,
  place: number,
  { dossier }: State,
  setting: Setting,
  unitName: (code: string) => string,
): Violation {
  const step = currentStep(dossier);
  const at = holdingAgencyId(dossier);
  const isOfStep = ({ agencyId, unit, roles }: ActorFacts) =>
    agencyId === at && unit === step.unit && roles.includes(step.role);
  if (setting.staff.some(isOfStep)) return deadEnd(found, place);
  const wanted = `${roleLabels[step.role].toLowerCase()} của ${roomText(step, setting, unitName)}`;
  return {
    kind: 'nobody_acts',
    stepId: step.id,
    problem: `Bước “${step.name}” chưa có ai làm: cơ quan chưa có ${wanted}. Hồ sơ đến đây thì không ai có nút bấm, cũng không biết đang chờ ai.`,
    remedy: `Thêm tài khoản ${wanted}, hoặc giao bước cho đơn vị, vai trò đang có người.`,
    path: pathTo(found, place),
  };
}

function deadEnd(found: Exploration, place: number): Violation {
  const { dossier } = found.states[place] as State;
  const step = currentStep(dossier);
  return {
    kind: 'dead_end',
    stepId: step.id,
    problem: `Từ bước “${step.name}” không còn đường nào đưa hồ sơ tới việc trả kết quả.`,
    remedy: 'Thêm bước còn thiếu (ký duyệt, vào sổ phát hành, trả kết quả), hoặc xếp lại thứ tự các bước.',
    path: pathTo(found, place),
  };
}

function breaks(found: Exploration, from: number, text: string): Violation {
  return {
    kind: 'breaks',
    stepId: currentStep((found.states[from] as State).dossier).id,
    problem: `Việc “${text}” đưa hồ sơ vào tình trạng không thể có.`,
    remedy: 'Xếp lại các bước: tiếp nhận, xử lý, ký duyệt, vào sổ phát hành, trả kết quả.',
    path: [...pathTo(found, from), text],
  };
}

/** Whoever waits has an end to wait for, and the office can end it without the person it waits for. */
function* waitFaults(found: Exploration, place: number, { dossier, edges }: State): Generator<Violation> {
  const step = currentStep(dossier);
  const path = pathTo(found, place);
  const can = (type: string) => edges.some((edge) => edge.type === type);
  const { clock } = statuses[dossier.status];
  if (clock === 'running' && step.kind !== 'return' && step.budgetMinutes === 0)
    yield {
      kind: 'wait_without_clock',
      stepId: step.id,
      problem: `Bước “${step.name}” không có thời gian xử lý, nên không biết lúc nào là chậm.`,
      remedy: 'Ghi thời gian của bước này.',
      path,
    };
  const awaited = awaitedOpinions(dossier);
  if (awaited.length > 0 && !can('silence') && !can('waive_opinion'))
    yield {
      kind: 'wait_without_exit',
      stepId: step.id,
      problem: `Lấy ý kiến ${awaited.map(({ agency }) => agency).join(', ')} ở bước “${step.name}”: nếu cơ quan không trả lời thì hồ sơ chờ mãi.`,
      remedy:
        'Chọn im lặng là đồng ý, làm tiếp và báo người đứng đầu Trung tâm, hoặc thêm lãnh đạo có quyền quyết định không chờ.',
      path,
    };
  if (clock !== 'stopped') return;
  const answer = dossier.status === 'awaiting_supplement' ? 'take_supplement' : 'confirm_payment';
  const missing = !can(answer)
    ? 'không ai nhận lại được khi công dân làm xong'
    : !can('stop') && !can('refuse_at_intake')
      ? 'không ai dừng được khi công dân không làm'
      : null;
  const isWithOffice = openRequest(dossier)?.answeredAt !== undefined;
  if (missing !== null && !(isWithOffice && can(answer)))
    yield {
      kind: 'wait_without_exit',
      stepId: step.id,
      problem: `Khi ${statusLabel(dossier.status).toLowerCase()} ở bước “${step.name}”, ${missing}.`,
      remedy: 'Thêm tài khoản cán bộ tiếp nhận, cán bộ thu phí hoặc lãnh đạo còn thiếu.',
      path,
    };
}

function* strandedMoney(found: Exploration, place: number, { dossier }: State): Generator<Violation> {
  if (dossier.status === 'returned' || !hasPaid(dossier) || dossier.process.paidFee !== undefined) return;
  yield {
    kind: 'money_stranded',
    stepId: null,
    problem: 'Hồ sơ đã thu tiền có thể kết thúc mà không có kết quả, và quy trình chưa nói tiền đó đi đâu.',
    remedy: 'Nói rõ tiền đã nộp không hoàn hay được hoàn lại, kèm căn cứ (trong tệp: mục “paidFee”).',
    path: pathTo(found, place),
  };
}

function* unreached(process: Process, { states }: Exploration): Generator<Violation> {
  const reached = new Set(states.map(({ dossier }) => dossier.holding.stepIndex));
  for (const [index, step] of process.steps.entries())
    if (!reached.has(index))
      yield seen(
        'unreachable_step',
        step.id,
        `Không hồ sơ nào tới được bước “${step.name}”.`,
        'Xem các lỗi của những bước trước nó, hoặc bỏ bước này.',
      );
}

/** The one that came furthest, so that the path shows where the way stops. */
function furthest({ states }: Exploration, one: number | null, other: number): number {
  const step = (place: number) => (states[place] as State).dossier.holding.stepIndex;
  return one === null || step(other) > step(one) ? other : one;
}

/** Backwards from every hand-over: from where a result in the citizen's hand can be reached. */
function canBeReturned({ states }: Exploration): (place: number) => boolean {
  const before = new Map<number, number[]>();
  for (const [from, { edges }] of states.entries())
    for (const { to } of edges) before.set(to, [...(before.get(to) ?? []), from]);
  const live = new Set<number>();
  const open = states.flatMap(({ dossier }, place) => (dossier.status === 'returned' ? [place] : []));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (live.has(place)) continue;
    live.add(place);
    open.push(...(before.get(place) ?? []));
  }
  return (place) => live.has(place);
}
