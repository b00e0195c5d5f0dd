// Opinions in words: what was asked, what came back, what silence meant.

import { beforeText, dayText, momentText } from './clock-time.ts';
import type { DossierEvent } from './dossier-event.ts';
import type { OpinionRequest, Verdict } from './opinion-request.ts';
import { dateOf, type Instant, type PlainDate } from './time.ts';
import { lowerFirst } from './wording.ts';

export const verdictLabels: Record<Verdict, string> = {
  agree: 'Đồng ý',
  agree_on_conditions: 'Đồng ý, có điều kiện',
  disagree: 'Không đồng ý',
};

/** What silence means, for those who are asked. */
export const silenceTexts: Record<OpinionRequest['onSilence'], string> = {
  consent: 'Quá hạn không trả lời thì coi là đồng ý và chịu trách nhiệm.',
  report: 'Quá hạn không trả lời thì hồ sơ đi tiếp, báo người đứng đầu Trung tâm.',
  wait: 'Hồ sơ chờ đến khi có trả lời.',
};

/** How a request stands, and what was said; for the desk. */
export function opinionStateText(
  { answerBy, closed }: OpinionRequest,
  now: Instant,
): { stateText: string; text: string | null } {
  const today = dateOf(now);
  const moment = momentText(answerBy, today);
  switch (closed?.how) {
    case undefined:
      return {
        stateText: now < answerBy ? `chờ đến ${moment}` : `quá hạn trả lời từ ${moment}`,
        text: null,
      };
    case 'answered': {
      const { letter } = closed;
      const by = letter === undefined ? '' : `, văn bản số ${letter.number} ${dayText(letter.date, today)}`;
      return { stateText: `${lowerFirst(verdictLabels[closed.verdict])}${by}`, text: closed.text };
    }
    case 'silent':
      return {
        stateText:
          closed.means === 'consent'
            ? 'không trả lời đúng hạn, coi là đồng ý'
            : 'không trả lời đúng hạn, hồ sơ đi tiếp',
        text: null,
      };
    case 'waived':
      return { stateText: 'không chờ nữa', text: closed.reason };
    case 'withdrawn':
      return { stateText: 'đã thu hồi', text: null };
  }
}

type OpinionEvent = Extract<
  DossierEvent,
  { type: 'opinions_asked' | 'opinion_given' | 'opinion_silent' | 'opinion_waived' }
>;

/** The line everybody reads, and what stays between agencies. */
export function opinionWords(event: OpinionEvent, today: PlainDate): { text: string; lines: string[] } {
  switch (event.type) {
    case 'opinions_asked':
      return {
        text: `Lấy ý kiến ${event.requests.map(({ agency }) => agency).join(', ')}`,
        lines: event.requests.map((request) => askedLine(request, today)),
      };
    case 'opinion_given':
      return {
        text: `${event.agency} đã có ý kiến`,
        lines: [
          `${verdictLabels[event.verdict]}: ${event.text}`,
          ...(event.letter === undefined
            ? []
            : [`Văn bản số ${event.letter.number}, ${dayText(event.letter.date, today)}`]),
        ],
      };
    case 'opinion_silent':
      return {
        text: `${event.agency} không trả lời đúng hạn`,
        lines: [
          event.means === 'consent'
            ? 'Coi là đồng ý; cơ quan này chịu trách nhiệm về nội dung được hỏi.'
            : 'Hồ sơ được giải quyết tiếp; đã báo người đứng đầu Trung tâm.',
        ],
      };
    case 'opinion_waived':
      return {
        text: `Giải quyết tiếp, không chờ ý kiến ${event.agency}`,
        lines: [`Lý do: ${event.reason}`],
      };
  }
}

function askedLine({ agency, question, detail, answerBy }: OpinionRequest, today: PlainDate): string {
  const more = detail === undefined ? '' : ` ${detail}`;
  return `${agency}, trả lời ${beforeText(answerBy, today)}: ${question}${more}`;
}
