// oauth.zaloapp.com: the permission page that a human reads, and the token endpoint.

import type { FastifyInstance } from 'fastify';
import { headerOf } from './access.ts';
import { formOf, queryOf } from './body.ts';
import { consentPage, consentRefusal } from './consent-page.ts';
import type { GrantLink } from './oauth.ts';
import { agree, checkGrantLink, exchange } from './oauth.ts';
import type { Street } from './parts.ts';

export function addOAuthRoutes(app: FastifyInstance, street: Street): void {
  app.get('/v4/oa/permission', (request, reply) => {
    const link = linkIn((name) => queryOf(request, name));
    void reply.type('text/html; charset=utf-8');
    const problem = checkGrantLink(street, link);
    return problem ? consentRefusal(problem) : consentPage(street.state, link);
  });

  app.post('/v4/oa/permission', (request, reply) => {
    const form = formOf(request);
    const link = linkIn((name) => form.get(name) ?? undefined);
    const problem = checkGrantLink(street, link);
    if (problem) return reply.type('text/html; charset=utf-8').send(consentRefusal(problem));
    return reply.redirect(agree(street, link), 302);
  });

  app.post('/v4/oa/access_token', (request) =>
    exchange(street, headerOf(request, 'secret_key'), formOf(request)),
  );
}

/** What a permission link asks for, from its query or its form. */
export function linkIn(read: (name: string) => string | undefined): GrantLink {
  return {
    appId: read('app_id') ?? '',
    redirectUri: read('redirect_uri') ?? '',
    challenge: read('code_challenge') || null,
    state: read('state') ?? null,
  };
}
