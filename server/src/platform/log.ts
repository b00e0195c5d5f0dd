// The log: what happened and where, never what people wrote, who they are, or what opens a door.

import pino, { type DestinationStream, type Logger } from 'pino';
import { z } from 'zod';

export type Log = Logger;

/** Lines of JSON, to the standard output unless told otherwise. Requests and errors are cut down to what is safe. */
export function openLog(
  options: { level?: pino.LevelWithSilent } = {},
  destination?: DestinationStream,
): Log {
  const settings: pino.LoggerOptions = {
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { req: describeRequest, res: describeResponse, err: describeError, error: describeError },
    redact: { paths: [...forbidden, ...forbidden.map((name) => `*.${name}`)], remove: true },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** A path without what only its owner may know: `/q/Xy…` is a key to a dossier, and queries carry codes. */
export function maskUrl(url: string): string {
  const [path = '', query] = url.split('?', 2);
  const masked = path.replace(/(?<=\/q\/)[^/]+/, '…');
  return query === undefined ? masked : `${masked}?…`;
}

// The serializers already drop these; a careless `log.info({ body })` is caught here.
const forbidden = [
  'body',
  'rawBody',
  'payload',
  'headers',
  'text',
  'token',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'password',
  'secret',
  'secret_key',
  'cookie',
  'authorization',
];

const request = z.object({ id: z.unknown(), method: z.string(), url: z.string() });
const response = z.object({ statusCode: z.number() });

function describeRequest(value: unknown) {
  const { success, data } = request.safeParse(value);
  return success ? { id: data.id, method: data.method, url: maskUrl(data.url) } : undefined;
}

function describeResponse(value: unknown) {
  const { success, data } = response.safeParse(value);
  return success ? { statusCode: data.statusCode } : undefined;
}

const databaseError = z.object({
  code: z.string(),
  severity: z.string(),
  table: z.string().optional(),
  column: z.string().optional(),
  constraint: z.string().optional(),
});

type ErrorLine = {
  type: string;
  at: string[];
  message?: string;
  cause?: ErrorLine;
  [field: string]: unknown;
};

function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').map((line) => line.trim());
  const line: ErrorLine = {
    type: error.name,
    at: at.filter((frame) => frame.startsWith('at ')).slice(0, 12),
  };
  if ('code' in error && typeof error.code === 'string') line.code = error.code;
  // PostgreSQL, JSON and zod put the offending value into their messages.
  const database = databaseError.safeParse(error);
  if (database.success) Object.assign(line, database.data);
  else if (!(error instanceof SyntaxError || error instanceof z.ZodError))
    line.message = maskValues(error.message);
  if (error.cause !== undefined) line.cause = describeError(error.cause);
  return line;
}

/** Quoted pieces and long numbers of a message may be somebody's words, phone or identity number. */
function maskValues(message: string): string {
  return message
    .slice(0, 500)
    .replace(/"[^"]*"|“[^”]*”/g, '"…"')
    .replace(/\d[\d .-]{4,}\d/g, '…')
    .replace(/\/q\/[^\s/]+/g, '/q/…');
}
