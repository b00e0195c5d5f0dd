// Dossiers for tests, told as who did what and when: every state in a test is one that acts can bring about.

import { compileCalendar } from './calendar.ts';
import { currentStep, type Dossier } from './dossier.ts';
import type { Action, ActionType } from './dossier-action.ts';
import { apply } from './dossier-apply.ts';
import { decide } from './dossier-decide.ts';
import type { Decision, DecisionFacts } from './dossier-decision.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import type { Acting, ActorFacts } from './dossier-rights.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import type { OfficerRole, Process } from './process.ts';
import type { Term } from './term.ts';
import { type Instant, plusMinutes } from './time.ts';

export const calendar = compileCalendar(officialCalendarSpec);
export const agencyId = 'agency-1';
/** A Monday morning. */
export const monday = '2026-11-23T08:00:00+07:00';

export type Officer = { kind: 'officer' } & ActorFacts;
export const citizen: Acting = { kind: 'citizen' };
export const clockRule: Acting = { kind: 'system' };

export function officer(role: OfficerRole, unit: string, id: string = role): Officer {
  return { kind: 'officer', officerId: id, agencyId, unit, roles: [role], standsInFor: [] };
}

/** One officer of each role, at the desk where the usual process needs them. */
export const staff = {
  clerk_in: officer('clerk_in', 'mot-cua'),
  clerk_out: officer('clerk_out', 'mot-cua'),
  cashier: officer('cashier', 'mot-cua'),
  centre_head: officer('centre_head', 'mot-cua'),
  dispatcher: officer('dispatcher', 'tu-phap'),
  specialist: officer('specialist', 'tu-phap'),
  approver: officer('approver', 'lanh-dao'),
  registry: officer('registry', 'van-phong'),
  admin: officer('admin', 'van-phong'),
  intake_helper: officer('intake_helper', 'buu-dien'),
} satisfies Record<OfficerRole, Officer>;

export const usualProcess: Process = {
  procedureCode: '1.001193',
  steps: [
    { id: 's1', kind: 'intake', name: 'Tiếp nhận', unit: 'mot-cua', role: 'clerk_in', budgetMinutes: 60 },
    { id: 's2', kind: 'work', name: 'Thẩm định', unit: 'tu-phap', role: 'specialist', budgetMinutes: 960 },
    { id: 's3', kind: 'approve', name: 'Ký duyệt', unit: 'lanh-dao', role: 'approver', budgetMinutes: 240 },
    { id: 's4', kind: 'register', name: 'Phát hành', unit: 'van-phong', role: 'registry', budgetMinutes: 60 },
    { id: 's5', kind: 'return', name: 'Trả kết quả', unit: 'mot-cua', role: 'clerk_out', budgetMinutes: 0 },
  ],
};

/** A dossier with all that happened to it. */
export interface Story {
  dossier: Dossier;
  history: readonly Recorded[];
  at: Instant;
}

interface Filed {
  at?: Instant;
  by?: Acting;
  process?: Process;
  term?: Term;
}

/** A dossier just filed: online by the citizen, unless `by` says another. */
export function filed({
  at = monday,
  by = citizen,
  process = usualProcess,
  term = { unit: 'working_day', value: 5 },
}: Filed = {}): Story {
  const event: DossierEvent = {
    type: 'dossier_submitted',
    id: 'dossier-1',
    agencyId,
    procedureCode: process.procedureCode,
    procedureVersion: 1,
    procedureName: 'Đăng ký khai sinh',
    process,
    term,
    termText: '05 ngày làm việc',
    channel: by.kind === 'officer' ? 'counter' : 'online',
    applicantId: 'applicant-1',
    summary: 'Đăng ký khai sinh cho con',
    papers: [{ paperId: 'p1', name: 'Giấy chứng sinh', originals: 1, copies: 0, note: null }],
    copies: 1,
    deliveryMethod: 'counter',
  };
  return recorded({ history: [], at }, [event], by, at);
}

/** The story after events that were decided. */
export function recorded(
  before: { dossier?: Dossier; history: readonly Recorded[]; at: Instant },
  events: readonly DossierEvent[],
  acting: Acting,
  at: Instant,
): Story {
  let dossier = before.dossier ?? null;
  const history = [...before.history];
  for (const event of events) {
    const row: Recorded = { seq: history.length + 1, at, actor: actorOf(acting), event };
    dossier = apply(dossier, row);
    history.push(row);
  }
  if (dossier === null) throw new Error('A story begins with a filing.');
  return { dossier, history, at };
}

export interface Given {
  /** Half an hour after the act before, unless said. */
  at?: Instant;
  fee?: number;
  leaseMinutes?: number;
  assignee?: NonNullable<DecisionFacts['assignee']>;
  placeOf?: NonNullable<DecisionFacts['placeOf']>;
  agencyOf?: NonNullable<DecisionFacts['agencyOf']>;
}

