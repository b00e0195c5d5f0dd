// HTTP: one way to declare a route (who may call it, what goes in and out), security headers, problems, OpenAPI.

import { randomUUID } from 'node:crypto';
import type { ActorFacts } from '@motcua/domain/dossier-guard';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limitPerAddress } from './address-limit.ts';
import type { Log } from './log.ts';
import { allowMiniApp } from './mini-app-origin.ts';
import { Problem, problemBody, problemKinds } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** A signed-in officer, as every route that needs one receives it. */
export interface Caller extends ActorFacts {
  tenantId: string;
  username: string;
  /** Why this session does no work at the desk now: its post is over; null while it does. */
  barred: Problem | null;
}

/**
 * Who may call a route. There is no default: a route that does not say does not compile. `officer` works at a desk;
 * `signed_in` is whoever has a session, though its post is over.
 */
export type Who = 'anyone' | 'officer' | 'signed_in';

export interface RouteInput<Body, Query, Params, W extends Who> {
  body: Body;
  query: Query;
  params: Params;
  caller: W extends 'anyone' ? null : Caller;
  request: FastifyRequest;
  reply: FastifyReply;
  /** The sender's idempotency key; required by routes with `command: true`. */
  key: string;
}

export interface RouteSpec<Body, Query, Params, Answer, W extends Who> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, with `:names` for parameters. */
  path: string;
  who: W;
  summary: string;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  params?: z.ZodType<Params>;
  /** Absent for answers that are not JSON. */
  answer?: z.ZodType<Answer>;
  /** Changes something: needs `Idempotency-Key`. */
  command?: boolean;
  /** Takes the bytes of one file (`application/octet-stream`), so many at most, instead of JSON. */
  upload?: number;
  /** Requests a minute from one address; the general limit when absent. */
  perMinute?: number;
  /** A buffer is an answer that was already put into JSON by the route's own serializer. */
  handle(input: RouteInput<Body, Query, Params, W>): Promise<Answer | Buffer>;
}

export interface DeclaredRoute {
  method: string;
  path: string;
  who: Who;
  summary: string;
  body?: z.ZodType;
  query?: z.ZodType;
  params?: z.ZodType;
  answer?: z.ZodType;
  command: boolean;
}

export interface Http {
  app: FastifyInstance;
  routes: DeclaredRoute[];
  route<Body = undefined, Query = undefined, Params = undefined, Answer = unknown, W extends Who = Who>(
    spec: RouteSpec<Body, Query, Params, Answer, W>,
  ): void;
}

export interface HttpOptions {
  log: Log;
  authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  /** Origins the citizen's page may be framed by: the simulator's phone, in the demo. */
  frameAncestors: readonly string[];
  /** All limits per address, so many times as high; 1 unless a measurement asks from one address. */
  limitTimes?: number;
  /** Answers a path that is no route, when it is a page; undefined when it is not. */
  sendPage?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> | undefined;
}

const bodyLimit = 256 * 1024;

