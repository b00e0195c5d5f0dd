// How the secrets of an Official Account are sealed: each for its account and its purpose, so none opens as another.

import { fromEpochMs, type Instant, toEpochMs } from '@motcua/domain/time';
import type { TokenPair } from '@motcua/zalo/oauth';
import type { Secrets } from '../platform/secrets.ts';
import type { SealedPair } from './store.ts';

export type OaSecret = 'app-secret' | 'oa-secret-key' | 'access-token' | 'refresh-token' | 'previous-tokens';

export function sealOaSecret(secrets: Secrets, oaId: string, what: OaSecret, value: string): string {
  return secrets.seal(value, contextOf(oaId, what));
}

/** Throws `SealBroken` when the secret key file is not the one it was sealed with. */
export function openOaSecret(secrets: Secrets, oaId: string, what: OaSecret, sealed: string): string {
  return secrets.open(sealed, contextOf(oaId, what));
}

/** Seals a pair just granted at `now`, with the pair before it. */
export function sealPair(
  secrets: Secrets,
  oaId: string,
  granted: TokenPair,
  previous: { accessToken: string | null; refreshToken: string } | null,
  now: Instant,
): SealedPair {
  const before = previous && JSON.stringify(previous);
  return {
    accessTokenSealed: sealOaSecret(secrets, oaId, 'access-token', granted.accessToken),
    refreshTokenSealed: sealOaSecret(secrets, oaId, 'refresh-token', granted.refreshToken),
    previousTokensSealed: before && sealOaSecret(secrets, oaId, 'previous-tokens', before),
    accessExpiresAt: fromEpochMs(toEpochMs(now) + granted.expiresInSeconds * 1000),
    refreshedAt: now,
  };
}

function contextOf(oaId: string, what: OaSecret): string {
  return `zalo-oa/${oaId}/${what}`;
}
