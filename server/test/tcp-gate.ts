// A gate in front of PostgreSQL that can refuse, fall silent, or cut a connection at a chosen word: networks as they are.

import { createConnection, createServer, type Socket } from 'node:net';

export interface TcpGate {
  /** The database of `connectionString`, reached through the gate. */
  url: string;
  /** Lets everything through again; connections cut stay cut. */
  open(): void;
  /** Cuts every connection and refuses new ones, as when the server is stopped. */
  refuse(): void;
  /** Passes nothing on and cuts nothing, as when a cable is pulled. What was sent arrives when the gate opens. */
  stall(): void;
  /**
   * The next time a client says `word` (`commit`), it is passed on and the server's answer to it is not: the
   * connection breaks instead. The client cannot know whether it was done. Spares the first `skip` times.
   */
  cutAnswerTo(word: string, skip?: number): void;
  /** How often an answer was cut off. */
  cuts(): number;
  close(): Promise<void>;
}

export async function openTcpGate(connectionString: string): Promise<TcpGate> {
  const url = new URL(connectionString);
  const folder = url.searchParams.get('host');
  const target =
    folder === null
      ? { host: url.hostname, port: Number(url.port) }
      : { path: `${folder}/.s.PGSQL.${url.port}` };
  const pairs = new Set<readonly [Socket, Socket]>();
  let mode: 'open' | 'refuse' | 'stall' = 'open';
  let deadly: { word: string; skip: number } | undefined;
  let cuts = 0;

  const server = createServer((client) => {
    if (mode === 'refuse') return client.destroy();
    const database = createConnection(target);
    const pair = [client, database] as const;
    pairs.add(pair);
    let dying = false;
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      database.destroy();
    };
    client.on('data', (bytes: Buffer) => {
      if (deadly !== undefined && bytes.includes(deadly.word)) {
        deadly.skip -= 1;
        if (deadly.skip < 0) {
          deadly = undefined;
          dying = true;
        }
      }
      database.write(bytes);
    });
    database.on('data', (bytes: Buffer) => {
      if (!dying) return client.write(bytes);
      cuts += 1;
      return end();
    });
    for (const socket of pair) socket.on('error', end).on('close', end);
    if (mode === 'stall') for (const socket of pair) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);

  return {
    url: url.href,
    open() {
      mode = 'open';
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
    refuse() {
      mode = 'refuse';
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    stall() {
      mode = 'stall';
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    cutAnswerTo(word, skip = 0) {
      deadly = { word, skip };
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const pair of pairs) for (const socket of pair) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
