// openapi.zalo.me: messages, uploads, people and quotas. Every route wants the token in its header, nowhere else.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessFault } from './access.ts';
import { accessFault } from './access.ts';
import type { Answer, RefusalCode } from './answer.ts';
import { refuse } from './answer.ts';
import * as articles from './articles.ts';
import { jsonOf, queryOf, uploadedFile } from './body.ts';
import { parseJson } from './json.ts';
import type { UploadKind } from './media.ts';
import { uploadMedia } from './media.ts';
import type { Street } from './parts.ts';
import * as quotas from './quotas.ts';
import * as reading from './reading.ts';
import { sendMessage } from './sending.ts';
import * as tags from './tags.ts';
import * as users from './users.ts';
import { sendToUser } from './zbs-send.ts';

type Handler = (request: FastifyRequest) => Answer | Promise<Answer>;

const faultCodes: Record<AccessFault, RefusalCode> = { token: -216, removed: -219, proof: -242 };

export function addOaRoutes(app: FastifyInstance, street: Street): void {
  const guarded =
    (handle: Handler): Handler =>
    (request) => {
      const fault = accessFault(street, request);
      return fault ? refuse(faultCodes[fault]) : handle(request);
    };
  const get = (path: string, read: (street: Street, data: unknown) => Answer) =>
    app.get(
      path,
      guarded((request) => read(street, parseJson(queryOf(request, 'data') ?? '{}'))),
    );
  const post = (path: string, act: (street: Street, body: unknown) => Answer) =>
    app.post(
      path,
      guarded((request) => act(street, jsonOf(request))),
    );
  const query = (
    path: string,
    read: (street: Street, query: (name: string) => string | undefined) => Answer,
  ) =>
    app.get(
      path,
      guarded((request) => read(street, (name) => queryOf(request, name))),
    );

  post('/v3.0/oa/message/cs', (_, body) => sendMessage(street, 3, body));
  post('/v2.0/oa/message', (_, body) => sendMessage(street, 2, body));
  post('/v3.0/oa/message/template', sendToUser);
  for (const kind of ['image', 'gif', 'file'] satisfies UploadKind[]) {
    const upload: Handler = async (request) => {
      const file = await uploadedFile(request);
      return file ? uploadMedia(street, kind, file) : refuse(-201, 'file is invalid!');
    };
    app.post(`/v2.0/oa/upload/${kind}`, guarded(upload));
  }

  get('/v2.0/oa/getoa', reading.readOa);
  get('/v2.0/oa/listrecentchat', reading.readRecentChats);
  get('/v2.0/oa/conversation', reading.readConversation);
  post('/v3.0/oa/quota/message', quotas.readQuota);
  post('/v2.0/oa/quota/message', quotas.readPackageQuota);

  get('/v3.0/oa/user/detail', reading.readUserDetail);
  get('/v3.0/oa/user/getlist', users.readUsers);
  post('/v3.0/oa/user/update', users.updateUser);
  get('/v2.0/oa/getprofile', reading.readProfile);
  get('/v2.0/oa/getfollowers', users.readFollowers);
  post('/v2.0/oa/updatefollowerinfo', users.updateFollower);
  post('/v2.0/oa/deletefollowerinfo', users.deleteFollowerInfo);

  post('/v2.0/oa/tag/tagfollower', tags.tagPerson);
  post('/v2.0/oa/tag/rmfollowerfromtag', tags.untagPerson);
  post('/v2.0/oa/tag/rmtag', tags.removeTag);
  get('/v2.0/oa/tag/gettagsofoa', tags.readTagNames);

  post('/v2.0/article/create', articles.createArticle);
  post('/v2.0/article/verify', articles.verifyArticle);
  post('/v2.0/article/update', articles.updateArticle);
  post('/v2.0/article/remove', articles.removeArticle);
  query('/v2.0/article/getslice', articles.readArticles);
  query('/v2.0/article/getdetail', articles.readArticle);
}