/** Makes the application. It does not listen. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const { limitTimes = 1 } = options;
  const app = Fastify({
    bodyLimit,
    trustProxy: 'loopback',
    // Requests are logged by our own hook, without query or body.
    logger: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  // Only JSON: a form of another site can send plain text without asking first.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) => {
    done(null, bytes);
  });
  const routes: DeclaredRoute[] = [];
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.addHook('onRequest', securityHeaders(options.frameAncestors));
  app.addHook('onRequest', allowMiniApp);
  app.addHook('onRequest', limitPerAddress({ general: 1200, times: limitTimes }));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, options.log));
  app.setNotFoundHandler(
    (request, reply) =>
      options.sendPage?.(request, reply) ??
      sendProblem(reply, new Problem('not_found', 'Không có địa chỉ này. Hãy kiểm tra lại đường dẫn.')),
  );

  return {
    app,
    routes,
    route: (spec) => {
      const { method, path, who, summary, body, query, params, answer, command = false } = spec;
      routes.push({
        method,
        path,
        who,
        summary,
        command,
        ...(body ? { body } : {}),
        ...(query ? { query } : {}),
        ...(params ? { params } : {}),
        ...(answer ? { answer } : {}),
      });
      app.route({
        method,
        url: `/api/v1${path}`,
        ...(spec.perMinute === undefined ? {} : { config: { perMinute: spec.perMinute } }),
        ...(spec.upload === undefined ? {} : { bodyLimit: spec.upload }),
        ...(answer ? { schema: { response: { 200: jsonSchemaOf(answer) } } } : {}),
        ...(who !== 'anyone'
          ? {
              // After the limits per address, before a byte of the body is read.
              preParsing: async (request: FastifyRequest) => {
                const caller = await getCaller(request, options.authenticate);
                if (who === 'officer' && caller.barred !== null) throw caller.barred;
                callers.set(request, caller);
              },
            }
          : {}),
        handler: async (request, reply) => {
          const caller = callers.get(request) ?? null;
          // A page of another site cannot set this header, so it cannot act with our cookie.
          if (method !== 'GET' && request.headers['x-motcua'] === undefined)
            throw new Problem('bad_request', 'Yêu cầu thiếu tiêu đề X-Motcua.');
          const key = request.headers['idempotency-key'];
          if (command && (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)))
            throw new Problem('bad_request', 'Yêu cầu thiếu tiêu đề Idempotency-Key (8–80 ký tự).');
          if (Buffer.isBuffer(request.body) !== (spec.upload !== undefined))
            throw new Problem(
              'unsupported_type',
              spec.upload === undefined
                ? 'Chỉ nhận nội dung kiểu application/json.'
                : 'Gửi các byte của tệp với kiểu application/octet-stream.',
            );
          const told = await spec.handle({
            body: parse(body, request.body),
            query: parse(query, request.query),
            params: parse(params, request.params),
            caller,
            request,
            reply,
            key: typeof key === 'string' ? key : '',
          } as Parameters<typeof spec.handle>[0]);
          if (answer !== undefined && Buffer.isBuffer(told))
            void reply.type('application/json; charset=utf-8');
          return told;
        },
      });
    },
  };
}

async function getCaller(
  request: FastifyRequest,
  authenticate: HttpOptions['authenticate'],
): Promise<Caller> {
  const caller = await authenticate(request);
  if (caller === null)
    throw new Problem(
      'not_signed_in',
      'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại; nội dung đang nhập được giữ.',
    );
  return caller;
}

function parse<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
  if (schema === undefined) return undefined as T;
  if (holdsBrokenText(value))
    throw new Problem(
      'bad_request',
      'Nội dung gửi lên có ký tự hỏng, không lưu được. Xin xoá ký tự đó rồi gửi lại.',
    );
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: sentenceOf(issue),
  }));
  throw new Problem('invalid_fields', 'Có mục cần sửa; các mục khác được giữ nguyên.', { fields });
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair; JSON writes both as an escape. */
function holdsBrokenText(value: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/.test(JSON.stringify(value) ?? '');
}

/** Zod's own English never reaches a person. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  return /[À-ỹ]/.test(issue.message)
    ? issue.message
    : `Mục “${issue.path.join('.')}” chưa đúng dạng hoặc còn thiếu.`;
}

/** The draft-7 schema Fastify serialises with: fields that are not in the contract never leave. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'output' });
  return rest;
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { status } = problemKinds[problem.kind];
  // Programs that ask (Zalo, a portal) come back then by themselves.
  if (status === 503) void reply.header('retry-after', '3');
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem));
}

function sizeText(bytes = bodyLimit): string {
  return bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`;
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  if (error instanceof Problem) return sendProblem(reply, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413)
    return sendProblem(
      reply,
      new Problem('too_large', `Nội dung gửi lên vượt ${sizeText(request.routeOptions.bodyLimit)}.`),
    );
  if (status === 415)
    return sendProblem(reply, new Problem('unsupported_type', 'Chỉ nhận nội dung kiểu application/json.'));
  if (status >= 400 && status < 500)
    return sendProblem(
      reply,
      new Problem('bad_request', 'Nội dung gửi lên không đọc được (cần JSON đúng dạng).'),
    );
  if (code === 'ECONNREFUSED' || code === '53300' || code.startsWith('57P') || code.startsWith('08'))
    return sendProblem(
      reply,
      new Problem(
        'unavailable',
        'Cơ sở dữ liệu đang khởi động lại. Chưa có gì được ghi; xin làm lại sau ít giây.',
      ),
    );
  log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'request failed');
  return sendProblem(
    reply,
    new Problem(
      'unexpected',
      `Việc này chưa làm được và chưa có gì được ghi. Xin thử lại; nếu vẫn vậy, báo quản trị số ${request.id}.`,
    ),
  );
}
