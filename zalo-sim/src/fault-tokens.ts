// Takes tokens away from the app, as a console, a sibling program or a bad moment does.

import type { Street } from './parts.ts';

export type Victim = 'access' | 'refresh' | 'both';

/** Kills tokens at once; the console can still hand out a fresh refresh token. */
export function killTokens(street: Street, victim: Victim): void {
  const { tokens } = street.state;
  if (victim !== 'refresh') tokens.access = null;
  if (victim !== 'access') tokens.refresh = [];
  street.tell({ kind: 'setup', personId: null });
}

/** What the app holds, without showing it. */
export function describeTokens(street: Street) {
  const { access, refresh } = street.state.tokens;
  const now = street.now();
  const live = refresh.filter((one) => one.expiresAt > now);
  return {
    accessMsLeft: access === null ? 0 : Math.max(0, access.expiresAt - now),
    grantedRefreshTokens: live.filter((one) => one.source === 'grant').length,
  };
}

/** A refresh answered with an access token only: the token it was asked with stays in force in place of the new one. */
export function withoutRefreshToken(
  street: Street,
  pair: Record<string, unknown>,
  used: string,
): Record<string, unknown> {
  const { refresh_token: fresh, ...rest } = pair;
  const minted = street.state.tokens.refresh.find((one) => one.value === fresh);
  if (minted) minted.value = used;
  return rest;
}
