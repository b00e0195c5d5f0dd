// Answers about a procedure, quoted from the catalogue with its source; nothing here is made up.

import type { Aspect } from './chat-aspect.ts';
import { type OfficeFacts, type Reply, type ReplyButton, say, whereText } from './chat-replies.ts';
import type { ChatState } from './chat-state.ts';

/** What the catalogue tells besides papers, time and money; null where it is silent. */
export interface ProcedureTold {
  steps: string | null;
  legalBasis: string | null;
  conditions: string | null;
  applicants: readonly string[];
  results: readonly string[];
  /** Forms that papers are written on. */
  forms: readonly string[];
  /** `nộp tại quầy`, `nộp qua mạng` */
  channels: readonly string[];
  /** `Quyết định 1234/QĐ-UBND, cập nhật 22/11` */
  source: string;
}

export interface ProcedureFacts {
  code: string;
  name: string;
  /** It can be filed for in the chat and on the web. */
  hasForm: boolean;
  papers: string[];
  termText: string | null;
  feeText: string | null;
  /** Absent where only the first answer is wanted. */
  told?: ProcedureTold;
}

/** Several procedures may be meant: which of them? */
export interface WhichProcedure {
  text: string;
  options: readonly { label: string; code: string }[];
}

const askHuman: ReplyButton = { title: 'Gặp cán bộ', payload: 'Gặp cán bộ' };
const menu: ReplyButton = { title: 'Menu', payload: 'Menu' };

/** The answer about the first; further matches as buttons. Null when nothing was found. */
export function procedureReply(
  found: readonly ProcedureFacts[],
  aspect: Aspect,
  office: OfficeFacts,
): Reply | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  if (aspect === 'papers') return papersReply(found);
  const text = aspectText(first, aspect, office);
  return { text, buttons: [...others.slice(0, 3).map(buttonOf), menu, askHuman] };
}

/** Papers, time and money of the first. */
export function papersReply(found: readonly ProcedureFacts[]): Reply | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  return { text: papersText(first), buttons: [...others.slice(0, 3).map(buttonOf), menu, askHuman] };
}

/** One question; who answers by number or name is told of that procedure. */
export function whichReply({ text, options }: WhichProcedure): { state: ChatState; reply: Reply } {
  const shown = options.slice(0, 4);
  const listed = shown.map(({ label }, at) => `${at + 1}. ${shorten(label, 120)}`).join('\n');
  return {
    state: {
      kind: 'asked_which_procedure',
      choices: shown.map(({ label, code }) => ({ code, label: shorten(label, 120) })),
    },
    reply: {
      text: `${text}\n${listed}\n(Trả lời số. Không có trong này, Anh/Chị gõ lại tên thủ tục hoặc nhắn "gặp cán bộ".)`,
      buttons: [
        ...shown.map(({ label }, at) => ({ title: shorten(label, 90), payload: String(at + 1) })),
        askHuman,
      ],
    },
  };
}

/** It is known, and dealt with by another office. */
export function elsewhereReply(name: string, office: OfficeFacts): Reply {
  return say(
    `Thủ tục "${shorten(name, 200)}" không nhận tại ${office.name}. Nơi nhận, Anh/Chị xem trên Cổng Dịch vụ công quốc gia hoặc hỏi cán bộ ${whereText(office)}.`,
    ['Gặp cán bộ', 'Menu'],
  );
}

function papersText({ name, papers, termText, feeText, told }: ProcedureFacts): string {
  const listed = papers.slice(0, 8).map((paper, at) => `(${at + 1}) ${shorten(paper)}`);
  const rest = papers.length - listed.length;
  const lines = [
    `${name} cần: ${listed.length > 0 ? listed.join('; ') : 'theo hướng dẫn của cán bộ'}${rest > 0 ? `; và ${rest} giấy tờ khác tuỳ trường hợp` : ''}.`,
    termText === null ? null : `Thời hạn: ${shorten(termText)}.`,
    feeText === null ? null : `Phí, lệ phí: ${shorten(feeText)}.`,
    told === undefined ? null : `(Nguồn: ${told.source}.)`,
  ];
  return lines.filter((line) => line !== null).join(' ');
}

function aspectText(facts: ProcedureFacts, aspect: Exclude<Aspect, 'papers'>, office: OfficeFacts): string {
  const answer = aspectAnswer(facts, aspect, office);
  const source = facts.told === undefined ? '' : ` (Nguồn: ${facts.told.source}.)`;
  if (answer !== null) return `${facts.name}: ${answer}${source}`;
  return `${facts.name}: danh mục thủ tục chưa ghi ${aspectNames[aspect]}. Anh/Chị hỏi cán bộ ${whereText(office)} để biết chắc.${source}`;
}

/** Null when the catalogue does not say. */
function aspectAnswer(
  { termText, feeText, told }: ProcedureFacts,
  aspect: Exclude<Aspect, 'papers'>,
  office: OfficeFacts,
): string | null {
  switch (aspect) {
    case 'fee':
      return feeText === null ? null : `phí, lệ phí ${shorten(feeText, 400)}.`;
    case 'time':
      return termText === null ? null : `thời hạn giải quyết ${shorten(termText, 400)}.`;
    case 'place':
      return `nộp ${whereText(office)}, giờ làm việc ${office.hours}.${channelsText(told)}`;
    case 'steps':
      return quote(told?.steps, 'trình tự');
    case 'who':
      return listText(told?.applicants, 'người thực hiện');
    case 'legal':
      return quote(told?.legalBasis, 'căn cứ pháp lý');
    case 'conditions':
      return quote(told?.conditions, 'yêu cầu, điều kiện');
    case 'form':
      return listText(told?.forms, 'mẫu đơn, tờ khai');
    case 'result':
      return listText(told?.results, 'kết quả');
  }
}

const aspectNames: Record<Exclude<Aspect, 'papers'>, string> = {
  fee: 'phí, lệ phí',
  time: 'thời hạn giải quyết',
  place: 'nơi nộp',
  steps: 'trình tự thực hiện',
  who: 'người thực hiện',
  legal: 'căn cứ pháp lý',
  conditions: 'yêu cầu, điều kiện',
  form: 'mẫu đơn, tờ khai',
  result: 'kết quả',
};

function channelsText(told: ProcedureTold | undefined): string {
  return told === undefined || told.channels.length === 0 ? '' : ` Cách nộp: ${told.channels.join(', ')}.`;
}

function quote(text: string | null | undefined, what: string): string | null {
  const words = text?.replace(/\s+/g, ' ').trim() ?? '';
  return words === '' ? null : `${what}: “${shorten(words, 600)}”`;
}

function listText(items: readonly string[] | undefined, what: string): string | null {
  return items === undefined || items.length === 0
    ? null
    : `${what}: ${items
        .slice(0, 6)
        .map((item) => shorten(item))
        .join('; ')}.`;
}

/** The code makes the next answer certain. */
function buttonOf({ name, code }: ProcedureFacts): ReplyButton {
  return { title: shorten(name, 90), payload: `Giấy tờ cần có: ${shorten(name, 180)} (${code})` };
}

function shorten(text: string, limit = 160): string {
  const letters = Array.from(text.trim().replace(/[.\s]+$/, ''));
  return letters.length <= limit ? letters.join('') : `${letters.slice(0, limit - 1).join('')}…`;
}
