// Every event of a dossier has words for the desk, and a decision whether the citizen is told.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '@motcua/domain/dossier';
import type { DossierEvent } from '@motcua/domain/dossier-event';
import { wordsOf } from '@motcua/domain/event-words';
import { noticeKindFor } from '@motcua/domain/status-notice';
import { expect, test } from 'vitest';
import { desk, processOf } from '../src/demo/catalogue/processes.ts';
import { wardCatalogue } from '../src/demo/catalogue/ward-catalogue.ts';

const [first] = wardCatalogue;
if (first === undefined) throw new Error('The ward offers something.');
const process = processOf(first.procedure, desk('tu-phap', 'Thẩm tra'));
const dossier = {
  process,
  payments: [] as Dossier['payments'],
  channel: 'online',
  outcome: 'granted',
} as Dossier;
const at = '2026-12-07T08:00:00+07:00';
const term = { unit: 'working_day', value: 3 } as const;
const reason = 'Lý do đầy đủ.';
const step = { from: 1, to: 2, unit: 'lanh-dao' } as const;
const officerId = '01900000-0000-7000-8000-000000000001';

/** Complete by type: a new kind of event does not compile until it stands here. */
const events: { [Type in DossierEvent['type']]: Omit<Extract<DossierEvent, { type: Type }>, 'type'> } = {
  dossier_submitted: {
    id: 'd1',
    agencyId: 'a1',
    procedureCode: '1.001193',
    procedureVersion: 1,
    procedureName: 'Đăng ký khai sinh',
    process,
    term,
    termText: '03 ngày làm việc',
    channel: 'online',
    applicantId: 'p1',
    summary: 'Đăng ký khai sinh',
    papers: [],
    copies: 1,
    deliveryMethod: 'counter',
  },
  dossier_accepted: { code: '000.00.27.H53-261207-0001', fee: 8_000 },
  intake_refused: { reasons: [reason] },
  step_passed: { ...step, officerId: null, note: null },
  step_returned: { ...step, officerId: null, reason },
  dossier_assigned: { officerId, claimed: false },
  dossier_released: { officerId, reason },
  lease_renewed: {},
  note_added: { text: reason },
  supplement_requested: {
    items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason }],
    answerBy: at,
    mode: 'reset',
    sectorGround: null,
  },
  supplement_proposed: {
    items: [{ target: { kind: 'paper', paperId: 'p1' }, label: 'Tờ khai', reason }],
    sectorGround: null,
  },
  supplement_declined: { reason },
  supplement_answered: { items: [0], channel: 'chat' },
  supplement_returned: { items: [{ item: 0, reason }], answerBy: at },
  supplement_taken: { papers: [], completedAt: at, summary: 'Nội dung' },
  payment_requested: { amount: 8_000, reason, stopsClock: true },
  payment_confirmed: { amount: 8_000, receiptNumber: '12' },
  term_extended: { term, reason, apology: 'Xin lỗi Anh/Chị.', newDue: at },
  step_approved: { ...step, outcome: 'granted', reasons: [] },
  dossier_withdrawn: { reason },
  dossier_stopped: { reason },
  dossier_finished: { to: 4, unit: 'mot-cua', outcome: 'granted', resultNumber: null },
  result_handed_over: { collector: 'Nguyễn Văn Nhận', method: 'counter' },
  result_correction_opened: { to: 1, unit: 'tu-phap', reason },
  details_corrected: { summary: 'Nội dung', deliveryMethod: null, reason },
  link_renewed: { reason },
  filed_again: { others: [{ id: 'd0', code: '000.00.27.H53-261207-0001' }], reason },
  papers_received: { batch: '12/2026', fromOfficerId: officerId },
  files_kept: {
    files: [{ id: 'f1', paperId: 'p1', name: 'Tờ khai', version: 2, pages: 3, sha256: '00' }],
  },
  process_migrated: { processVersion: 2, process, ...step, officerId: null, reason },
  agency_moved: {
    fromAgencyId: 'a1',
    toAgencyId: 'a2',
    fromName: 'UBND phường Khánh Hậu',
    toName: 'UBND phường Long An',
    process,
    unit: 'tu-phap',
    officerId,
    decision: 'Quyết định số 12/QĐ-UBND',
  },
  opinions_asked: {
    round: 1,
    requests: [
      {
        id: 'y1',
        stepId: 's2',
        round: 1,
        agency: 'Chi nhánh Văn phòng đăng ký đất đai',
        question: 'Ranh giới thửa đất có tranh chấp không?',
        askedAt: at,
        answerBy: at,
        onSilence: 'consent',
      },
    ],
  },
  opinion_given: { requestId: 'y1', agency: 'Sở Tài chính', verdict: 'agree', text: reason },
  opinion_silent: { requestId: 'y1', agency: 'Sở Tài chính', means: 'consent' },
  opinion_waived: { requestId: 'y1', agency: 'Sở Tài chính', reason },
  citizen_reminded: { about: 'supplement', until: at },
  act_undone: { undoes: 4, act: 'step_passed', reason },
  due_moved: { oldDue: at, newDue: at, calendarVersion: 2, reason },
};

test.each(Object.entries(events))('%s has words and a decision', (type, payload) => {
  const event = { type, ...payload } as DossierEvent;
  const need = { unitName: () => 'Lãnh đạo', officerName: () => 'bà Lê Thị Hoa', today: '2026-12-07' };
  const words = wordsOf(event, dossier, need);
  expect(words.text).toMatch(/^[A-ZĐÀ-Ỹb]/);
  for (const text of [words.text, ...words.lines]) expect(text).not.toMatch(/undefined|null|NaN|_/);
  expect(noticeKindFor(event, dossier)).not.toBe(undefined);
});

test('this list is the domain’s own', () => {
  const source = readFileSync(join(import.meta.dirname, '..', '..', 'domain', 'dossier-event.ts'), 'utf8');
  const union = /export type DossierEvent =([\s\S]*?);\n\n/.exec(source)?.[1] ?? '';
  const named = [...union.matchAll(/type: '(\w+)'/g)].map(([, type = '']) => type);
  expect(named.sort()).toEqual(Object.keys(events).sort());
});
