// The edge of signing in and out.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../platform/context.ts';
import type { Caller, Http } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { type DemoSignIns, demoSignIns, postBody, sessionView, signInBody } from './schema.ts';
import { viewSession } from './session-view.ts';
import { readSession, type SignedIn, signIn, signOut, switchPost } from './sign-in.ts';

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
    const { id: officerId, agencyId, unit, roles, standsInFor, username } = officer;
    const barred = session.inForce ? (isHelper(roles) ? helperOnly() : null) : postEnded(officer);
    return { tenantId, officerId, agencyId, unit, roles, standsInFor, username, barred };
  };
}

/** A helper sees what they brought in, and nothing of the office. */
function isHelper(roles: readonly string[]): boolean {
  return roles.includes('intake_helper');
}

function helperOnly(): Problem {
  return new Problem(
    'not_allowed',
    'Tài khoản điểm tiếp nhận chỉ nộp giúp và xem hồ sơ mình đã nộp giúp. Việc khác xin liên hệ bộ phận một cửa.',
  );
}

function postEnded({ post, unitName }: SignedIn['officer']): Problem {
  return new Problem(
    'post_ended',
    `Vị trí ${post}, ${unitName} của Anh/Chị đã hết hiệu lực nên việc này chưa được ghi. Xin chuyển sang vị trí khác ở menu tài khoản, hoặc hỏi quản trị đơn vị.`,
  );
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
      const { token } = await signIn(ctx, { ...body, address: request.ip });
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
      return viewSession(ctx, await getSession(ctx, token));
    },
  });

  http.route({
    method: 'GET',
    path: '/session',
    who: 'signed_in',
    summary: 'The signed-in officer, with the posts the session may work in',
    answer: sessionView,
    handle: async ({ request }) => viewSession(ctx, await getSession(ctx, sessionToken(request))),
  });

  http.route({
    method: 'POST',
    path: '/session/post',
    who: 'signed_in',
    summary: 'Go on in another of one’s posts',
    body: postBody,
    answer: sessionView,
    handle: async ({ body, request }) => {
      const token = sessionToken(request) ?? '';
      await switchPost(ctx, await getSession(ctx, token), token, body.postId);
      return viewSession(ctx, await getSession(ctx, token));
    },
  });

  http.route({
    method: 'DELETE',
    path: '/session',
    who: 'signed_in',
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

async function getSession(ctx: Context, token: string | undefined): Promise<SignedIn> {
  const session = token === undefined ? null : await readSession(ctx, token);
  if (session === null) throw new Problem('not_signed_in', 'Phiên làm việc đã hết. Hãy đăng nhập lại.');
  return session;
}
