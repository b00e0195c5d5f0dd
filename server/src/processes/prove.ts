// Proves a version of a process for an agency: with its catalogue, its calendar and the officers it really has.

import type { Procedure } from '@motcua/domain/procedure';
import { minutesText, workingMinutes } from '@motcua/domain/process-budget';
import { type Proof, proveProcess } from '@motcua/domain/process-proof';
import { unclear } from '@motcua/domain/process-roles';
import type { Term } from '@motcua/domain/term';
import type { PlainDate } from '@motcua/domain/time';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import { listStaff } from '../agencies/officer-store.ts';
import { readPlaces } from '../agencies/place-store.ts';
import type { Tx } from '../platform/database.ts';
import type { ProcessView } from './schema.ts';
import { findProcedure, type ProcessRow } from './store.ts';

export interface Proved {
  procedure: Procedure | undefined;
  term: Term | null;
  proof: Proof;
}

export async function prove(
  tx: Tx,
  agencyId: string,
  { process }: ProcessRow,
  today: PlainDate,
): Promise<Proved> {
  const [procedure, frame, own, places] = await Promise.all([
    findProcedure(tx, process.procedureCode),
    getFrame(tx, agencyId),
    listStaff(tx, agencyId, today),
    readPlaces(tx, process),
  ]);
  const others = places.agencyIds.filter((id) => id !== agencyId);
  const theirs = await Promise.all(others.map((id) => listStaff(tx, id, today)));
  const staff = [...own, ...theirs.flat()];
  const term = procedure === undefined ? null : shortestTerm(procedure);
  const unitName = unitNamer((code) => unitOf(frame, code).name);
  return {
    procedure,
    term,
    proof: proveProcess(process, { term, calendar: frame.calendar, staff, unitName, ...places }),
  };
}

/** One process serves every way of filing: it has to keep the shortest of their terms. */
function shortestTerm({ channels }: Procedure): Term {
  const minutes = (term: Term) => workingMinutes(term) ?? Number.POSITIVE_INFINITY;
  const [shortest] = channels.map(({ term }) => term).sort((a, b) => minutes(a) - minutes(b));
  return shortest ?? { unit: 'none' };
}

/** The proof as the desk shows it. */
export function viewProof({ process }: ProcessRow, proof: Proof): ProcessView['proof'] {
  const nameOf = (stepId: string | null) => process.steps.find(({ id }) => id === stepId)?.name ?? null;
  const number = (value: number) => value.toLocaleString('vi-VN');
  return {
    violations: proof.violations.map(({ kind, stepId, problem, remedy, path }) => ({
      kind,
      stepName: nameOf(stepId),
      problem,
      remedy,
      path,
    })),
    lookedAt: `Đã đi qua ${number(proof.states)} tình trạng hồ sơ có thể gặp, với từng vai trò đang có người: ${number(proof.canAct)} lượt có việc làm, ${number(proof.waits)} lượt có câu nói đang chờ ai.`,
    reserves: proof.reserves.map(({ caseName, minutes }) => {
      const of = caseName === null ? '' : `Trường hợp “${caseName}”: `;
      if (minutes === null) return `${of}thủ tục không quy định thời hạn.`;
      if (minutes === 0) return `${of}các bước dùng hết thời hạn.`;
      return minutes > 0
        ? `${of}các bước để dự phòng ${minutesText(minutes)}.`
        : `${of}các bước vượt thời hạn ${minutesText(-minutes)}.`;
    }),
  };
}

/** Why a version cannot be published, whoever asks; null when it can. */
export function whyNotSound({ publishedAt, findings }: ProcessRow, proof: Proof): string | null {
  if (publishedAt !== null) return 'Phiên bản này đã được công bố.';
  if (findings.length > 0)
    return `Bản nháp còn ${findings.length} chỗ cần sửa từ lúc nạp. Xin sửa tệp rồi nạp lại, hoặc sửa thành bản nháp mới.`;
  const [first] = proof.violations;
  if (first !== undefined)
    return `Quy trình chưa chứng minh được: ${first.problem}${proof.violations.length > 1 ? ` Còn ${proof.violations.length - 1} chỗ khác.` : ''}`;
  return null;
}

/** Names of units; what an import could not place is not shown by its code. */
export function unitNamer(known: (code: string) => string): (code: string) => string {
  return (code) => (code === unclear.unit ? 'đơn vị chưa rõ' : known(code));
}
