// Decides which calls, messages and events a fault strikes: the same seed and the same calls, the same strokes.

import { createHash } from 'node:crypto';
import type {
  AnswerFault,
  Call,
  EventFault,
  Fault,
  FaultKind,
  FaultSpec,
  FaultState,
  Faults,
} from './faults-kinds.ts';
import { strikesAt } from './faults-kinds.ts';
import type { Change } from './parts.ts';

/** How many strokes are remembered. */
const logLength = 1000;

export function createFaults(parts: {
  state: FaultState;
  seed: string;
  now: () => number;
  tell: (change: Change) => void;
}): Faults {
  const { state, seed, now, tell } = parts;

  const isOver = ({ spec, struck, addedAt }: Fault): boolean =>
    struck >= (spec.times ?? Infinity) || now() >= addedAt + (spec.forMs ?? Infinity);

  /** A fault's luck depends on its own count alone, so another fault beside it changes nothing. */
  function wants(fault: Fault): boolean {
    const { share, skip } = fault.spec;
    fault.seen += 1;
    if (fault.seen <= (skip ?? 0)) return false;
    return share === undefined || fraction(seed, `${fault.id}:${fault.seen}`) < share;
  }

  function strike(fault: Fault, where: string, personId: string | null): void {
    fault.struck += 1;
    state.strikes.push({ faultId: fault.id, kind: fault.spec.kind, at: now(), where, personId });
    if (state.strikes.length > logLength) state.strikes.shift();
    tell({ kind: 'fault', personId });
  }

  const aimedAtCall = (side: 'answer' | 'send', { family, path, personId }: Call): Fault[] =>
    state.list.filter(({ spec }) => {
      const usual = strikesAt[spec.kind];
      return (
        usual.side === side &&
        (spec.families ?? usual.families).includes(family) &&
        (spec.path === undefined || matches(spec.path, path)) &&
        (spec.personId === undefined || spec.personId === personId)
      );
    });

  return {
    add(spec) {
      const fault: Fault = { id: `f${++state.added}`, spec, addedAt: now(), seen: 0, struck: 0 };
      state.list.push(fault);
      tell({ kind: 'fault', personId: null });
      return fault;
    },
    list: () => state.list.map((fault) => ({ ...fault, over: isOver(fault) })),
    clear(id) {
      const before = state.list.length;
      state.list = id === undefined ? [] : state.list.filter((fault) => fault.id !== id);
      tell({ kind: 'fault', personId: null });
      return before - state.list.length;
    },
    strikes: () => state.strikes,
    onCall(call) {
      const struck: AnswerFault[] = [];
      for (const fault of aimedAtCall('answer', call)) {
        if (isOver(fault) || !wants(fault)) continue;
        const { spec } = fault;
        const taken = spec.kind !== 'slow' && struck.some((one) => one.kind !== 'slow');
        if (taken || !isAnswerFault(spec)) continue;
        struck.push(spec);
        strike(fault, call.path, call.personId);
      }
      return struck;
    },
    onSend(family, personId) {
      const call = { family, path: '', personId };
      const fault = aimedAtCall('send', call).find((one) => !isOver(one) && wants(one));
      if (fault) strike(fault, family, personId);
      return fault !== undefined;
    },
    onEvent({ eventName, personId }) {
      const struck: EventFault[] = [];
      for (const fault of state.list) {
        const { spec } = fault;
        const usual = strikesAt[spec.kind];
        if (usual.side !== 'event' || !isEventFault(spec)) continue;
        const aimed =
          (spec.events ?? usual.events).some((name) => matches(name, eventName)) &&
          (spec.personId === undefined || spec.personId === personId);
        if (!aimed || isOver(fault) || !wants(fault)) continue;
        struck.push(spec);
        strike(fault, eventName, personId);
      }
      return struck;
    },
    draw: (purpose) => fraction(seed, `${purpose}:${state.drawn++}`),
  };
}

export function noFaults(): FaultState {
  return { added: 0, drawn: 0, list: [], strikes: [] };
}

/** From 0 up to 1. */
function fraction(seed: string, what: string): number {
  return createHash('sha256').update(`${seed}:fault:${what}`).digest().readUInt32BE(0) / 2 ** 32;
}

function matches(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function isAnswerFault(spec: FaultSpec): spec is FaultSpec & AnswerFault {
  return sideOf(spec.kind) === 'answer';
}

function isEventFault(spec: FaultSpec): spec is FaultSpec & EventFault {
  return sideOf(spec.kind) === 'event';
}

function sideOf(kind: FaultKind) {
  return strikesAt[kind].side;
}
