// What the clock does by itself: it warns a citizen whose time is nearly over, stops what was never completed or paid, and
// puts back on the pile what its holder has not touched.

import type { Calendar } from './calendar.ts';
import { dayText } from './clock-time.ts';
import type { Dossier } from './dossier.ts';
import { decide } from './dossier-decide.ts';
import type { DossierEvent } from './dossier-event.ts';
import { leaseEndOf } from './lease.ts';
import { awaitedOpinions } from './opinion.ts';
import type { OpinionRequest } from './opinion-request.ts';
import { dateOf, type Instant, instantAt } from './time.ts';
import { holdsMoney, type Waiting, waitingOf } from './waiting.ts';

/** The names under which the ledger knows the rules that act. */
export type ClockRule =
  | 'remind_before_lapse'
  | 'stop_after_lapse'
  | 'end_lease'
  | 'note_silence'
  | 'apply_calendar';

const ruleNames: Record<ClockRule, string> = {
  remind_before_lapse: 'Hệ thống, nhắc trước khi hết hạn',
  stop_after_lapse: 'Hệ thống, dừng khi hết hạn',
  end_lease: 'Hệ thống, khi hết thời gian giữ',
  note_silence: 'Hệ thống, khi hết hạn trả lời ý kiến',
  apply_calendar: 'Hệ thống, tính lại theo lịch làm việc',
};

/** Who acted, where no person did. */
export function ruleName(rule: string): string {
  return Object.entries(ruleNames).find(([name]) => name === rule)?.[1] ?? 'Hệ thống';
}

export type ClockAct =
  | { rule: 'remind_before_lapse' | 'stop_after_lapse'; at: Instant; waiting: Waiting }
  | { rule: 'end_lease'; at: Instant; officerId: string }
  | { rule: 'note_silence'; at: Instant; request: OpinionRequest };

/**
 * The next thing the clock will do to a dossier, and when; null when nothing. A dossier with money paid or
 * owed at the counter is never stopped by the clock: it comes to an officer's attention instead.
 */
export function nextClockAct(dossier: Dossier, calendar: Calendar): ClockAct | null {
  const acts = [nextOnOwn(dossier, calendar), nextSilence(dossier)].filter((act) => act !== null);
  return acts.reduce<ClockAct | null>((first, act) => (first && first.at <= act.at ? first : act), null);
}

/** The first opinion whose time runs out, where silence means something: who only waits is no business of the clock. */
function nextSilence(dossier: Dossier): ClockAct | null {
  const [request] = awaitedOpinions(dossier)
    .filter(({ onSilence }) => onSilence !== 'wait')
    .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
  return request === undefined ? null : { rule: 'note_silence', at: request.answerBy, request };
}

function nextOnOwn(dossier: Dossier, calendar: Calendar): ClockAct | null {
  const waiting = waitingOf(dossier, calendar);
  // While a citizen is waited for no lease runs: never more than one of the two.
  if (waiting === null) return nextLeaseEnd(dossier, calendar);
  const { remindAt, remindedAt, stopsAt } = waiting;
  if (remindAt !== null && remindedAt === null) return { rule: 'remind_before_lapse', at: remindAt, waiting };
  return holdsMoney(dossier) ? null : { rule: 'stop_after_lapse', at: stopsAt, waiting };
}

/** What the clock does now; null when its moment has not come, or has passed because somebody acted. */
export function decideByClock(
  dossier: Dossier,
  calendar: Calendar,
  now: Instant,
): { rule: ClockRule; events: DossierEvent[] } | null {
  const act = nextClockAct(dossier, calendar);
  if (act === null || now < act.at) return null;
  if (act.rule === 'end_lease') {
    const { rule, officerId } = act;
    return { rule, events: [{ type: 'dossier_released', officerId, reason: null }] };
  }
  if (act.rule === 'note_silence') {
    const { id, agency, onSilence } = act.request;
    const means = onSilence === 'consent' ? 'consent' : 'report';
    return { rule: act.rule, events: [{ type: 'opinion_silent', requestId: id, agency, means }] };
  }
  const { rule, waiting } = act;
  if (rule === 'remind_before_lapse') {
    const until = instantAt(waiting.lastDay, 17 * 60);
    return { rule, events: [{ type: 'citizen_reminded', about: waiting.about, until }] };
  }
  const reason = reasonOf(waiting, now);
  const decision = decide(dossier, { type: 'stop', reason }, { kind: 'system' }, now, { calendar });
  return decision.ok ? { rule, events: decision.events } : null;
}

function nextLeaseEnd(dossier: Dossier, calendar: Calendar): ClockAct | null {
  const { officerId } = dossier.holding;
  const at = leaseEndOf(dossier, calendar);
  return at === null || officerId === null ? null : { rule: 'end_lease', at, officerId };
}

function reasonOf({ about, requestedAt, lastDay }: Waiting, now: Instant): string {
  const today = dateOf(now);
  const asked = dayText(dateOf(requestedAt), today);
  const last = dayText(lastDay, today);
  return about === 'supplement'
    ? `Đến hết ${last} chưa nhận được giấy tờ đã yêu cầu bổ sung từ ${asked} (Nghị định 118/2025/NĐ-CP, Điều 19 khoản 5)`
    : `Đến hết ${last} chưa nhận được khoản phải nộp đã thông báo từ ${asked}`;
}
