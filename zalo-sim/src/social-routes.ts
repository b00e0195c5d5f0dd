// Zalo login for web pages on oauth.zaloapp.com, and graph.zalo.me behind it.

import type { FastifyInstance } from 'fastify';
import { headerOf } from './access.ts';
import { fieldsIn, formOf, queryOf } from './body.ts';
import { consentRefusal, loginPage } from './consent-page.ts';
import { mintCode, readInfo, readMe } from './graph.ts';
import { fieldsOf } from './json.ts';
import { checkGrantLink } from './oauth.ts';
import { linkIn } from './oauth-routes.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';
import { agreeAsPerson, exchangeForPerson, miniAppToken } from './web-login.ts';

export function addSocialRoutes(app: FastifyInstance, street: Street): void {
  app.get('/v4/permission', (request, reply) => {
    const link = linkIn((name) => queryOf(request, name));
    void reply.type('text/html; charset=utf-8');
    const problem = checkGrantLink(street, link);
    return problem ? consentRefusal(problem) : loginPage(street.state, link);
  });

  app.post('/v4/permission', (request, reply) => {
    const form = formOf(request);
    const link = linkIn((name) => form.get(name) ?? undefined);
    const problem = checkGrantLink(street, link);
    if (problem) return reply.type('text/html; charset=utf-8').send(consentRefusal(problem));
    const person = findPerson(street, form.get('person') ?? '');
    if (!person) return reply.type('text/html; charset=utf-8').send(loginPage(street.state, link));
    return reply.redirect(agreeAsPerson(street, link, person.id), 302);
  });

  app.post('/v4/access_token', (request) =>
    exchangeForPerson(street, headerOf(request, 'secret_key'), formOf(request)),
  );

  app.get('/v2.0/me', (request) =>
    readMe(street, {
      token: headerOf(request, 'access_token'),
      proof: headerOf(request, 'appsecret_proof'),
      fields: queryOf(request, 'fields'),
    }),
  );
  app.get('/v2.0/me/info', (request) =>
    readInfo(street, {
      token: headerOf(request, 'access_token'),
      code: headerOf(request, 'code'),
      secretKey: headerOf(request, 'secret_key'),
    }),
  );

  app.post('/control/people/:id/mini-app', (request, reply) => {
    const person = findPerson(street, String(fieldsOf(request.params)['id']));
    if (!person) return reply.code(404).send({ error: 'nobody on the street has this id' });
    const kind = fieldsIn(request)['kind'] === 'location' ? 'location' : 'phone';
    return { accessToken: miniAppToken(street, person.id), code: mintCode(street, person.id, kind) };
  });
}
