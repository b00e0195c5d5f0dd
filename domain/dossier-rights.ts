// Who may do what to a dossier: by role at a desk, or by holding the step it lies at.

import type { Calendar } from './calendar.ts';
import { currentStep, type Dossier, isEnded } from './dossier.ts';
import type { ActionType } from './dossier-action.ts';
import { holdingAgencyId, takesPart } from './dossier-place.ts';
import { awaitedOpinions, opinionRoles } from './opinion.ts';
import type { OfficerRole } from './process.ts';
import type { Instant } from './time.ts';
import { holdsMoney, waitingOf } from './waiting.ts';

/** What a decision must know about the person who acts. */
export interface ActorFacts {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly OfficerRole[];
  /** Colleagues who are away now and whose deputy this person is: what they hold, the deputy holds too. */
  standsInFor: readonly string[];
}

/** The citizen (through chat or web), or a rule of the clock. */
export type Acting = ({ kind: 'officer' } & ActorFacts) | { kind: 'citizen' } | { kind: 'system' };

/** Why this person may not take this action, as a sentence; null when they may. */
export function whyNotTheirs(
  type: ActionType,
  dossier: Dossier,
  acting: Acting,
  now: Instant,
  calendar: Calendar,
): string | null {
  switch (acting.kind) {
    case 'system':
      return whyNotByRule(type, dossier, now, calendar);
    case 'citizen':
      return type === 'withdraw' || type === 'answer_supplement'
        ? null
        : 'Việc này do cán bộ của cơ quan làm. Anh/Chị liên hệ nơi đã nhận hồ sơ.';
    case 'officer':
      return whyNotByOfficer(type, dossier, acting, now, calendar);
  }
}

/**
 * True when the officer belongs to the step (its unit, its role) and no colleague holds the dossier, or when its holder
 * is away and the officer is the deputy.
 */
export function isHolder(dossier: Dossier, officer: ActorFacts): boolean {
  const { officerId } = dossier.holding;
  if (standsIn(dossier, officer)) return true;
  return belongsTo(dossier, officer) && (officerId === null || officerId === officer.officerId);
}

/** The colleague in whose place this action is taken; null when the officer may take it in their own name. */
export function inPlaceOf(
  type: ActionType,
  dossier: Dossier,
  acting: Acting,
  now: Instant,
  calendar: Calendar,
): string | null {
  if (acting.kind !== 'officer' || !standsIn(dossier, acting)) return null;
  const alone = { ...acting, standsInFor: [] };
  return whyNotTheirs(type, dossier, alone, now, calendar) === null ? null : dossier.holding.officerId;
}

/** A deputy works in any room of the agency, but signs only with a role of their own that signs. */
function standsIn(dossier: Dossier, officer: ActorFacts): boolean {
  const { officerId } = dossier.holding;
  const { kind, role } = currentStep(dossier);
  return (
    officerId !== null &&
    officer.agencyId === holdingAgencyId(dossier) &&
    officer.standsInFor.includes(officerId) &&
    (kind !== 'approve' || officer.roles.includes(role))
  );
}

/** Why this officer may not add a scan or photograph to a dossier, as a sentence; null when they may. */
export function whyNotAddFiles(dossier: Dossier, officer: ActorFacts): string | null {
  if (isEnded(dossier.status)) return 'Hồ sơ đã kết thúc nên không thêm bản chụp được nữa.';
  const atCounter = officer.agencyId === dossier.agencyId && officer.roles.includes('clerk_in');
  return atCounter || isHolder(dossier, officer)
    ? null
    : 'Bản chụp do cán bộ tiếp nhận hoặc người đang giữ hồ sơ thêm vào. Xin nhờ đồng nghiệp.';
}

/** Roles that may act for the dossier's own agency wherever it lies, beside whoever holds the step. */
const desks: Partial<Record<ActionType, readonly OfficerRole[]>> = {
  refuse_at_intake: ['clerk_in'],
  confirm_supplement: ['centre_head'],
  decline_supplement: ['centre_head'],
  take_supplement: ['clerk_in'],
  return_supplement: ['clerk_in'],
  confirm_payment: ['cashier', 'clerk_in', 'clerk_out'],
  request_payment: ['cashier'],
  withdraw: ['clerk_in', 'clerk_out'],
  stop: ['centre_head', 'approver'],
  hand_over: ['clerk_out'],
  correct_result: ['clerk_out', 'approver'],
  correct_details: ['clerk_in'],
  renew_link: ['clerk_in', 'clerk_out'],
};

/** Roles that may act at the agency where the dossier lies now. */
const desksOfHolder: Partial<Record<ActionType, readonly OfficerRole[]>> = {
  assign: ['dispatcher', 'centre_head'],
  release: ['dispatcher', 'centre_head'],
  confirm_supplement: ['approver', 'centre_head'],
  decline_supplement: ['approver', 'centre_head'],
  stop: ['approver'],
  correct_result: ['approver'],
  waive_opinion: ['approver', 'centre_head'],
};

