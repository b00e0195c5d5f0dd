// The control slip (Phiếu kiểm soát quá trình giải quyết hồ sơ): every hand-over of a dossier, read from its events.

import { type Calendar, workingMinutesBetween } from './calendar.ts';
import { lengthText, longMomentText } from './clock-time.ts';
import { type Dossier, pausesOf } from './dossier.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import { elsewhereText } from './dossier-place.ts';
import type { OpinionRequest } from './opinion-request.ts';
import { opinionStateText } from './opinion-words.ts';
import { formOn } from './paper-forms.ts';
import { field, type IssuedAs, printable, type Sheet, sheetFrame, table } from './paper-sheet.ts';
import { dueOf, type PaperPerson } from './paper-words.ts';
import type { ProcessStep } from './process.ts';
import { type Lying, tellSteps } from './step-places.ts';
import { dateOf, type Instant } from './time.ts';
import { upperFirst } from './wording.ts';

export interface SlipFacts {
  history: readonly Recorded[];
  dossier: Dossier;
  as: IssuedAs;
  person: PaperPerson;
  unitNames: Readonly<Record<string, string>>;
  /** By id, as papers write them: the name alone. */
  officerNames: Readonly<Record<string, string>>;
}

/** The dossier goes from one step to another. */
interface HandOver {
  at: Instant;
  /** Where it lay; null when the citizen hands the papers in. */
  from: Lying | null;
  to: Lying;
  giver: string | null;
  /** Who took it: named at once, or the first to take it up before it went on. */
  taker: string | null;
  note: string;
}

/** The slip as it stands after the last event of `history`. Throws before reception: there is nothing to control yet. */
export function controlSlip(typed: SlipFacts, calendar: Calendar): Sheet {
  const facts = printable(typed);
  const { dossier, as, person } = facts;
  const { receivedAt, code } = dossier;
  const form = receivedAt === null ? null : formOn('control_slip', dateOf(receivedAt));
  const last = facts.history.at(-1);
  if (receivedAt === null || form === null || last === undefined)
    throw new Error('A control slip goes with a dossier that was received.');
  const overs = handOvers(facts);
  const heading = {
    form,
    issuer: 'office',
    day: dateOf(last.at),
    number: null,
    subtitle: `Mã hồ sơ: ${code}`,
  } as const;
  const due = dueOf(dossier, calendar);
  return {
    ...sheetFrame(as, heading),
    blocks: [
      field('Kèm theo hồ sơ của', person.fullName, true),
      field('Nội dung yêu cầu giải quyết', dossier.procedureName),
      field('Cơ quan (bộ phận) giải quyết hồ sơ', as.agencyName),
      field('Cơ quan phối hợp giải quyết hồ sơ', helpers(facts) ?? 'Không có'),
      field('Thời gian nhận hồ sơ', longMomentText(receivedAt), true),
      field('Thời gian hẹn trả kết quả', due === null ? 'Không có ngày hẹn trả' : longMomentText(due), true),
      table(
        [
          'TÊN CƠ QUAN, BỘ PHẬN',
          'THỜI GIAN GIAO, NHẬN HỒ SƠ',
          'KẾT QUẢ GIẢI QUYẾT HỒ SƠ\n(Trước hạn/đúng hạn/quá hạn)',
          'GHI CHÚ',
        ],
        [5, 6, 4, 5],
        rowsOf(facts, overs, calendar),
        [2],
      ),
    ],
    qrHint: 'Quét tại bàn làm việc để mở hồ sơ',
  };
}

/** Agencies beside the own that had the dossier or were asked; null when there are none. */
function helpers({ history, dossier }: SlipFacts): string | null {
  const held = tellSteps(history).flatMap(({ lying }) => lying.elsewhere?.agencyName ?? []);
  const asked = (dossier.opinions ?? []).map(({ agency }) => agency);
  const names = [...new Set([...held, ...asked])];
  return names.length === 0 ? null : names.join('; ');
}

/** Hand-overs, and between them what was asked of other agencies, in the order in which they happened. */
function rowsOf(facts: SlipFacts, overs: readonly HandOver[], calendar: Calendar): string[][] {
  const lines = [
    ...overs.map((over, at) => ({ at: over.at, cells: row(facts, overs, at, over, calendar) })),
    ...(facts.dossier.opinions ?? []).map((request) => ({
      at: request.askedAt,
      cells: askedRow(facts, request),
    })),
  ];
  return lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ cells }) => cells);
}

