// A socket to PostgreSQL that sends in one go whatever is written in one turn of the loop.

import { Socket } from 'node:net';

/**
 * Statements asked together leave in one write: each write of its own costs a call into the system here and wakes the
 * server for a single statement there, which is dearer than most statements.
 */
export function openGatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let gathering = false;
  function gatherAndWrite(...given: unknown[]): boolean {
    if (!gathering) {
      gathering = true;
      socket.cork();
      // After everything that can go on without an answer has gone on.
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return write(...given);
  }
  // Connecting puts a socket's own way of writing back.
  return socket.once('connect', () => Object.assign(socket, { write: gatherAndWrite }));
}
