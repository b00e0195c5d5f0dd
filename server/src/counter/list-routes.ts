// The edge of lists: the template, a spreadsheet read, a part of it taken in.

import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { readList, takeInList, writeListTemplate } from './list.ts';
import { largestList, listAnswer, listBody, listQuery, listReading } from './schema.ts';

export function registerListRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/lists/template.xlsx',
    who: 'officer',
    summary: 'An empty list to fill in, every cell of it text',
    handle: async ({ reply }) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="danh-sach-nop-ho-so.xlsx"')
        .send(await writeListTemplate(ctx)),
  });

  http.route({
    method: 'POST',
    path: '/lists/read',
    who: 'officer',
    summary: 'Read a list, XLSX or CSV: its right rows, and errors by row and column; nothing is kept',
    upload: largestList,
    perMinute: 30,
    query: listQuery,
    answer: listReading,
    handle: ({ caller, query, request }) =>
      readList(ctx, caller, query.procedureCode, request.body as Buffer),
  });

  http.route({
    method: 'POST',
    path: '/lists',
    who: 'officer',
    summary: 'Take in a part of a list: a dossier for each row, all or none',
    command: true,
    body: listBody,
    answer: listAnswer,
    handle: ({ caller, body, key }) => takeInList(ctx, caller, body, key),
  });
}
