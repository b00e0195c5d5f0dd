// The opinions of a dossier as its page shows them: what was asked, what came back, what is asked next.

import type { Dossier } from '@motcua/domain/dossier';
import { nextRound } from '@motcua/domain/opinion';
import { opinionStateText } from '@motcua/domain/opinion-words';
import { minutesText } from '@motcua/domain/process-budget';
import type { Instant } from '@motcua/domain/time';
import type { DossierView, OpinionView } from './schema.ts';

export function viewOpinions(
  dossier: Dossier,
  readerAgencyId: string,
  now: Instant,
): Pick<DossierView, 'opinions' | 'nextOpinions'> {
  const opinions = (dossier.opinions ?? []).map((request): OpinionView => {
    const { id, agency, agencyId, question, detail = null, answerBy, closed } = request;
    return {
      id,
      agency,
      question,
      detail,
      state: closed?.how ?? 'awaited',
      ...opinionStateText(request, now),
      overdue: closed === undefined && now >= answerBy,
      isMine: agencyId === readerAgencyId,
      onPaper: agencyId === undefined,
    };
  });
  const nextOpinions = (nextRound(dossier)?.asked ?? []).map(({ agency, question, budgetMinutes }) => ({
    agency,
    question,
    timeText: `trả lời trong ${minutesText(budgetMinutes)}`,
  }));
  return { opinions, nextOpinions };
}
