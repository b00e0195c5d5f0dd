// Calls of graph.zalo.me, made with a person's own token; it answers servers only with the App Secret's proof.

import { askZalo, type Credentials, queryRequest, type ZaloAnswer } from './ask.ts';
import type { ZaloHosts } from './hosts.ts';
import type { JsonObject } from './json.ts';
import { type ErrorPolicy, type ErrorTable, policyOf } from './policy.ts';

/** A person's access token, of a web login or a Mini App, and the secret that must vouch for it. */
export interface GraphAccess extends Credentials {
  hosts: Pick<ZaloHosts, 'graph'>;
  appSecret: string;
}

/** The whole body of an answer: the graph does not put everything under `data`. */
export function getGraph(
  access: GraphAccess,
  path: string,
  query: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<ZaloAnswer<JsonObject>> {
  const request = queryRequest(new URL(path, access.hosts.graph), query);
  return askZalo(
    { ...access, timeoutMs: access.timeoutMs ?? 5_000 },
    { ...request, headers },
    graphErrorPolicy,
  );
}

/** The policy for an error code of the graph. `refresh_token` means the person's: else they sign in again. */
export function graphErrorPolicy(code: number): ErrorPolicy {
  return policyOf(graphErrors, code);
}

/** Only what is documented; the rest is an unknown code. */
export const graphErrors: ErrorTable = {
  100: ['bug', 'Zalo không nhận một tham số của yêu cầu đăng nhập; báo cho đội kỹ thuật.'],
  112: [
    'operator',
    'Ứng dụng chưa được liên kết hoặc chưa được phép đọc thông tin này; kiểm tra ứng dụng tại developers.zalo.me.',
  ],
  452: ['refresh_token', 'Phiên đăng nhập Zalo đã hết hạn; người dân đăng nhập lại.'],
};
