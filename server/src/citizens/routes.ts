// The edge of citizens who sign in with Zalo: on the web by cookie, in the Mini App by a header.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { readMine } from './my-dossiers.ts';
import { beginAnswer, beginBody, citizenView, finishBody, miniAppAnswer, miniAppBody } from './schema.ts';
import { leaveSession, sessionDays } from './session.ts';
import { beginSignIn, finishSignIn, signInFromMiniApp } from './sign-in.ts';

const sessionCookie = 'motcua_citizen';
const outCookie = 'motcua_zalo';

export function registerCitizenRoutes(
  http: Http,
  ctx: Context,
  openOa: (oaId: string, text: string) => string,
): void {
  const secure = ctx.publicUrl.startsWith('https:');
  /** Lax: Zalo sends the browser back here, and the cookie has to come with it. */
  const setCookie = (reply: FastifyReply, name: string, value: string, maxAge: number): void => {
    const cookie = { name, value, path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge } as const;
    void reply.header('set-cookie', stringifySetCookie(cookie));
  };
  const cookieOf = ({ headers }: FastifyRequest, name: string): string | undefined =>
    parseCookie(headers.cookie ?? '')[name];
  const tokenOf = (request: FastifyRequest): string | undefined =>
    /^Bearer (\S{1,120})$/.exec(request.headers.authorization ?? '')?.[1] ?? cookieOf(request, sessionCookie);

  http.route({
    method: 'POST',
    path: '/citizens/zalo/begin',
    who: 'anyone',
    summary: 'Begin to sign in with Zalo: the address of its page, and a sealed cookie for this browser',
    perMinute: 20,
    body: beginBody,
    answer: beginAnswer,
    handle: async ({ body, reply }) => {
      const { url, sealed } = await beginSignIn(ctx, body.tenant);
      setCookie(reply, outCookie, sealed, 10 * 60);
      return { url };
    },
  });
  http.route({
    method: 'POST',
    path: '/citizens/zalo/finish',
    who: 'anyone',
    summary: 'What Zalo’s page gave: the browser that began is signed in',
    perMinute: 20,
    body: finishBody,
    answer: citizenView,
    handle: async ({ body, request, reply }) => {
      const token = await finishSignIn(ctx, body, cookieOf(request, outCookie));
      setCookie(reply, outCookie, '', 0);
      setCookie(reply, sessionCookie, token, sessionDays * 86_400);
      return readMine(ctx, token, openOa);
    },
  });
  http.route({
    method: 'POST',
    path: '/citizens/zalo/mini-app',
    who: 'anyone',
    summary: 'Sign in from the Mini App with its access token, which Zalo is asked about with our proof',
    perMinute: 20,
    body: miniAppBody,
    answer: miniAppAnswer,
    handle: async ({ body }) => ({ token: await signInFromMiniApp(ctx, body) }),
  });
  http.route({
    method: 'GET',
    path: '/citizens/me',
    who: 'anyone',
    summary: 'Who signed in with Zalo in this browser, and how their dossiers stand; nobody: null',
    perMinute: 60,
    answer: citizenView,
    handle: ({ request, reply }) => {
      void reply.header('cache-control', 'private, no-store');
      return readMine(ctx, tokenOf(request), openOa);
    },
  });
  http.route({
    method: 'DELETE',
    path: '/citizens/me',
    who: 'anyone',
    summary: 'Sign out',
    handle: async ({ request, reply }) => {
      await leaveSession(ctx, tokenOf(request));
      setCookie(reply, sessionCookie, '', 0);
      void reply.status(204);
      return null;
    },
  });
}
