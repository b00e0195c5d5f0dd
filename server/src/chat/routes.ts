// The edge where Zalo calls: one address for all Official Accounts, answered within two seconds.

import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../platform/context.ts';
import { sendProblem } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import { Problem, type ProblemKind } from '../platform/problem.ts';
import { receiveWebhook } from './receive.ts';

/** Zalo's events are a few kilobytes. */
const largestEvent = 1024 * 1024;

/** `POST /zalo/webhook`. The log says that something came and how it was judged, never what it said. */
export function registerChatRoutes(app: FastifyInstance, ctx: Context, log: Log): void {
  void app.register(async (scope) => {
    // The signature covers the bytes: nothing may parse them first, whatever type they claim.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: largestEvent },
      (_request, body, done) => {
        done(null, body);
      },
    );
    scope.route({
      method: 'POST',
      url: '/zalo/webhook',
      bodyLimit: largestEvent,
      // Zalo speaks for everybody from few addresses, and stops calling after refusals.
      config: { rateLimit: false },
      handler: async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers['x-zevent-signature'];
        const reception = await receiveWebhook(ctx, body, Array.isArray(header) ? header[0] : header);
        switch (reception.kind) {
          case 'not_json':
            log.warn({ requestId: request.id, bytes: body.length }, 'a webhook was not an event');
            return refuse(reply, 'bad_request', 'Nội dung webhook không phải một sự kiện JSON.');
          case 'not_proven':
            log.warn(
              { requestId: request.id, bytes: body.length },
              'a webhook was not proven to come from Zalo',
            );
            return refuse(reply, 'bad_signature', 'Chữ ký của webhook không khớp.');
          case 'kept':
            log.info({ requestId: request.id, event: reception.name }, 'an event without use was kept');
            return reply.send({ received: true });
          case 'taken':
          case 'repeated':
          case 'console_test':
            return reply.send({ received: true });
        }
      },
    });
  });
}

function refuse(reply: FastifyReply, kind: ProblemKind, detail: string): FastifyReply {
  return sendProblem(reply, new Problem(kind, detail));
}
