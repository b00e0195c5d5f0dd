// A tiny HTTP server for tests: answers as told and remembers what was asked.

import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/**
 * What to do with the next request: answer, cut the line, never answer, begin an answer and cut the line, or answer
 * without end, drop by drop or in a flood.
 */
export type Told =
  | ({ status?: number; headers?: Record<string, string> } & ({ json: unknown } | { text: string }))
  | 'cut'
  | 'silence'
  | 'half'
  | 'trickle'
  | 'flood';

export interface WireServer {
  readonly origin: string;
  asked: Asked[];
  /** The last request; throws when there was none. */
  last(): Asked;
  tell(...answers: Told[]): void;
  close(): Promise<void>;
}

/** A server for all tests of a file: it listens before the first of them and is gone after the last. */
export function givenWireServer(): WireServer {
  const { wire, listen } = createWireServer();
  beforeAll(listen);
  afterAll(() => wire.close());
  return wire;
}

export async function startWireServer(): Promise<WireServer> {
  const { wire, listen } = createWireServer();
  await listen();
  return wire;
}

function createWireServer(): { wire: WireServer; listen: () => Promise<void> } {
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
      else if (told === 'half' || told === 'trickle' || told === 'flood') {
        misbehave(told, response);
      } else {
        const text = 'text' in told ? told.text : JSON.stringify(told.json);
        response.writeHead(told.status ?? 200, told.headers).end(text);
      }
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  let origin: string | undefined;
  const wire: WireServer = {
    get origin() {
      if (origin === undefined) throw new Error('the server does not listen yet');
      return origin;
    },
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
  const listen = async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    origin = `http://127.0.0.1:${port}`;
  };
  return { wire, listen };
}

/** The beginning of a success, and then what must not count as one. */
function misbehave(how: 'half' | 'trickle' | 'flood', response: ServerResponse): void {
  const start = '{"error":0,"data":{"message_id":"m"';
  if (how === 'half') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(start, () => response.destroy());
    return;
  }
  response.writeHead(200);
  response.write(start);
  if (how === 'trickle') {
    const drop = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(drop));
    return;
  }
  const wave = ' '.repeat(65_536);
  const pour = () => {
    while (!response.destroyed && response.write(wave));
  };
  response.on('drain', pour);
  pour();
}
