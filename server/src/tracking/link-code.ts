// Placeholder until the chat slice lands.
import type { Context } from '../platform/context.ts';
import type { LinkCodeAnswer } from './schema.ts';
import { unknownLink } from './view.ts';
export async function giveLinkCode(
  _ctx: Context,
  _token: string,
  _open: (oaId: string) => string,
): Promise<LinkCodeAnswer> {
  throw unknownLink();
}
