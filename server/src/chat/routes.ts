// The edge where Zalo calls: one address for all Official Accounts, answered within two seconds.

import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import { Problem, type ProblemKind } from '../platform/problem.ts';
import type { Intake } from './intake.ts';

/** Zalo's events are a few kilobytes. */
const largestEvent = 256 * 1024;

/** `POST /zalo/webhook`. The log says that something came and how it was judged, never what it said. */
export function registerChatRoutes(app: FastifyInstance, intake: Intake, log: Log): void {
  const refusals = countRefusals();
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
      // Zalo speaks for everybody from few addresses, and stops calling after refusals: what is proven is never limited.
      config: { perMinute: false },
      handler: async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers['x-zevent-signature'];
        const reception = await intake.receive(body, Array.isArray(header) ? header[0] : header);
        switch (reception.kind) {
          case 'not_json':
          case 'not_proven': {
            if (!refusals.mayTell(request.ip))
              return refuse(reply, 'too_many', 'Quá nhiều yêu cầu không hợp lệ.');
            log.warn(
              { requestId: request.id, bytes: body.length, verdict: reception.kind },
              'a webhook was not proven to come from Zalo',
            );
            return reception.kind === 'not_json'
              ? refuse(reply, 'bad_request', 'Nội dung webhook không phải một sự kiện JSON.')
              : refuse(reply, 'bad_signature', 'Chữ ký của webhook không khớp.');
          }
          case 'unavailable':
            return refuse(reply, 'unavailable', 'Sự kiện chưa được lưu; xin gửi lại.');
          case 'kept':
            log.info({ requestId: request.id, event: reception.name }, 'an event without use was kept');
            return reply.send({ received: true });
          case 'taken':
          case 'repeated':
          case 'spooled':
          case 'console_test':
            return reply.send({ received: true });
        }
      },
    });
  });
}

/** Past this many in a minute an address is answered without a word in the log. */
const mostRefusals = 120;

/** Counts what was refused, by address: forgers shall not fill the log. A limit in front would shut Zalo out with them. */
function countRefusals(now: () => number = Date.now): { mayTell(address: string): boolean } {
  let minute = 0;
  const counts = new Map<string, number>();
  return {
    mayTell(address) {
      const current = Math.floor(now() / 60_000);
      if (current !== minute || counts.size > 10_000) counts.clear();
      minute = current;
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= mostRefusals;
    },
  };
}

function refuse(reply: FastifyReply, kind: ProblemKind, detail: string): FastifyReply {
  return sendProblem(reply, new Problem(kind, detail));
}
