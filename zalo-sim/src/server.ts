// One HTTP server that is every Zalo host at once, the control API and the phone page.

import { fastify } from 'fastify';
import { addArticlePage } from './article-page.ts';
import { takeRawBodies } from './body.ts';
import { addControlRoutes } from './control-routes.ts';
import { deliverOverHttp } from './deliver.ts';
import { addEmitRoutes } from './emit-routes.ts';
import { addFaultHooks } from './fault-answers.ts';
import { addFaultRoutes } from './fault-routes.ts';
import { addOaRoutes } from './oa-routes.ts';
import { addOAuthRoutes } from './oauth-routes.ts';
import { addOfficeControlRoutes } from './office-control-routes.ts';
import { addPageRoutes } from './page-routes.ts';
import type { Deliver, Street } from './parts.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addSocialRoutes } from './social-routes.ts';
import { createFolderBytes, createStateKeeper, loadState } from './store.ts';
import type { StreetOptions } from './street.ts';
import { createStreet } from './street.ts';
import { addZbsControlRoutes } from './zbs-control-routes.ts';
import { addZbsRoutes } from './zbs-routes.ts';

export interface ServerOptions extends Omit<StreetOptions, 'deliver' | 'state' | 'bytes' | 'origin'> {
  /** 0 (the default) takes a free port. */
  port?: number;
  host?: string;
  /** Keeps the street in this file, its media in the folder beside it; without it all is forgotten at the end. */
  dataFile?: string;
  /** The address under which the receiver of webhooks fetches media, when it is not the listening one. */
  publicUrl?: string;
  deliver?: Deliver;
}

export interface RunningStreet {
  /** `http://127.0.0.1:9100`, without a slash at the end. */
  url: string;
  street: Street;
  close(): Promise<void>;
}

/** How often redeliveries that have become due are looked for. */
const pumpMs = 500;
const maxBodyBytes = 12 * 1024 * 1024;

/** Starts the street. Rejects when the port is taken or the data file is not readable. */
export async function startStreet(options: ServerOptions = {}): Promise<RunningStreet> {
  const { dataFile } = options;
  const host = options.host ?? '127.0.0.1';
  let url = options.publicUrl ?? '';
  const kept = dataFile === undefined ? undefined : loadState(dataFile);
  const street = createStreet({
    ...options,
    deliver: options.deliver ?? deliverOverHttp,
    origin: () => url,
    ...(kept && { state: kept }),
    ...(dataFile !== undefined && { bytes: createFolderBytes(`${dataFile}.media`) }),
  });
  const keeper = dataFile === undefined ? undefined : createStateKeeper(dataFile, street.state);
  if (keeper) street.watch(() => keeper.changed());

  const app = fastify({ bodyLimit: maxBodyBytes, forceCloseConnections: true, exposeHeadRoutes: false });
  takeRawBodies(app);
  addFaultHooks(app, street);
  addOAuthRoutes(app, street);
  addOaRoutes(app, street);
  addControlRoutes(app, street);
  addPeopleRoutes(app, street);
  addFaultRoutes(app, street);
  addOfficeControlRoutes(app, street);
  addEmitRoutes(app, street);
  addSocialRoutes(app, street);
  addZbsRoutes(app, street);
  addZbsControlRoutes(app, street);
  addArticlePage(app, street);
  await addPageRoutes(app, street);
  await app.listen({ port: options.port ?? 0, host });

  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  url ||= `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  keeper?.changed();
  street.courier.pump();
  const pump = setInterval(() => street.courier.pump(), pumpMs).unref();
  return {
    url,
    street,
    async close() {
      clearInterval(pump);
      await app.close();
      await street.courier.rest();
      // Counts of calls and of what faults were spared change without being told to anybody.
      keeper?.changed();
      await keeper?.flush();
    },
  };
}
