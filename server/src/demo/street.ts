// The demo's stand-in for Zalo: the simulator in this process, connected to the ward as a real Official Account would be.

import { join } from 'node:path';
import { type RunningStreet, startStreet } from '@motcua/zalo-sim/server';
import { connectOa } from '../oa/connect.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Config } from '../platform/config.ts';
import type { Context } from '../platform/context.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { wardIds, wardTenant } from './ward.ts';

/** The phones of the demo belong to these people; more can be made on the page. */
const people = [
  { name: 'Nguyễn Thị Mai', phone: '84912000101' },
  { name: 'Trần Văn Hải', phone: '84912000102' },
  { name: 'Bác Bảy Nghị', phone: '84912000103' },
];

export async function openStreet(config: Config): Promise<RunningStreet> {
  const running = await startStreet({
    port: config.simulatorPort,
    host: config.host,
    dataFile: join(config.dataDir, 'street.json'),
    seed: 'kien-tuong',
    oaName: 'Phường Kiến Tường',
    oaType: 'state',
    webhookUrl: `http://127.0.0.1:${config.port}/zalo/webhook`,
  });
  if (running.street.state.people.length === 0)
    for (const person of people) await post(running, '/control/people', person);
  return running;
}

/** Connects the ward's Official Account with the console's credentials, unless it is connected already. */
export async function connectWard(ctx: Context, running: RunningStreet): Promise<void> {
  const { agencyId } = wardIds();
  const known = await ctx.database.tenant(wardTenant, (tx) => findConnectedOa(tx, agencyId));
  if (known?.oaId === running.street.state.oa.id) return;
  const answer = await fetch(`${running.url}/control/credentials`);
  const credentials = (await answer.json()) as Record<string, string>;
  const outcome = await connectOa(ctx, {
    tenantId: wardTenant,
    agencyCode: 'H53.27787',
    oaId: credentials.oaId ?? '',
    appId: credentials.appId ?? '',
    appSecret: credentials.appSecret ?? '',
    oaSecretKey: credentials.oaSecretKey ?? '',
    refreshToken: credentials.refreshToken ?? '',
  });
  if (outcome.kind === 'refused') throw new StartFault(outcome.sentence, exitCodes.failed);
}

async function post(running: RunningStreet, path: string, body: unknown): Promise<void> {
  await fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
