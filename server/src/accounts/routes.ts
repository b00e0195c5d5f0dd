// The edge of signing in and out.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import { findOfficer } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller, Http } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { type DemoSignIns, demoSignIns, sessionView, signInBody } from './schema.ts';
import { viewSession } from './session-view.ts';
import { readSession, signIn, signOut } from './sign-in.ts';

const cookieName = 'motcua_session';

/** Read where it is asked for: a plug-in would read it at every look-up of a citizen, who has none. */
function sessionToken(request: FastifyRequest): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[cookieName];
}

/** Finds the caller of a request by its session cookie. */
export function authenticator(ctx: Context) {
  return async (request: FastifyRequest): Promise<Caller | null> => {
    const token = sessionToken(request);
    if (token === undefined) return null;
    const session = await readSession(ctx, token);
    if (session === null) return null;
    const { tenantId, officer } = session;
    const { id: officerId, agencyId, unit, roles, username } = officer;
    return { tenantId, officerId, agencyId, unit, roles, username };
  };
}

/** `demo`: the sign-ins to show on the page, in demo mode only. */
export function registerAccountRoutes(http: Http, ctx: Context, demo: (() => DemoSignIns) | null): void {
  http.route({
    method: 'POST',
    path: '/session',
    who: 'anyone',
    summary: 'Sign in',
    perMinute: 60,
    body: signInBody,
    answer: sessionView,
    handle: async ({ body, request, reply }) => {
      const { token, tenantId, officerId } = await signIn(ctx, { ...body, address: request.ip });
      const officer = await ctx.database.tenant(tenantId, (tx) => findOfficer(tx, officerId));
      if (officer === undefined) throw new Problem('wrong_sign_in', 'Tài khoản này đã ngừng dùng.');
      const secure = ctx.publicUrl.startsWith('https:');
      void reply.header(
        'set-cookie',
        stringifySetCookie({
          name: cookieName,
          value: token,
          path: '/',
          httpOnly: true,
          sameSite: 'strict',
          secure,
        }),
      );
      return viewSession(ctx, tenantId, officer);
    },
  });

  http.route({
    method: 'GET',
    path: '/session',
    who: 'officer',
    summary: 'The signed-in officer',
    answer: sessionView,
    handle: async ({ caller }) => {
      const officer = await ctx.database.tenant(caller.tenantId, (tx) => findOfficer(tx, caller.officerId));
      if (officer === undefined)
        throw new Problem('not_signed_in', 'Phiên làm việc đã hết. Hãy đăng nhập lại.');
      return viewSession(ctx, caller.tenantId, officer);
    },
  });

  http.route({
    method: 'DELETE',
    path: '/session',
    who: 'officer',
    summary: 'Sign out',
    handle: async ({ caller, request, reply }) => {
      await signOut(ctx, caller.tenantId, sessionToken(request) ?? '');
      const gone = stringifySetCookie({ name: cookieName, value: '', path: '/', maxAge: 0 });
      void reply.header('set-cookie', gone).status(204);
      return null;
    },
  });

  http.route({
    method: 'GET',
    path: '/demo/sign-ins',
    who: 'anyone',
    summary: 'Sign-ins of the demo ward; 404 elsewhere',
    answer: demoSignIns,
    handle: async () => {
      if (demo === null) throw new Problem('not_found', 'Chỉ bản dùng thử có danh sách này.');
      return demo();
    },
  });
}
