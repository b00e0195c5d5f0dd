// Puts procedures and their internal processes into the catalogue as offered: new versions only where something changed.

import { createHash } from 'node:crypto';
import { foldedKey } from '@motcua/domain/folding';
import { canonicalJson } from '@motcua/domain/ledger';
import type { Procedure } from '@motcua/domain/procedure';
import { checkProcess, type Process } from '@motcua/domain/process';
import type { Tx } from '../platform/database.ts';
import {
  addVersions,
  type CurrentVersion,
  currentVersions,
  type NewVersion,
  publishProcess,
} from './store.ts';

/** Offers procedures with their processes. A process with a defect is a bug of the caller: it was to be checked. */
export async function offerProcedures(
  tx: Tx,
  entries: readonly { procedure: Procedure; process: Process }[],
  at: string,
): Promise<void> {
  const current = await currentVersions(
    tx,
    entries.map(({ procedure }) => procedure.code),
  );
  const versions = entries.flatMap(
    ({ procedure }) => nextVersion(procedure, current.get(procedure.code), true) ?? [],
  );
  await addVersions(tx, versions, at);
  for (const { process } of entries) {
    const [defect] = checkProcess(process);
    if (defect !== undefined) throw new Error(`${process.procedureCode}: ${defect.problem}`);
    await publishProcess(tx, process, at);
  }
}

/** The version that follows, or null when nothing changed. What is offered stays offered. */
export function nextVersion(
  procedure: Procedure,
  current: CurrentVersion | undefined,
  offered: boolean,
): NewVersion | null {
  const contentHash = createHash('sha256').update(canonicalJson(procedure)).digest('hex');
  const keepsOffer = offered || current?.offered === true;
  if (current?.contentHash === contentHash && current.offered === keepsOffer) return null;
  return {
    procedure,
    version: (current?.version ?? 0) + 1,
    contentHash,
    searchKey: foldedKey(`${procedure.code} ${procedure.shortName} ${procedure.name}`),
    offered: keepsOffer,
  };
}
