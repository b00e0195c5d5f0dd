// The edge of the portal: what its first page has to know before anybody says who they are.

import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { publicOffices } from './schema.ts';
import { listOffices } from './store.ts';

export function registerPortalRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/public/offices',
    who: 'anyone',
    summary: 'The offices of this deployment, by name',
    perMinute: 120,
    answer: publicOffices,
    handle: async () => ({ offices: await listOffices(ctx.database) }),
  });
}
