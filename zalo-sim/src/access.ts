// Who may call the OA API: the access token in its header, and appsecret_proof where the console asks for it.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isInForce } from './oauth.ts';
import type { Street } from './parts.ts';

/** What is wrong with a call's credentials; undefined when nothing is. */
export type AccessFault = 'token' | 'removed' | 'proof';

export function accessFault(street: Street, request: FastifyRequest): AccessFault | undefined {
  const token = headerOf(request, 'access_token');
  if (token !== undefined && street.state.office.revoked) return 'removed';
  if (token === undefined || !isInForce(street, token)) return 'token';
  const { requireAppSecretProof } = street.state.settings;
  return requireAppSecretProof && !isProved(street, token, headerOf(request, 'appsecret_proof'))
    ? 'proof'
    : undefined;
}

/** `appsecret_proof`: lower-case hex HMAC-SHA256 of the access token, keyed by the app's secret. */
export function proofOf(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

export function isProved(street: Street, token: string, proof: string | undefined): boolean {
  const right = Buffer.from(proofOf(street.state.app.secret, token));
  const given = Buffer.from(proof ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
