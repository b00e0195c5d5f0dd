// Tells a database that is away for a while from one that answers and says no.

import { errorCode } from './start-fault.ts';

/**
 * True when nothing is known to be wrong with what was asked: the server cannot be reached, is starting, stopping,
 * full or a mere copy, or the connection broke under the question. Then the outcome may be unknown, and asking again
 * may help. False for an answer that will be the same tomorrow.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCode(error);
  // Errors of the driver and of the network (`EPIPE`) carry no code of PostgreSQL, which always has a digit.
  if (code === undefined || !/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return true;
  return awayCodes.some((prefix) => code.startsWith(prefix));
}

/**
 * Classes and codes of PostgreSQL: connection; resources (full disk, memory, connections); an operator stops or starts
 * it; its disk fails; read only, as a copy is; cut off by a limit of time or by the server itself.
 */
const awayCodes = ['08', '53', '57', '58', '25006', '25P03'];
