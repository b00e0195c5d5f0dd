// Filing in the chat for tests: a plan, a draft, and a citizen whose chat has a drawer for drafts behind it.

import { facts, fresh, noFiling } from './chat.fixture.ts';
import { step } from './chat-conversation.ts';
import { type DraftFacts, type FilingFacts, type FilingPlan, surelyMeant } from './chat-filing-facts.ts';
import type { Intent } from './chat-intent.ts';
import { answeredWith, passedOver, questionAfter, questionAt } from './chat-interview.ts';
import type { ProcedureFacts } from './chat-procedure.ts';
import { type ChatState, type Conversation, listeningOf } from './chat-state.ts';
import { type ChatEffect, type Facts, factsNeeded, type Step } from './chat-step.ts';
import { understand } from './chat-understand.ts';
import type { FilingPlace } from './filing-place.ts';
import type { Form } from './form.ts';
import { answerAt } from './form-answers.ts';
import { birthRegistration } from './forms/birth-registration.ts';
import { now } from './status-view.fixture.ts';
import { plusDays } from './time.ts';

export const here: FilingPlace = {
  kind: 'here',
  name: 'Trung tâm Phục vụ hành chính công phường Kiến Tường',
  url: null,
};
export const birthPlan: FilingPlan = {
  procedure: '1.001193',
  name: 'Đăng ký khai sinh',
  papers: ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh'],
  termText: 'Ngay trong ngày làm việc',
  feeText: 'miễn phí',
  place: here,
  form: birthRegistration,
};
export const birthProcedure: ProcedureFacts = {
  ...birthPlan,
  code: '1.001193',
  hasForm: true,
  papers: [...birthPlan.papers],
};
export const newDraft: DraftFacts = {
  draftId: 'n1',
  code: 'NHAP-7K2Q-M4N9',
  plan: birthPlan,
  answers: {},
  passed: [],
  keptUntil: plusDays(now, 30),
  olderForm: false,
};
/** A form of four questions, one of each kind that a chat treats differently. */
export const smallForm: Form = {
  ...birthRegistration,
  pages: [
    {
      id: 'all',
      title: 'Tờ khai',
      fields: [
        { id: 'who', kind: 'text', label: 'Họ tên', ask: 'Anh/Chị tên gì?', required: true },
        { id: 'number', kind: 'identity', label: 'Số căn cước', required: true },
        { id: 'place', kind: 'address', label: 'Nơi ở', required: true },
        {
          id: 'sex',
          kind: 'choice',
          label: 'Giới tính của trẻ',
          required: true,
          choices: [
            { value: 'male', label: 'Nam' },
            { value: 'female', label: 'Nữ' },
          ],
        },
        { id: 'proof', kind: 'paper', label: 'Giấy chứng sinh', paper: 'Giấy chứng sinh', required: true },
        { id: 'note', kind: 'long_text', label: 'Ghi chú thêm' },
      ],
    },
  ],
};
export const smallDraft: DraftFacts = { ...newDraft, plan: { ...birthPlan, form: smallForm } };
/** Everything is answered. */
export const wholeDraft: DraftFacts = {
  ...smallDraft,
  answers: {
    filing: { by: 'self' },
    who: 'Nguyễn Thị Mai',
    number: '999186012345',
    place: { province: '80', commune: '27787' },
    sex: 'female',
    proof: ['f0'],
  },
  passed: ['place.detail', 'note'],
};
const link = 'https://motcua.test/nop/kien-tuong.xxxxxxxxxxxxxxxxxxxxxx';
export const filing = (more: Partial<FilingFacts> = {}): FilingFacts => ({ ...noFiling, ...more });

export interface Citizen {
  say(text: string): Step;
  sendPhoto(kept?: FilingFacts['kept']): Step;
  conversation: Conversation;
  draft: DraftFacts | null;
  effects: ChatEffect[];
  filed: number;
}

