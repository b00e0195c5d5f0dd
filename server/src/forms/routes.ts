// The edge of e-forms: the contract for programs that file, public as the law that makes the forms.

import { currentForm, formOf, formsOn } from '@motcua/domain/form-catalogue';
import { jsonSchemaOfForm } from '@motcua/domain/form-schema';
import { dateOf } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { formJsonSchema, formList, formParams, formQuery } from './schema.ts';

export function registerFormRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/public/forms',
    who: 'anyone',
    summary: 'The e-forms in use today',
    perMinute: 120,
    answer: formList,
    handle: async () => ({
      forms: formsOn(dateOf(ctx.clock.now())).map(({ procedure, version, title, filledBy }) => ({
        procedure,
        version,
        title,
        filledBy,
        schema: `${ctx.publicUrl}/api/v1/public/forms/${procedure}?version=${version}`,
      })),
    }),
  });
  http.route({
    method: 'GET',
    path: '/public/forms/:code',
    who: 'anyone',
    summary: 'An e-form as JSON Schema 2020-12, with the words of docs/forms.md',
    perMinute: 120,
    params: formParams,
    query: formQuery,
    answer: formJsonSchema,
    handle: async ({ params: { code }, query: { version }, reply }) => {
      const form = version === undefined ? currentForm(code, dateOf(ctx.clock.now())) : formOf(code, version);
      if (form === undefined)
        throw new Problem('not_found', `Thủ tục ${code} chưa có tờ khai điện tử. Xem lại mã thủ tục.`);
      // A version never changes; which one is in use does.
      void reply.header('cache-control', version === undefined ? 'no-cache' : 'public, max-age=86400');
      return Buffer.from(JSON.stringify(jsonSchemaOfForm(form)));
    },
  });
}
