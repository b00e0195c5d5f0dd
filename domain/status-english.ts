// How a dossier stands, in English, for those who do not read Vietnamese: the same facts in fewer words.

import { moneyText } from './money-words.ts';
import type { StatusView } from './status-view.ts';
import { dateOf, dayNumber, type Instant, weekdayOf } from './time.ts';

export interface EnglishStatus {
  /** Whose move it is: `Waiting for you`. */
  awaited: string;
  sentence: string;
}

/** `Wednesday, 25 November, 17:00`; the year where it is another one. */
export function englishMoment(at: Instant, now: Instant): string {
  const date = dateOf(at);
  const [year, month, day] = date.split('-');
  const weekday = weekdays[weekdayOf(dayNumber(date)) - 1] ?? '';
  const ofYear = year === now.slice(0, 4) ? '' : ` ${year}`;
  return `${weekday}, ${Number(day)} ${months[Number(month) - 1] ?? ''}${ofYear}, ${at.slice(11, 16)}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function englishStatus(view: StatusView, now: Instant): EnglishStatus {
  const due = view.due === null ? '' : ` The result is promised by ${englishMoment(view.due, now)}.`;
  const nothing = ' You have nothing to do now.';
  switch (view.status) {
    case 'submitted':
      return {
        awaited: 'Waiting for the office to receive it',
        sentence: `The dossier was sent and waits to be received by an officer.${nothing}`,
      };
    case 'received':
    case 'in_process':
      return {
        awaited: view.opinions.length > 0 ? 'Waiting for another agency' : 'Waiting for the office',
        sentence: `The dossier is being handled${view.step === null ? '' : ` (${view.step.unitName})`}.${lateText(view)}${due}${view.payment === null ? nothing : ` Please pay ${moneyText(view.payment.amount)} at the counter.`}`,
      };
    case 'awaiting_supplement':
      return view.supplement?.answeredAt === undefined
        ? {
            awaited: 'Waiting for you',
            sentence: `The office asks you to complete the dossier${view.supplement === null ? '' : ` before ${englishMoment(view.supplement.answerBy, now)}`}: see below. The time starts anew once everything is there.`,
          }
        : {
            awaited: 'Waiting for the office',
            sentence: `What you sent has arrived; an officer will look at it.${nothing}`,
          };
    case 'awaiting_payment':
      return {
        awaited: 'Waiting for you',
        sentence: `Please pay${view.payment === null ? '' : ` ${moneyText(view.payment.amount)}`} at the counter. The clock stands still until then.`,
      };
    case 'resolved':
      return view.result?.pickUp == null
        ? { awaited: 'The result is on its way', sentence: 'The result is ready and is being sent to you.' }
        : {
            awaited: 'Waiting for you',
            sentence: `${view.outcome === 'refused' ? 'The request was refused; the reasons are in the answer' : 'The result is ready'}. Collect it at ${view.result.pickUp.place} from ${englishMoment(view.result.pickUp.from, now)}, with the receipt and an identity paper.`,
          };
    case 'returned':
      return { awaited: 'Done', sentence: 'The result was handed over.' };
    case 'refused_at_intake':
      return {
        awaited: 'Not received',
        sentence: 'The dossier was not received. You may complete it and file again at any time.',
      };
    case 'withdrawn':
      return { awaited: 'Withdrawn', sentence: 'The dossier was withdrawn at your request.' };
    case 'stopped':
      return {
        awaited: 'Stopped',
        sentence: 'The handling was stopped. You may ask for the reason, or complain, at the office.',
      };
  }
}

function lateText({ remaining, extension }: StatusView): string {
  if (extension !== null) return ' The office apologises: it needed more time than promised.';
  return remaining.urgency === 'late' ? ' The office apologises: it is late.' : '';
}
