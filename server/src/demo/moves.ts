// What happens next to a dossier of the demo ward: who does what, and after how much working time.

import { currentStep, type Dossier, isEnded } from '@motcua/domain/dossier';
import type { Action } from '@motcua/domain/dossier-action';
import type { Acting } from '@motcua/domain/dossier-guard';
import type { OfficerRole } from '@motcua/domain/process';
import { type Instant, plusDays } from '@motcua/domain/time';
import type { Chance } from './chance.ts';
import { wardIds } from './ward.ts';
import { demoOfficers } from './ward-people.ts';

export interface Move {
  acting: Acting;
  action: Action;
}

const ids = wardIds();
const registers: Record<string, string> = {
  'tu-phap': 'HT',
  'kinh-te': 'KT',
  'dia-chinh': 'XD',
  'van-hoa-xa-hoi': 'XH',
};

/** The next move, or null when the dossier has ended. */
export function nextMove(dossier: Dossier, chance: Chance, now: Instant): Move | null {
  if (isEnded(dossier.status)) return null;
  const step = currentStep(dossier);
  const holder = dossier.holding.officerId;
  const at = (role: OfficerRole, unit: string): Acting => actingAs(chance, role, unit, null);
  const onDuty = (): Acting => actingAs(chance, step.role, step.unit, holder);
  const clerk = at('clerk_in', 'mot-cua');
  switch (dossier.status) {
    case 'submitted':
      return chance.happens(0.97)
        ? { acting: clerk, action: { type: 'accept' } }
        : {
            acting: clerk,
            action: { type: 'refuse_at_intake', reasons: ['Việc này thuộc thẩm quyền của cơ quan khác.'] },
          };
    case 'awaiting_supplement':
      return chance.happens(0.93)
        ? { acting: clerk, action: { type: 'take_supplement', papers: [] } }
        : {
            acting: clerk,
            action: { type: 'withdraw', reason: 'Công dân chưa chuẩn bị được giấy tờ, xin rút hồ sơ.' },
          };
    case 'awaiting_payment':
      return { acting: clerk, action: { type: 'confirm_payment', receiptNumber: null } };
    case 'resolved':
      return dossier.money === 'due'
        ? { acting: clerk, action: { type: 'confirm_payment', receiptNumber: null } }
        : {
            acting: at('clerk_out', 'mot-cua'),
            action: { type: 'hand_over', collector: 'Người nộp hồ sơ', method: dossier.deliveryMethod },
          };
    default:
      break;
  }
  switch (step.kind) {
    case 'intake':
      return { acting: onDuty(), action: { type: 'pass_on', note: null } };
    case 'work':
      if (holder === null) return { acting: onDuty(), action: { type: 'claim' } };
      if (mayAskMore(dossier, now) && chance.happens(0.08))
        return { acting: onDuty(), action: supplementFor(dossier) };
      return { acting: onDuty(), action: { type: 'pass_on', note: null } };
    case 'approve':
      return {
        acting: onDuty(),
        action: chance.happens(0.98)
          ? { type: 'approve' }
          : {
              type: 'refuse',
              reasons: ['Hồ sơ không đủ điều kiện theo quy định của pháp luật chuyên ngành.'],
            },
      };
    case 'register':
    case 'return':
      return { acting: onDuty(), action: { type: 'finish', resultNumber: numberFor(dossier, chance) } };
  }
}

/** Working minutes until the next move: mostly well within the step's budget, now and then beyond it. */
export function minutesUntilNext(dossier: Dossier, chance: Chance): number {
  if (dossier.status === 'awaiting_supplement') return 480 + chance.below(480 * 5);
  if (dossier.status === 'resolved') return 60 + chance.below(480 * 2);
  const budget = Math.max(30, currentStep(dossier).budgetMinutes);
  const pace = chance.happens(0.02) ? 1.6 : 0.1 + chance.below(80) / 100;
  // A work step has two moves, claim and pass on, that share its time.
  const share = currentStep(dossier).kind === 'work' ? 0.5 : 1;
  return Math.max(5, Math.round(budget * pace * share));
}

/** Specialists ask once, and within the days the law gives for it. */
function mayAskMore(dossier: Dossier, now: Instant): boolean {
  if (dossier.receivedAt === null || dossier.supplements.length > 0 || dossier.papers.length === 0)
    return false;
  return dossier.term.unit !== 'same_day' && now <= plusDays(dossier.receivedAt, 3);
}

function supplementFor(dossier: Dossier): Action {
  const [paper] = dossier.papers;
  return {
    type: 'request_supplement',
    sectorGround: null,
    items: [
      {
        target: { kind: 'paper', paperId: paper?.paperId ?? 'p1' },
        label: paper?.name ?? 'Giấy tờ đã nộp',
        reason: 'Bản nộp bị mờ, chưa đọc được. Xin nộp bản rõ hơn.',
      },
    ],
  };
}

function numberFor(dossier: Dossier, chance: Chance): string {
  const unit = dossier.process.steps.find((step) => step.kind === 'work')?.unit ?? '';
  return `${1 + chance.below(980)}/${(dossier.receivedAt ?? dossier.submittedAt).slice(0, 4)}/${registers[unit] ?? 'UBND'}`;
}

function actingAs(chance: Chance, role: OfficerRole, unit: string, holder: string | null): Acting {
  const able = demoOfficers.filter((officer) => officer.unit === unit && officer.roles.includes(role));
  const officer = able.find(({ username }) => ids.officers.get(username) === holder) ?? chance.pick(able);
  return {
    kind: 'officer',
    officerId: ids.officers.get(officer.username) ?? '',
    agencyId: ids.agencyId,
    unit: officer.unit,
    roles: officer.roles,
    standsInFor: [],
  };
}
