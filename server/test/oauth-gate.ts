// Stands between us and Zalo's token endpoint: counts, holds a question back, or loses the answer on its way.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface OauthGate {
  url: string;
  /** Questions let through to Zalo so far. */
  asked(): number;
  /** When the latest answer of Zalo's left here, by `performance.now()`. */
  answeredAt(): number;
  /** Holds the next questions until `open`; resolves when one has arrived. */
  hold(): { arrived: Promise<void>; open(): void };
  /** Zalo carries the next question out, but its answer never comes back. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

export async function startOauthGate(target: string): Promise<OauthGate> {
  let asked = 0;
  let losing = false;
  let answeredAt = 0;
  let held: Promise<void> = Promise.resolve();
  let arrive = () => {};

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    arrive();
    await held;
    asked += 1;
    const { secret_key, 'content-type': type } = request.headers;
    const headers = { secret_key: String(secret_key), 'content-type': String(type) };
    const answer = await fetch(`${target}${request.url}`, { method: 'POST', headers, body });
    const answered = await answer.text();
    answeredAt = performance.now();
    if (losing) request.socket.destroy();
    else response.end(answered);
    losing = false;
  }

  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    answeredAt: () => answeredAt,
    hold() {
      const gate = Promise.withResolvers<void>();
      const arrival = Promise.withResolvers<void>();
      held = gate.promise;
      arrive = arrival.resolve;
      return { arrived: arrival.promise, open: gate.resolve };
    },
    loseNextAnswer: () => {
      losing = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
