// A tiny HTTP server for tests: answers as told and remembers what was asked.

import { createServer } from 'node:http';
import type { Socket } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** What to do with the next request: answer, cut the line, or never answer. */
export type Told = { status?: number; json: unknown } | { status?: number; text: string } | 'cut' | 'silence';

export interface WireServer {
  origin: string;
  asked: Asked[];
  /** The last request; throws when there was none. */
  last(): Asked;
  tell(...answers: Told[]): void;
  close(): Promise<void>;
}

export async function startWireServer(): Promise<WireServer> {
  const asked: Asked[] = [];
  const answers: Told[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://test');
      const { method = '', headers } = request;
      const body = Buffer.concat(chunks).toString('utf8');
      asked.push({ method, path: url.pathname, query: url.searchParams, headers, body });
      const told = answers.shift() ?? 'cut';
      if (told === 'silence') return;
      if (told === 'cut') request.socket.destroy();
      else response.writeHead(told.status ?? 200).end('text' in told ? told.text : JSON.stringify(told.json));
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    last() {
      const one = asked.at(-1);
      if (!one) throw new Error('nothing was asked');
      return one;
    },
    tell: (...more) => void answers.push(...more),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
