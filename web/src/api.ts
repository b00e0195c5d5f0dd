// The one fetch: cookies, headers, problem details. Everything the counter asks of the server goes through here.

/** RFC 9457 body the server sends for a refusal; `detail` is the sentence to show. */
export interface Problem {
  kind: string;
  title: string;
  status: number;
  detail: string;
  fields: { field: string; message: string }[];
  /** What happened meanwhile to the dossier somebody acted on, the newest first. */
  changes: { at: string; text: string; actorName: string }[];
}

/** The server refused, or could not be reached (`kind: 'unreachable'`, status 0). */
class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Sentences for the two cases in which the server itself could say nothing. */
export interface SilentServerWords {
  unreachable: string;
  unexpected: string;
}

let silentServer: SilentServerWords = { unreachable: '', unexpected: '' };

/** Gives the fetch its words; called once at the start. */
export function speakForSilentServer(words: SilentServerWords): void {
  silentServer = words;
}

/** Where the office is: here, but for a Mini App, which has no cookies of ours and brings its session itself. */
let office: { origin: string; token: string | null } = { origin: '', token: null };

export function askFrom(origin: string, token: string | null): void {
  office = { origin, token };
}

interface Asking {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  /** The bytes of a file, instead of a body. */
  bytes?: Blob;
  /** One per intention, the same on every retry: a double click never acts twice. */
  intention?: string;
  signal?: AbortSignal;
}

/**
 * Asks the server and gives its JSON answer, or undefined for an empty one.
 * @throws ProblemError for every refusal and for a server that cannot be reached
 */
export async function ask<Answer>(path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', body, bytes, intention, signal } = asking;
  const known = method === 'GET' ? takeGiven(path) : undefined;
  if (known !== undefined) return known as Answer;
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Motcua'] = '1';
  if (office.token !== null) headers['Authorization'] = `Bearer ${office.token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (bytes !== undefined) headers['Content-Type'] = 'application/octet-stream';
  if (intention !== undefined) headers['Idempotency-Key'] = intention;
  let response: Response;
  try {
    response = await fetch(`${office.origin}/api/v1${path}`, {
      method,
      headers,
      credentials: office.origin === '' ? 'same-origin' : 'omit',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(bytes === undefined ? {} : { body: bytes }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ProblemError({
      kind: 'unreachable',
      title: '',
      status: 0,
      detail: silentServer.unreachable,
      fields: [],
      changes: [],
    });
  }
  if (!response.ok) throw new ProblemError(await readProblem(response));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** What the server wrote into the document beside its first words: each answer is taken once, then asked for. */
function takeGiven(path: string): unknown {
  given ??= readGiven();
  const answer = given.get(path);
  given.delete(path);
  return answer;
}

let given: Map<string, unknown> | undefined;

function readGiven(): Map<string, unknown> {
  const text = document.getElementById('given')?.textContent;
  return new Map(text == null ? [] : Object.entries(JSON.parse(text) as Record<string, unknown>));
}

/** The problem behind an error, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    kind: 'unexpected',
    title: '',
    status: 500,
    detail: silentServer.unexpected,
    fields: [],
    changes: [],
  };
}

/** A path with its query; empty values are left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '' && value !== 0) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return {
    kind: said.kind ?? 'unexpected',
    title: said.title ?? '',
    status: response.status,
    detail: said.detail ?? silentServer.unexpected,
    fields: Array.isArray(said.fields) ? said.fields : [],
    changes: Array.isArray(said.changes) ? said.changes : [],
  };
}