/** What the holder of the step may do, and any colleague of the step while nobody holds it. */
const holderMay: ReadonlySet<ActionType> = new Set([
  'pass_on',
  'return_to_step',
  'release',
  'keep',
  'request_supplement',
  'decline_supplement',
  'return_supplement',
  'take_supplement',
  'request_payment',
  'extend',
  'approve',
  'refuse',
  'finish',
  'hand_over',
  'correct_details',
  'consult',
  'record_opinion',
]);

/** What anybody of the step may do, whoever holds the dossier. Accepting makes the clerk its holder. */
const stepMay: ReadonlySet<ActionType> = new Set(['accept', 'claim']);

/** A rule stops only what lapsed, and nothing with money paid or owed: a person decides about that. */
function whyNotByRule(type: ActionType, dossier: Dossier, now: Instant, calendar: Calendar): string | null {
  if (type !== 'stop') return 'Việc này cần cán bộ làm. Xin giao cho người đang giữ hồ sơ.';
  const waiting = waitingOf(dossier, calendar);
  if (waiting === null || now < waiting.stopsAt)
    return 'Hồ sơ chưa quá hạn đã báo công dân. Xin chờ hết thời hạn.';
  return holdsMoney(dossier)
    ? 'Hồ sơ có khoản tiền đã nộp hoặc chờ nộp. Xin để cán bộ xem rồi dừng giải quyết.'
    : null;
}

function whyNotByOfficer(
  type: ActionType,
  dossier: Dossier,
  officer: ActorFacts,
  now: Instant,
  calendar: Calendar,
): string | null {
  if (!takesPart(dossier, officer.agencyId))
    return 'Hồ sơ thuộc cơ quan khác. Xin liên hệ cơ quan đang giải quyết hồ sơ.';
  // Whoever may read a dossier may leave its colleagues a word.
  if (type === 'note') return null;
  if (type === 'give_opinion') return whyNotTheirOpinion(dossier, officer);
  const isOwn = officer.agencyId === dossier.agencyId;
  const holds = officer.agencyId === holdingAgencyId(dossier);
  const hasRole = (roles: readonly OfficerRole[] = []) => roles.some((role) => officer.roles.includes(role));
  if ((isOwn && hasRole(desks[type])) || (holds && hasRole(desksOfHolder[type]))) return null;
  // The counter closes what the citizen did not complete in time (NĐ 118/2025 Đ19.5).
  if (type === 'stop' && isOwn && hasRole(['clerk_in']) && isLapsed(dossier, now, calendar)) return null;
  const { name } = currentStep(dossier);
  if (!holderMay.has(type) && !stepMay.has(type))
    return 'Vai trò của Anh/Chị không làm việc này. Xin nhờ đồng nghiệp phụ trách.';
  if (!holds)
    return `Hồ sơ đang ở bước ${name} tại ${whereText(dossier)}. Xin chờ cơ quan đó làm xong, hoặc liên hệ để biết tiến độ.`;
  if (!belongsTo(dossier, officer) && !standsIn(dossier, officer))
    return `Hồ sơ đang ở bước ${name}, thuộc đơn vị hoặc vai trò khác. Xin nhờ người phụ trách bước này.`;
  return stepMay.has(type) || isHolder(dossier, officer)
    ? null
    : 'Hồ sơ do đồng nghiệp khác đang giữ. Nếu cần đổi người, xin lãnh đạo phân công lại.';
}

function belongsTo(dossier: Dossier, officer: ActorFacts): boolean {
  const step = currentStep(dossier);
  return (
    officer.agencyId === holdingAgencyId(dossier) &&
    officer.unit === step.unit &&
    officer.roles.includes(step.role)
  );
}

/** Those who examine or lead at an agency answer for it; the asking agency does not answer itself. */
function whyNotTheirOpinion(dossier: Dossier, { agencyId, roles }: ActorFacts): string | null {
  if (!awaitedOpinions(dossier).some((request) => request.agencyId === agencyId))
    return 'Hồ sơ không có yêu cầu lấy ý kiến nào gửi tới cơ quan này. Xin xem danh sách Xin ý kiến.';
  return opinionRoles.some((role) => roles.includes(role))
    ? null
    : 'Ý kiến của cơ quan do chuyên viên thụ lý hoặc lãnh đạo trả lời. Xin nhờ người phụ trách.';
}

/** The agency that has the dossier, for those of another one. */
function whereText({ holding }: Dossier): string {
  return holding.elsewhere?.agencyName ?? 'cơ quan đã nhận hồ sơ';
}

/** True once the time given to the citizen for what is open now has passed; older requests do not count. */
function isLapsed(dossier: Dossier, now: Instant, calendar: Calendar): boolean {
  const waiting = waitingOf(dossier, calendar);
  return waiting !== null && now >= waiting.lapsesAt;
}
