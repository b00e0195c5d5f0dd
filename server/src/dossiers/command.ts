// Runs a command from outside once: claims its key, does the work and stores the answer in one transaction.

import { createHash } from 'node:crypto';
import { canonicalJson } from '@motcua/domain/ledger';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { answerCommand, claimCommand } from './command-store.ts';

export interface Command {
  /** Who sends it: an officer's id, or a chat. Keys of different issuers never meet. */
  issuer: string;
  /** The sender's key, made once per intention. */
  key: string;
  /** What is asked; the same key with another request is a mistake and is refused. */
  request: unknown;
  at: string;
}

/**
 * Does `work` unless the same command was already done; then gives the answer of that time. `read` is what the work
 * needs first: asked right behind the claim, so that it sees what whoever held the key before has done.
 */
export async function once<T, Read = undefined>(
  tx: Tx,
  command: Command,
  work: (read: Read) => Promise<T>,
  read: () => Promise<Read> = async () => undefined as Read,
): Promise<T> {
  const requestHash = createHash('sha256').update(canonicalJson(command.request)).digest('hex');
  const [before, found] = await Promise.all([
    claimCommand(tx, command.issuer, command.key, requestHash, command.at),
    read(),
  ]);
  if (before !== undefined) {
    if (before.requestHash !== requestHash)
      throw new Problem(
        'key_reused',
        'Mã chống gửi trùng này đã dùng cho một việc khác. Hãy tải lại trang và làm lại.',
      );
    return before.response as T;
  }
  const answer = await work(found);
  await answerCommand(tx, command.issuer, command.key, answer);
  return answer;
}