/** A citizen who talks; what the office keeps is kept as the server keeps it. */
export function citizen(options: { form?: Form; place?: FilingPlace; draft?: DraftFacts } = {}): Citizen {
  const plan = { ...birthPlan, form: options.form ?? birthRegistration, place: options.place ?? here };
  const who: Citizen = {
    conversation: fresh,
    draft: options.draft ?? null,
    effects: [],
    filed: 0,
    say: (text) => turn(understand(text, listeningOf(who.conversation)), null),
    sendPhoto: (kept = { ok: true }) => turn({ kind: 'photo_without_qr' }, kept),
  };
  function turn(intent: Intent, sent: FilingFacts['kept']): Step {
    const needs = factsNeeded(who.conversation, intent, now);
    if (needs.filing.begin) who.draft = { ...newDraft, plan };
    const reading = noFiling.reading;
    const place = sent === null ? null : needs.filing.keep;
    let kept: FilingFacts['kept'] = null;
    if (place !== null && who.draft !== null) {
      const isPaper = questionAt(who.draft, place.path, reading)?.kind === 'paper';
      kept = sent?.ok === false && !(sent.doubtful && place.doubted) ? sent : { ok: true };
      if (!isPaper) kept = null;
      else if (kept.ok) {
        const before = answerAt(who.draft.answers, place.path);
        const names = Array.isArray(before) ? before : [];
        who.draft = answeredWith(who.draft, place.path, [...names, `f${names.length}`]);
      }
    }
    const ready =
      needs.filing.file &&
      who.draft !== null &&
      questionAfter(who.draft, reading) === null &&
      plan.place.kind === 'here';
    const procedures = needs.procedures === null ? [] : [birthProcedure];
    const meant = needs.filing.plan ?? (needs.procedures && surelyMeant(procedures, needs.procedures.words));
    const { draft } = who;
    const known = filing({
      draft: draft === null ? null : who.filed > 0 ? 'filed' : draft,
      drafts: draft === null || who.filed > 0 ? [] : [{ ...draft, name: plan.name }],
      plan: meant === null ? null : plan,
      kept,
      filed: ready ? { ok: true, dossierId: 'd9' } : null,
      link: needs.filing.link ? link : null,
    });
    if (ready) who.filed += 1;
    const taken = step(who.conversation, intent, facts({ filing: known, procedures }));
    who.conversation = taken.conversation;
    who.effects.push(...taken.effects);
    for (const effect of taken.effects) {
      if (who.draft === null) continue;
      if (effect.kind === 'save_answer') who.draft = answeredWith(who.draft, effect.path, effect.value);
      if (effect.kind === 'pass_over') who.draft = passedOver(who.draft, effect.path);
    }
    return taken;
  }
  return who;
}

const line = { draftId: 'n1', code: newDraft.code, name: birthPlan.name, keptUntil: newDraft.keptUntil };
/** What may be known of filing: nothing, a beginning, the middle, the end, and everything that may have gone wrong. */
export const filingWorlds: Partial<Facts>[] = [
  { procedures: [birthProcedure], filing: filing({ plan: smallDraft.plan }) },
  { procedures: [birthProcedure, { ...birthProcedure, code: '1.004884', name: 'Đăng ký lại khai sinh' }] },
  { procedures: [{ ...birthProcedure, hasForm: false }] },
  { filing: filing({ plan: smallDraft.plan, draft: smallDraft, drafts: [line], link }) },
  {
    filing: filing({
      draft: { ...wholeDraft, answers: { ...wholeDraft.answers, proof: [], place: {} } },
      drafts: [line],
      kept: { ok: false, doubtful: true, why: 'Ảnh này bị mờ. Anh/Chị chụp lại giúp.' },
      link,
    }),
  },
  { filing: filing({ draft: { ...wholeDraft, olderForm: true }, drafts: [line], kept: { ok: true }, link }) },
  { filing: filing({ draft: wholeDraft, drafts: [line], filed: { ok: true, dossierId: 'd9' }, link }) },
  { filing: filing({ draft: wholeDraft, filed: { ok: false, why: 'Cơ quan không còn tiếp nhận.' }, link }) },
  {
    filing: filing({
      draft: { ...wholeDraft, plan: { ...wholeDraft.plan, place: { ...here, kind: 'national_portal' } } },
      link,
    }),
  },
  { filing: filing({ drafts: [line, { ...line, draftId: 'n2', code: 'NHAP-8K2Q-M4N9' }] }) },
  { filing: filing({ draft: 'filed' }) },
  { filing: filing({ draft: 'gone', closed: { kind: 'wrong', triesLeft: 2 } }) },
  { filing: filing({ closed: { kind: 'spent' } }) },
];
export const filingStates: ChatState[] = [
  { kind: 'asked_what_to_file' },
  { kind: 'asked_what_to_file', choices: [{ procedure: '1.001193', label: 'Đăng ký khai sinh' }] },
  { kind: 'asked_to_begin', procedure: '1.001193' },
  { kind: 'asked_which_draft', choices: [{ draftId: 'n1', label: 'Đăng ký khai sinh (NHAP-7K2Q-M4N9)' }] },
  { kind: 'asked_draft_digits', code: 'NHAP-7K2Q-M4N9' },
  { kind: 'answering', draftId: 'n1', path: 'who', words: true, labels: [] },
  { kind: 'answering', draftId: 'n1', path: 'number', words: false, labels: [], secret: true },
  { kind: 'answering', draftId: 'n1', path: 'place', words: true, labels: [] },
  { kind: 'answering', draftId: 'n1', path: 'sex', words: false, labels: ['Nam', 'Nữ'] },
  { kind: 'answering', draftId: 'n1', path: 'proof', words: false, labels: [] },
  { kind: 'answering', draftId: 'n1', path: 'proof', words: false, labels: [], doubted: true },
  { kind: 'answering', draftId: 'n1', path: 'note', words: true, labels: [] },
  { kind: 'answering', draftId: 'n1', path: 'gone.with.a.deploy', words: true, labels: [] },
  { kind: 'checking', draftId: 'n1', labels: ['Đồng ý nộp', 'Sửa', 'Để sau'] },
  { kind: 'asked_what_to_change', draftId: 'n1' },
];