function askedRow({ dossier }: SlipFacts, request: OpinionRequest): string[] {
  const step = dossier.process.steps.find(({ id }) => id === request.stepId);
  const { agency, askedAt, answerBy, closed } = request;
  const inTime = closed?.how === 'answered' && closed.at <= answerBy;
  const verdict = closed === undefined || closed.how === 'withdrawn' ? '–' : inTime ? 'Trước hạn' : 'Quá hạn';
  return [
    `1. Giao: Lấy ý kiến (${step?.name ?? ''})\n2. Nhận: ${agency}`,
    `${longMomentText(askedAt)}\nHạn trả lời: ${longMomentText(answerBy)}${closed?.how === 'answered' ? `\nTrả lời: ${longMomentText(closed.at)}` : ''}`,
    verdict,
    upperFirst(opinionStateText(request, closed?.at ?? askedAt).stateText),
  ];
}

function row(
  { dossier, unitNames }: SlipFacts,
  overs: readonly HandOver[],
  at: number,
  { at: moment, from, to, giver, taker, note }: HandOver,
  calendar: Calendar,
): string[] {
  const nameAt = ({ step, elsewhere }: Lying) =>
    `${elsewhere === undefined ? (unitNames[step.unit] ?? step.unit) : elsewhereText(elsewhere)} (${step.name})`;
  const spent =
    from === null ? null : spentAt(dossier, from.step, overs[at - 1]?.at ?? moment, moment, calendar);
  return [
    `1. Giao: ${from === null ? 'Người nộp hồ sơ' : nameAt(from)}\n2. Nhận: ${nameAt(to)}`,
    `${longMomentText(moment)}\nNgười giao: ${giver ?? '–'}\nNgười nhận: ${taker ?? '–'}`,
    spent?.verdict ?? '–',
    [spent?.text ?? '', note].filter((part) => part !== '').join('\n'),
  ];
}

/** Working time used at a step against its budget; stops of the clock do not count. A step without a budget has no verdict. */
function spentAt(
  dossier: Dossier,
  step: ProcessStep,
  since: Instant,
  until: Instant,
  calendar: Calendar,
): { verdict: string | null; text: string } {
  const stopped = pausesOf(dossier).reduce((sum, { from, to }) => {
    const begin = from > since ? from : since;
    const end = to === null || to > until ? until : to;
    return begin < end ? sum + workingMinutesBetween(calendar, begin, end) : sum;
  }, 0);
  const used = workingMinutesBetween(calendar, since, until) - stopped;
  const budget = step.budgetMinutes;
  if (budget === 0) return { verdict: null, text: '' };
  const verdict = used < budget ? 'Trước hạn' : used === budget ? 'Đúng hạn' : 'Quá hạn';
  return { verdict, text: `Dùng ${lengthText(used)} trong ${lengthText(budget)} làm việc.` };
}

function handOvers({ history, officerNames }: SlipFacts): HandOver[] {
  const overs: HandOver[] = [];
  const nameOf = (id: string | null) => (id === null ? null : (officerNames[id] ?? null));
  let from: Lying | null = null;
  for (const { at, actor, event, lying } of tellSteps(history)) {
    const before: Lying | null = from;
    from = lying;
    const actorName = actor.kind === 'officer' ? nameOf(actor.officerId) : null;
    const last = overs.at(-1);
    if (event.type === 'dossier_assigned') {
      if (last?.taker === null) last.taker = nameOf(event.officerId);
      continue;
    }
    // Back on the pile: whoever takes it next is the taker.
    if (event.type === 'dossier_released' && last !== undefined) last.taker = null;
    const note = handOverNote(event);
    // Whoever gives it on, or hands the result out, had taken it.
    if (last?.taker === null && (note !== null || event.type === 'result_handed_over'))
      last.taker = actorName;
    if (note === null) continue;
    const handedIn = event.type === 'dossier_accepted';
    overs.push({
      at,
      from: handedIn ? null : before,
      to: lying,
      note,
      giver: handedIn ? null : actorName,
      taker: handedIn ? actorName : nameOf('officerId' in event ? event.officerId : null),
    });
  }
  return overs;
}

/** What is noted of an event that takes the dossier from one step to another; null when it stays. */
function handOverNote(event: DossierEvent): string | null {
  switch (event.type) {
    case 'dossier_accepted':
      return '';
    case 'step_passed':
      return event.note ?? '';
    case 'step_returned':
      return `Trả lại bước trước: ${event.reason}`;
    case 'step_approved':
      return event.outcome === 'refused' ? 'Từ chối giải quyết' : 'Ký duyệt';
    case 'dossier_finished':
      return `Phát hành kết quả${event.resultNumber === null ? '' : ` số ${event.resultNumber}`}`;
    case 'result_correction_opened':
      return `Mở lại để sửa kết quả: ${event.reason}`;
    default:
      return null;
  }
}
