// Where faults strike calls: one hook before the work, one between the work and its answer.

import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse, wordsOf } from './answer.ts';
import { callOf, countsToLimit, familyOf, pathOf, refreshTokenOf } from './fault-calls.ts';
import { withoutRefreshToken } from './fault-tokens.ts';
import type { AnswerFault } from './faults-kinds.ts';
import { fieldsOf, parseJson } from './json.ts';
import type { Street } from './parts.ts';
import { countCall } from './rate-limit.ts';

const htmlPage =
  '<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/** For every route: call this before the routes are added. */
export function addFaultHooks(app: FastifyInstance, street: Street): void {
  const struck = new WeakMap<FastifyRequest, AnswerFault[]>();

  app.addHook('preHandler', async (request, reply) => {
    const call = callOf(street, request);
    if (!call) return;
    const faults = street.faults.onCall(call).filter((fault) => applies(fault, request));
    const down = faults.some((fault) => fault.kind === 'refused');
    if (!down && countsToLimit(call.path) && !admit(street, reply)) return reply.send(refuse(-32));
    if (faults.length > 0) struck.set(request, faults);
    for (const fault of faults) if (fault.kind === 'slow' && fault.workToo) await pause(fault.ms);
    if (!faults.every(hasEffect)) return reply.send('');
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const faults = struck.get(request);
    if (!faults) return payload;
    struck.delete(request);
    for (const fault of faults) if (fault.kind === 'slow' && !fault.workToo) await until(reply, fault.ms);
    const fault = faults.find((one) => one.kind !== 'slow');
    const bytes = payload instanceof Uint8Array ? Buffer.from(payload) : Buffer.from(String(payload));
    return fault ? spoil(street, fault, { request, reply, bytes }) : payload;
  });
}

/** Whether the call does its work although it is struck. */
function hasEffect(fault: AnswerFault): boolean {
  switch (fault.kind) {
    case 'server_error':
    case 'html_at_200':
      return fault.effect ?? false;
    case 'hang_up':
    case 'empty_body':
      return fault.effect ?? true;
    case 'refused':
    case 'error_code':
    case 'unknown_code':
      return false;
    default:
      return true;
  }
}

/** Faults of refreshing leave the exchange of a code alone. */
function applies(fault: AnswerFault, request: FastifyRequest): boolean {
  const refreshing = fault.kind === 'refresh_lost' || fault.kind === 'refresh_without_token';
  return !refreshing || refreshTokenOf(request) !== undefined;
}

function admit(street: Street, reply: FastifyReply): boolean {
  const { admitted, limit, remain } = countCall(street);
  if (limit !== null && remain !== null) {
    void reply.headers({ 'x-ratelimit-limit': limit, 'x-ratelimit-remain': remain });
  }
  return admitted;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The true answer; empty when the call did no work. */
  bytes: Buffer;
}

/** What goes over the wire instead of the true answer. */
async function spoil(
  street: Street,
  fault: AnswerFault,
  { request, reply, bytes }: Exchange,
): Promise<unknown> {
  switch (fault.kind) {
    case 'slow':
      return bytes;
    case 'trickle':
      return Readable.from(byteByByte(reply, bytes, fault.ms));
    case 'never_ends':
      return Readable.from(withoutEnd(reply, bytes));
    case 'server_error':
      void reply.code(fault.status ?? 502).type('text/html; charset=utf-8');
      return htmlPage;
    case 'html_at_200':
      void reply.type('text/html; charset=utf-8');
      return htmlPage;
    case 'empty_body':
      return '';
    case 'cut_json':
      return bytes.subarray(0, Math.ceil(bytes.length / 2));
    case 'refused':
      request.raw.socket.destroy();
      return '';
    case 'hang_up':
    case 'refresh_lost':
      request.raw.socket.resetAndDestroy();
      return '';
    case 'delivered_but_silent':
      await until(reply);
      return '';
    case 'error_but_delivered':
      return succeeded(bytes) ? asJson(reply, refusal(request, fault.code ?? -200)) : bytes;
    case 'error_code':
      return asJson(reply, refusal(request, fault.code, fault.message));
    case 'unknown_code':
      return asJson(reply, refusal(request, -5000 - Math.floor(street.faults.draw('code') * 4000)));
    case 'refresh_without_token': {
      const pair = fieldsOf(parseJson(bytes.toString()));
      const used = refreshTokenOf(request);
      return used === undefined ? bytes : asJson(reply, withoutRefreshToken(street, pair, used));
    }
  }
}

function refusal(request: FastifyRequest, error: number, message = wordsOf(error)): object {
  if (familyOf(pathOf(request)) !== 'oauth') return { error, message };
  return { error, error_name: message, error_reason: message, error_description: message };
}

function asJson(reply: FastifyReply, answer: object): string {
  void reply.type('application/json; charset=utf-8');
  return JSON.stringify(answer);
}

function succeeded(bytes: Buffer): boolean {
  return fieldsOf(parseJson(bytes.toString()))['error'] === 0;
}

async function* byteByByte(reply: FastifyReply, bytes: Buffer, ms: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1) {
    if (at > 0) await until(reply, ms);
    yield bytes.subarray(at, at + 1);
  }
}

async function* withoutEnd(reply: FastifyReply, bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, 1);
  await until(reply);
}

/** Resolves after so long, or for good when the caller has gone. */
function until(reply: FastifyReply, ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      reply.raw.off('close', done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    if (reply.raw.destroyed) done();
    else reply.raw.once('close', done);
  });
}
