// The part of the conversation that asks the office a question for everybody, and quotes an answer that was published.

import type { Intent } from './chat-intent.ts';
import { say } from './chat-replies.ts';
import { type ChatState, type Conversation, seeksAnswer } from './chat-state.ts';
import type { Facts, Turn } from './chat-step.ts';
import { beforeText } from './clock-time.ts';
import { clip } from './status-words.ts';
import { dateOf } from './time.ts';

const idle: ChatState = { kind: 'idle' };
export const sendQuestion = 'Gửi câu hỏi';
const buttons = ['Gặp cán bộ', 'Menu'];

/** Fewer words are no question that somebody could answer. */
const fewestWords = 3;
/** A message of Zalo holds 2,000 characters; the source has to be read, too. */
const longestQuoted = 1_200;

/** The question is the next thing said; while nothing is understood, an answer that fits is quoted instead. */
export function askOffice({ state }: Conversation, intent: Intent, facts: Facts): Turn | null {
  if (intent.kind === 'ask_office')
    return {
      state: { kind: 'asked_question' },
      reply: say(
        'Anh/Chị viết câu hỏi trong một tin nhắn. Trung tâm trả lời kèm căn cứ pháp lý và công bố để mọi người cùng biết, không nêu tên. Xin đừng ghi số căn cước. Gõ "huỷ" nếu thôi.',
        ['Huỷ', 'Gặp cán bộ'],
      ),
    };
  if (state.kind === 'asked_question') return takeQuestion(state, intent, facts);
  return quote(state, intent, facts);
}

const mayAsk: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'unknown',
  'papers',
  'petition',
  'apply',
]);

function takeQuestion(state: ChatState, intent: Intent, { asking, now }: Facts): Turn | null {
  if (!mayAsk.has(intent.kind)) return null;
  if (intent.kind === 'unknown' && intent.words.length < fewestWords)
    return {
      state,
      reply: say('Xin Anh/Chị viết câu hỏi rõ hơn, trong một tin nhắn.', ['Huỷ', 'Gặp cán bộ']),
    };
  return {
    state: idle,
    reply: say(
      `Trung tâm đã nhận câu hỏi và trả lời ${beforeText(asking.by, dateOf(now))}; có câu trả lời thì báo ngay tại đây. Cần sớm hơn, Anh/Chị nhắn "gặp cán bộ".`,
      buttons,
    ),
    effects: [{ kind: 'ask_question' }],
  };
}

function quote(state: ChatState, intent: Intent, { asking, procedures }: Facts): Turn | null {
  const lost = intent.kind === 'unknown' || (intent.kind === 'papers' && procedures.length === 0);
  if (!lost || procedures.length > 0 || !seeksAnswer(state) || asking.quoted === null) return null;
  const { title, answer, legalSource, publishedText } = asking.quoted;
  return {
    state: idle,
    reply: say(
      `${title} ${clip(answer, longestQuoted)} (Căn cứ: ${legalSource}; Trung tâm trả lời ${publishedText}.) Chưa đúng điều Anh/Chị hỏi: nhắn "gửi câu hỏi" hoặc "gặp cán bộ".`,
      [sendQuestion, ...buttons],
    ),
  };
}
