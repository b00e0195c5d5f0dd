// Every state a dossier can reach in a process, found with the real decisions: what the proof of a process looks at.

import type { Calendar } from './calendar.ts';
import { currentStep, type Dossier, isEnded } from './dossier.ts';
import type { ActionType } from './dossier-action.ts';
import { apply } from './dossier-apply.ts';
import { decide } from './dossier-decide.ts';
import type { DecisionFacts } from './dossier-decision.ts';
import type { DossierEvent } from './dossier-event.ts';
import { guard } from './dossier-guard.ts';
import { type Acting, isHolder } from './dossier-rights.ts';
import { awaitedOpinions } from './opinion.ts';
import type { OpinionRequest } from './opinion-request.ts';
import type { Process } from './process.ts';
import { type Variant, variants } from './process-acts.ts';
import type { Setting } from './process-agencies.ts';
import type { Term } from './term.ts';
import type { Instant } from './time.ts';
import { holdsMoney, waitingOf } from './waiting.ts';
import { roleLabels } from './wording.ts';

/** An act that is possible in a state: who does it, as a sentence, and where it leads. */
export interface Edge {
  /** `silence`: the time of an opinion runs out. */
  type: ActionType | 'silence';
  by: Acting['kind'];
  text: string;
  /** The place of the state it leads to. */
  to: number;
}

export interface State {
  dossier: Dossier;
  edges: Edge[];
  /** Officers who may do something here, if only note a correction. */
  able: ReadonlySet<string>;
  /** The act that led here first, and from which state; null for the filing. */
  reachedBy: { from: number; text: string } | null;
}

export interface Exploration {
  states: State[];
  /** Acts that a person may do and that break the dossier: a state and the act. */
  broken: { from: number; text: string }[];
}

const filedAt: Instant = '2026-11-23T08:00:00+07:00';
const now: Instant = '2026-11-23T09:00:00+07:00';
/** No process of thirty sound steps has as many. */
const most = 20_000;

/**
 * What changes where a dossier stands. Claiming, extending and corrections of the record lead nowhere else, and neither
 * does a further request, which leads to the wait that the first one leads to.
 */
const moving: readonly ActionType[] = [
  'accept',
  'pass_on',
  'approve',
  'finish',
  'hand_over',
  'consult',
  'give_opinion',
  'record_opinion',
  'waive_opinion',
  'take_supplement',
  'answer_supplement',
  'confirm_payment',
  'return_to_step',
  'refuse',
  'refuse_at_intake',
  'request_supplement',
  'request_payment',
  'correct_result',
  'withdraw',
  'stop',
];
const beside: readonly ActionType[] = [
  'claim',
  'assign',
  'release',
  'extend',
  'correct_details',
  'return_supplement',
];

/** Breadth first, so that the first way into a state is a shortest one. */
export function explore(process: Process, term: Term, setting: Setting, calendar: Calendar): Exploration {
  const { agencyId, staff } = setting;
  const officers = staff.map((facts): Acting => ({ kind: 'officer', ...facts }));
  const everybody: Acting[] = [...officers, { kind: 'citizen' }, { kind: 'system' }];
  const first = file(process, term, agencyId);
  const states: State[] = [{ dossier: first, edges: [], able: new Set(), reachedBy: null }];
  const places = new Map([[keyOf(first), 0]]);
  const broken: Exploration['broken'] = [];
  /** The place of a state; a new one when nothing like it was seen. */
  const arrive = (dossier: Dossier, from: number, text: string): number => {
    const key = keyOf(dossier);
    const place = places.get(key) ?? states.length;
    if (place === states.length) {
      places.set(key, place);
      states.push({ dossier, edges: [], able: new Set(), reachedBy: { from, text } });
    }
    return place;
  };

  for (let at = 0; at < states.length && at < most; at += 1) {
    const state = states[at] as State;
    const { dossier } = state;
    const busy = new Set<string>();
    for (const type of [...moving, ...beside]) {
      const able = actorsFor(type, dossier, everybody, calendar);
      for (const { acting } of able) if (acting.kind === 'officer') busy.add(acting.officerId);
      const [who] = able;
      if (who === undefined || beside.includes(type)) continue;
      for (const variant of variants(type, dossier)) {
        const text = `${nameOf(who.acting, dossier)}: ${variant.text}`;
        const next = attempt(dossier, variant, who, { calendar, ...setting });
        if (next === 'broken') broken.push({ from: at, text });
        else if (next !== 'refused')
          state.edges.push({ type, by: who.acting.kind, text, to: arrive(next, at, text) });
      }
    }
    for (const { text, next } of silences(dossier))
      state.edges.push({ type: 'silence', by: 'system', text, to: arrive(next, at, text) });
    state.able = busy;
  }
  return { states, broken };
}

/** The acts that led to a state, the filing first, in Vietnamese. */
export function pathTo({ states }: Exploration, place: number): string[] {
  const path: string[] = [];
  for (let at = states[place]?.reachedBy; at !== null && at !== undefined; at = states[at.from]?.reachedBy)
    path.unshift(at.text);
  return ['Công dân: Nộp hồ sơ', ...path];
}

