// Who holds a dossier next, by assignment.

import { currentStep, type Dossier } from './dossier.ts';
import { type Decision, type DecisionFacts, one, refuse } from './dossier-decision.ts';
import { holdingAgencyId } from './dossier-place.ts';

/** Decides an assignment to a colleague of the step. */
export function decideAssignment(dossier: Dossier, facts: DecisionFacts): Decision {
  const { assignee } = facts;
  const step = currentStep(dossier);
  if (assignee === undefined || assignee.agencyId !== holdingAgencyId(dossier))
    return refuse('not_possible_now', 'Không có cán bộ này trong cơ quan. Xin chọn lại trong danh sách.');
  if (assignee.unit !== step.unit || !assignee.roles.includes(step.role))
    return refuse(
      'not_possible_now',
      `Cán bộ được chọn không thuộc đơn vị hoặc vai trò của bước ${step.name}. Xin chọn người của bước này.`,
    );
  if (assignee.officerId === dossier.holding.officerId)
    return refuse('not_possible_now', 'Cán bộ này đang giữ hồ sơ. Xin chọn người khác.');
  return one({ type: 'dossier_assigned', officerId: assignee.officerId, claimed: false });
}
