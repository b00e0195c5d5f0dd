// openapi.zalo.me: the OA API. Every route wants the access token in its header, nowhere else.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import { refuse } from './answer.ts';
import { jsonOf, queryOf, uploadedFile } from './body.ts';
import { parseJson } from './json.ts';
import type { UploadKind } from './media.ts';
import { uploadMedia } from './media.ts';
import { isInForce } from './oauth.ts';
import type { Street } from './parts.ts';
import * as reading from './reading.ts';
import { sendMessage } from './sending.ts';
import { sendToUser } from './zbs-send.ts';

type Handler = (request: FastifyRequest) => Answer | Promise<Answer>;

export function addOaRoutes(app: FastifyInstance, street: Street): void {
  const guarded =
    (handle: Handler): Handler =>
    (request) =>
      isInForce(street, tokenOf(request)) ? handle(request) : refuse(-216);
  const get = (path: string, handle: (data: unknown) => Answer) =>
    app.get(
      path,
      guarded((request) => handle(parseJson(queryOf(request, 'data') ?? '{}'))),
    );
  const post = (path: string, handle: Handler) => app.post(path, guarded(handle));

  post('/v3.0/oa/message/cs', (request) => sendMessage(street, 3, jsonOf(request)));
  post('/v2.0/oa/message', (request) => sendMessage(street, 2, jsonOf(request)));
  post('/v3.0/oa/message/template', (request) => sendToUser(street, jsonOf(request)));
  for (const kind of ['image', 'gif', 'file'] satisfies UploadKind[]) {
    post(`/v2.0/oa/upload/${kind}`, async (request) => {
      const file = await uploadedFile(request);
      return file ? uploadMedia(street, kind, file) : refuse(-201, 'file is invalid!');
    });
  }
  get('/v3.0/oa/user/detail', (data) => reading.readUserDetail(street, data));
  get('/v2.0/oa/getprofile', (data) => reading.readProfile(street, data));
  get('/v2.0/oa/getoa', () => reading.readOa(street));
  get('/v2.0/oa/listrecentchat', (data) => reading.readRecentChats(street, data));
  get('/v2.0/oa/conversation', (data) => reading.readConversation(street, data));
  post('/v3.0/oa/quota/message', (request) => reading.readQuota(street, jsonOf(request)));
  post('/v2.0/oa/quota/message', () => reading.readPackageQuota(street));
}

function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers['access_token'];
  return typeof header === 'string' ? header : undefined;
}
