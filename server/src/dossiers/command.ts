// Runs a command from outside once: claims its key, does the work and stores the answer in one transaction.

import { hash } from 'node:crypto';
import { canonicalJson } from '@motcua/domain/ledger';
import type { Database, Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import {
  answerCommand,
  claimCommand,
  type DoneCommand,
  findCommand,
  isKeyTaken,
  type StoredCommand,
} from './command-store.ts';

export interface Command {
  /** Who sends it: an officer's id, or a chat. Keys of different issuers never meet. */
  issuer: string;
  /** The sender's key, made once per intention. */
  key: string;
  /** What is asked; the same key with another request is a mistake and is refused. */
  request: unknown;
  at: string;
}

/** Does `work` unless the same command was already done; then gives the answer of that time. */
export async function once<T>(tx: Tx, command: Command, work: () => Promise<T>): Promise<T> {
  const requestHash = hashOf(command.request);
  const before = await claimCommand(tx, command.issuer, command.key, requestHash, command.at);
  if (before !== undefined) return answerOf(before, requestHash) as T;
  const answer = await work();
  await answerCommand(tx, command.issuer, command.key, answer);
  return answer;
}

/**
 * The same for work that locks what it changes and writes the command with the rest (`done` is what to write of an
 * answer): no statement is spent on the key, because it decides in the end. A repeat is refused at the lock, for what it
 * wants has been done, or fails at the key, and then gets the answer of that time.
 */
export async function onceBehindLock<T>(
  database: Database,
  tenantId: string,
  command: Command,
  work: (tx: Tx, done: (answer: T) => DoneCommand) => Promise<T>,
): Promise<T> {
  const requestHash = hashOf(command.request);
  const { issuer, key, at } = command;
  const done = (response: T): DoneCommand => ({ issuer, key, requestHash, response, at });
  try {
    return await database.tenant(tenantId, (tx) => work(tx, done));
  } catch (error) {
    if (!mayBeRepeat(error)) throw error;
    const before = await database.tenant(tenantId, (tx) => findCommand(tx, issuer, key));
    if (before === undefined) throw error;
    return answerOf(before, requestHash) as T;
  }
}

/** A refusal, or the key itself; but who is sent away for want of a connection does not come back for another. */
function mayBeRepeat(error: unknown): boolean {
  return error instanceof Problem ? error.kind !== 'unavailable' : isKeyTaken(error);
}

function hashOf(request: unknown): string {
  return hash('sha256', canonicalJson(request));
}

function answerOf(before: StoredCommand, requestHash: string): unknown {
  if (before.requestHash === requestHash) return before.response;
  throw new Problem(
    'key_reused',
    'Mã chống gửi trùng này đã dùng cho một việc khác. Hãy tải lại trang và làm lại.',
  );
}
