// Limits per address: so many requests a minute to each route, counted in the process. Whoever is over waits for the next minute.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Requests a minute from one address to this route; `false` for none. The general limit when absent. */
    perMinute?: number | false;
  }
}

/** More addresses in one minute than any office has visitors: then the first that came are forgotten. */
const mostAddresses = 100_000;

/** `general`: the limit of a route that names none. `times`: all limits, so many times as high. `now`: milliseconds. */
export function limitPerAddress(
  { general, times }: { general: number; times: number },
  now: () => number = () => performance.now(),
) {
  let minute = 0;
  let used = new Map<string, number>();
  return (request: FastifyRequest, reply: FastifyReply, done: (refusal?: Error) => void): void => {
    const { config, method, url = '' } = request.routeOptions;
    const perMinute = config.perMinute ?? general;
    if (perMinute === false) return done();
    const at = now();
    const current = Math.floor(at / 60_000);
    if (current !== minute) {
      minute = current;
      used = new Map();
    }
    const key = `${request.ip} ${String(method)} ${url}`;
    const count = (used.get(key) ?? 0) + 1;
    if (count === 1 && used.size >= mostAddresses) used.delete(used.keys().next().value ?? '');
    used.set(key, count);
    if (count <= perMinute * times) return done();
    void reply.header('retry-after', String(Math.ceil(60 - (at % 60_000) / 1000)));
    done(new Problem('too_many', 'Anh/Chị thao tác quá nhanh. Xin chờ một phút rồi làm lại.'));
  };
}