export function tried({ dossier, at }: Story, acting: Acting, action: Action, given: Given = {}): Decision {
  const { at: now = plusMinutes(at, 30), ...facts } = given;
  return decide(dossier, action, acting, now, { calendar, code: '000.00.27.H53-261123-0001', ...facts });
}

/** The story after one more act; throws when it is refused. */
export function acted(story: Story, acting: Acting, action: Action, given: Given = {}): Story {
  const decision = tried(story, acting, action, given);
  if (!decision.ok) throw new Error(`${action.type}: ${decision.refusal.why}`);
  return recorded(story, decision.events, acting, given.at ?? plusMinutes(story.at, 30));
}

/** The story after acts by those of the usual staff whose turn it is. */
export function afterwards(story: Story, ...types: ActionType[]): Story {
  return types.reduce(
    (so, type) =>
      acted(so, type === 'answer_supplement' ? citizen : staff[turnOf(type, so.dossier)], anAction(type)),
    story,
  );
}

/** Accepted at the counter by the clerk. */
export const accepted = (given: Filed & { fee?: number } = {}) =>
  acted(filed(given), staff.clerk_in, { type: 'accept' }, given.fee === undefined ? {} : { fee: given.fee });

function turnOf(type: ActionType, dossier: Dossier): OfficerRole {
  if (type === 'accept' || type === 'take_supplement' || type === 'refuse_at_intake') return 'clerk_in';
  if (type === 'withdraw' || type === 'confirm_payment' || type === 'renew_link') return 'clerk_in';
  return type === 'stop' || type === 'confirm_supplement' ? 'approver' : currentStep(dossier).role;
}

/** An action with believable content. */
export function anAction(type: ActionType): Action {
  const because = 'Theo kết quả kiểm tra hồ sơ.';
  switch (type) {
    case 'accept':
    case 'claim':
    case 'approve':
      return { type };
    case 'refuse_at_intake':
    case 'refuse':
      return { type, reasons: ['Không thuộc thẩm quyền của phường.', 'Thiếu giấy chứng sinh.'] };
    case 'pass_on':
      return { type, note: null };
    case 'return_to_step':
      return { type, toStepId: 's1', reason: because };
    case 'release':
      return { type, reason: because };
    case 'keep':
      return { type };
    case 'note':
      return { type, text: 'Đã gọi điện cho người nộp.' };
    case 'assign':
      return { type, officerId: '00000000-0000-4000-8000-000000000001' };
    case 'request_supplement': {
      const target = { kind: 'paper', paperId: 'p1' } as const;
      const item = { target, label: 'Giấy chứng sinh', reason: 'Ảnh bị mờ, chụp lại.' };
      return { type, items: [item], sectorGround: null };
    }
    case 'confirm_supplement':
      return { type };
    case 'decline_supplement':
      return { type, reason: because };
    case 'answer_supplement':
      return { type, items: [0], channel: 'web' };
    case 'return_supplement':
      return { type, items: [{ item: 0, reason: 'Ảnh vẫn mờ.' }] };
    case 'take_supplement':
      return { type, papers: [] };
    case 'request_payment':
      return { type, amount: 50_000, reason: 'Lệ phí cấp bản sao', stopsClock: true };
    case 'confirm_payment':
      return { type, receiptNumber: 'BL-01' };
    case 'extend':
      return {
        type,
        term: { unit: 'working_day', value: 2 },
        reason: because,
        apology: 'Trung tâm xin lỗi.',
      };
    case 'withdraw':
    case 'stop':
    case 'renew_link':
      return { type, reason: because };
    case 'consult':
      return { type, detail: null };
    case 'give_opinion':
      return { type, requestId: 'y1', verdict: 'agree', text: 'Thống nhất nội dung được hỏi.' };
    case 'record_opinion':
      return {
        type,
        requestId: 'y1',
        verdict: 'agree',
        text: 'Thống nhất nội dung được hỏi.',
        letterNumber: '12/CV',
        letterDate: '2026-11-23',
      };
    case 'waive_opinion':
      return { type, requestId: 'y1', reason: because };
    case 'finish':
      return { type, resultNumber: '12/2026/HT' };
    case 'hand_over':
      return { type, collector: 'Trần Thị Ẩn', method: 'counter' };
    case 'correct_result':
      return { type, toStepId: 's2', reason: because };
    case 'correct_details':
      return { type, summary: 'Đăng ký khai sinh cho con thứ hai', deliveryMethod: null, reason: because };
  }
}

function actorOf(acting: Acting): Recorded['actor'] {
  if (acting.kind === 'officer') return { kind: 'officer', officerId: acting.officerId, onBehalf: false };
  return acting.kind === 'citizen' ? { kind: 'citizen', chatId: null } : { kind: 'system', rule: 'clock' };
}
