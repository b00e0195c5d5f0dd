// The edge of batches: give, receive, take back, look.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { giveBatch, receiveBatch, takeBackMissing, viewBatch, viewBatches } from './batch.ts';
import { printBatch } from './batch-record.ts';
import { batchBody, batchList, batchView, receiveBody } from './schema.ts';

const byId = z.object({ id: z.uuid('Mã đợt bàn giao không đúng dạng.') });

export function registerBatchRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/batches',
    who: 'officer',
    summary: 'The newest batches of the caller’s agency, and where one can be sent',
    answer: batchList,
    handle: ({ caller }) => viewBatches(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/batches',
    who: 'officer',
    summary: 'Give the papers of scanned dossiers to another unit; making it is the giver’s signature',
    command: true,
    body: batchBody,
    answer: batchView,
    handle: ({ caller, body, key }) => giveBatch(ctx, caller, body, key),
  });
  http.route({
    method: 'GET',
    path: '/batches/:id',
    who: 'officer',
    summary: 'A batch with who signed for which dossier',
    params: byId,
    answer: batchView,
    handle: ({ caller, params }) => viewBatch(ctx, caller, params.id),
  });
  http.route({
    method: 'POST',
    path: '/batches/:id/receive',
    who: 'officer',
    summary: 'Sign for the papers that were scanned; each dossier’s ledger says so',
    command: true,
    params: byId,
    body: receiveBody,
    answer: batchView,
    handle: ({ caller, params, body, key }) => receiveBatch(ctx, caller, params.id, body, key),
  });
  http.route({
    method: 'POST',
    path: '/batches/:id/take-back',
    who: 'officer',
    summary: 'The giver takes back what did not arrive',
    params: byId,
    answer: batchView,
    handle: ({ caller, params }) => takeBackMissing(ctx, caller, params.id),
  });
  http.route({
    method: 'GET',
    path: '/batches/:id/record.pdf',
    who: 'officer',
    summary: 'The hand-over record on paper; every print is written down',
    params: byId,
    handle: async ({ caller, params, reply }) =>
      reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'inline; filename="bien-ban-ban-giao.pdf"')
        .send(await printBatch(ctx, caller, params.id)),
  });
}
