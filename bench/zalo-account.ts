// The Official Account of the measured ward, written as `motcua oa connect` writes it, and webhooks signed with its key.

import { createHash } from 'node:crypto';
import { wardIds, wardTenant } from '../server/src/demo/ward.ts';
import { sealOaSecret } from '../server/src/oa/sealing.ts';
import type { Context } from '../server/src/platform/context.ts';
import { requestText } from './processes.ts';

export const account = {
  oaId: '9990000000000000001',
  appId: '9990000000000000002',
  secretKey: 'bench-secret',
};

export async function connectAccount(ctx: Context): Promise<void> {
  const { oaId, appId, secretKey } = account;
  const sealed = (what: Parameters<typeof sealOaSecret>[2], value: string) =>
    sealOaSecret(ctx.secrets, oaId, what, value);
  await ctx.database.pool.query(
    `insert into zalo_oa (tenant_id, oa_id, agency_id, app_id, app_secret_sealed, oa_secret_key_sealed,
      refresh_token_sealed, state, connected_at) values ($1, $2, $3, $4, $5, $6, $7, 'connected', now())`,
    [
      wardTenant,
      oaId,
      wardIds().agencyId,
      appId,
      sealed('app-secret', 'x'),
      sealed('oa-secret-key', secretKey),
      sealed('refresh-token', 'x'),
    ],
  );
  await ctx.database.pool.query('insert into oa_directory (oa_id, app_id, tenant_id) values ($1, $2, $3)', [
    oaId,
    appId,
    wardTenant,
  ]);
}

/** A person's text message as Zalo posts it; `run` keeps the events of two runs apart. */
export function signedWebhook(path: string, run: string, n: number, people: number): string {
  const { oaId, appId, secretKey } = account;
  const timestamp = String(1_795_000_000_000 + n);
  const body = JSON.stringify({
    app_id: appId,
    event_name: 'user_send_text',
    sender: { id: `999${String(n % people).padStart(16, '0')}` },
    recipient: { id: oaId },
    message: { text: 'hồ sơ của tôi tới đâu rồi', msg_id: `${run}-${n}` },
    timestamp,
  });
  const mac = createHash('sha256')
    .update(appId + body + timestamp + secretKey)
    .digest('hex');
  return requestText(
    'POST',
    path,
    { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` },
    body,
  );
}
