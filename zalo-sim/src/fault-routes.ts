// /control: faults, tokens, the clock, the calls per minute, and the webhook's subscription.

import type { FastifyInstance } from 'fastify';
import { badDay } from './bad-day.ts';
import { fieldsIn, queryOf } from './body.ts';
import { describeTokens, killTokens } from './fault-tokens.ts';
import { readFault } from './faults-input.ts';
import { fieldsOf } from './json.ts';
import type { Street } from './parts.ts';
import { describeTraffic } from './rate-limit.ts';

const dayMs = 86_400_000;

export function addFaultRoutes(app: FastifyInstance, street: Street): void {
  app.get('/control/faults', () => street.faults.list());
  app.get('/control/faults/strikes', () => street.faults.strikes());

  app.post('/control/faults', (request, reply) => {
    const spec = readFault(fieldsIn(request));
    return 'error' in spec ? reply.code(400).send(spec) : street.faults.add(spec);
  });

  app.post('/control/faults/bad-day', () => badDay.map((spec) => street.faults.add(spec)));

  app.delete('/control/faults', () => ({ cleared: street.faults.clear() }));
  app.delete('/control/faults/:id', (request, reply) => {
    const cleared = street.faults.clear(String(fieldsOf(request.params)['id']));
    return cleared === 0 ? reply.code(404).send({ error: 'no fault has this id' }) : { cleared };
  });

  app.get('/control/tokens', () => describeTokens(street));
  app.post('/control/tokens/kill', (request, reply) => {
    const { token } = fieldsIn(request);
    if (token !== 'access' && token !== 'refresh' && token !== 'both') {
      return reply.code(400).send({ field: 'token', error: 'token must be access, refresh or both' });
    }
    killTokens(street, token);
    return describeTokens(street);
  });

  app.post('/control/clock', (request, reply) => {
    const { advanceMs } = fieldsIn(request);
    const fits = typeof advanceMs === 'number' && advanceMs > 0 && advanceMs <= 365 * dayMs;
    if (!fits) {
      return reply.code(400).send({ field: 'advanceMs', error: 'advanceMs must be above 0, at most a year' });
    }
    if (!street.ownsClock) {
      return reply.code(409).send({ error: 'the clock belongs to whoever opened the street' });
    }
    street.advance(advanceMs);
    return { now: street.now() };
  });

  app.get('/control/limits', (request) => {
    const latest = Number(queryOf(request, 'minutes') ?? Infinity);
    const { minutes, ...sums } = describeTraffic(street);
    return { ...sums, minutes: latest > 0 ? minutes.slice(-latest) : minutes };
  });

  app.get('/control/subscription', () => describeSubscription(street));
  app.post('/control/subscription', () => {
    street.state.webhook.subscribed = true;
    street.tell({ kind: 'setup', personId: null });
    street.courier.pump();
    return describeSubscription(street);
  });
}

/** Where the ladder of redeliveries stands: what waits, since which try, until when. */
function describeSubscription(street: Street) {
  const { webhook, posts } = street.state;
  const trying = posts.filter((post) => post.status === 'waiting' && post.attempts.length > 0);
  return {
    subscribed: webhook.subscribed,
    pauses: street.courier.pauses,
    lost: posts.filter(({ status, once }) => status === 'lost' && !once).length,
    trying: trying.map(({ id, eventName, personId, attempts, nextAt }) => ({
      id,
      eventName,
      personId,
      retries: attempts.length,
      nextAt,
    })),
  };
}