function file(process: Process, term: Term, agencyId: string): Dossier {
  const event: DossierEvent = {
    type: 'dossier_submitted',
    id: 'thu',
    agencyId,
    procedureCode: process.procedureCode,
    procedureVersion: 1,
    procedureName: process.procedureCode,
    process,
    term,
    termText: '',
    channel: 'online',
    applicantId: 'thu',
    summary: '',
    papers: [],
    copies: 1,
    deliveryMethod: 'counter',
  };
  return apply(null, { seq: 1, at: filedAt, actor: { kind: 'citizen', chatId: null }, event });
}

/** Two dossiers with the same key can do and become the same. */
function keyOf(dossier: Dossier): string {
  const supplement = dossier.supplements.find((each) => each.completedAt === null);
  const payment = dossier.payments.find((each) => each.paidAt === null);
  return [
    dossier.status,
    dossier.holding.stepIndex,
    dossier.holding.officerId !== null,
    dossier.money,
    hasPaid(dossier),
    dossier.outcome,
    dossier.receivedAt !== null,
    dossier.correction !== null,
    supplement?.interrupted,
    supplement?.answeredAt !== undefined,
    payment?.stopsClock,
    payment?.interrupted,
    (dossier.opinions ?? [])
      .filter(({ closed }) => closed?.how !== 'withdrawn')
      .map(markOf)
      .sort()
      .join(),
  ].join('/');
}

/** Whether it was asked and is settled decides what comes next, not what was said. */
function markOf({ stepId, round, agency, closed }: OpinionRequest): string {
  return `${stepId}.${round}.${agency}.${closed === undefined}`;
}

/** What the clock makes of opinions that do not come, where silence means something. */
function silences(dossier: Dossier): { text: string; next: Dossier }[] {
  return awaitedOpinions(dossier).flatMap(({ id, agency, onSilence }) => {
    if (onSilence === 'wait') return [];
    const event = { type: 'opinion_silent', requestId: id, agency, means: onSilence } as const;
    const actor = { kind: 'system', rule: 'thu' } as const;
    const next = apply(dossier, { seq: dossier.version + 1, at: now, actor, event });
    return [{ text: `${agency}: không trả lời đúng hạn`, next }];
  });
}

/** True once the citizen has paid anything. */
export function hasPaid(dossier: Dossier): boolean {
  return dossier.payments.some((payment) => payment.paidAt !== null);
}

interface Able {
  acting: Acting;
  at: Instant;
}

/**
 * Those who may, whoever holds the step first; also once what the citizen was given time for has lapsed. The clock stops
 * nothing that holds money.
 */
function actorsFor(
  type: ActionType,
  dossier: Dossier,
  everybody: readonly Acting[],
  calendar: Calendar,
): Able[] {
  const waiting = type === 'stop' && !isEnded(dossier.status) ? waitingOf(dossier, calendar) : null;
  const late = type === 'waive_opinion' ? awaitedOpinions(dossier).map(({ answerBy }) => answerBy) : [];
  const moments = [now, ...late, ...(waiting === null ? [] : [waiting.stopsAt])];
  const able = moments.flatMap((at) =>
    everybody
      .filter((acting) => acting.kind !== 'system' || !holdsMoney(dossier))
      .filter((acting) => guard(type, dossier, acting, at, calendar) === null)
      .map((acting) => ({ acting, at })),
  );
  const rank = ({ acting }: Able) => (acting.kind === 'officer' && isHolder(dossier, acting) ? 0 : 1);
  return able.sort((a, b) => rank(a) - rank(b));
}

function attempt(
  dossier: Dossier,
  { action, fee }: Variant,
  { acting, at }: Able,
  facts: Pick<DecisionFacts, 'calendar' | 'placeOf' | 'agencyOf'>,
): Dossier | 'refused' | 'broken' {
  try {
    const code = '000.00.00.X00-261123-0001';
    const decision = decide(dossier, action, acting, at, { ...facts, code, fee });
    if (!decision.ok) return 'refused';
    const actor =
      acting.kind === 'officer'
        ? ({ kind: 'officer', officerId: acting.officerId, onBehalf: false } as const)
        : ({ kind: 'system', rule: 'thu' } as const);
    return decision.events.reduce(
      (before, event) => apply(before, { seq: before.version + 1, at: now, actor, event }),
      dossier,
    );
  } catch {
    // The domain refuses histories that cannot be: here that is the finding.
    return 'broken';
  }
}

function nameOf(acting: Acting, dossier: Dossier): string {
  if (acting.kind === 'citizen') return 'Công dân';
  if (acting.kind === 'system') return 'Hết thời hạn đã báo';
  const { role } = currentStep(dossier);
  const shown = acting.roles.includes(role) ? role : acting.roles[0];
  return shown === undefined ? 'Cán bộ' : roleLabels[shown];
}
