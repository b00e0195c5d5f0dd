// How a dossier stands, as bytes ready to send: written anew only when something it says may have changed.

import { linkOf, type OpenLink } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import { holdsAt, keepAnswers } from './kept-answers.ts';
import type { TrackingStatus } from './schema.ts';
import { viewTrackingStatus } from './view.ts';

/**
 * Answers by token; undefined for unknown and revoked ones. PostgreSQL is asked every time: what is kept is sent only
 * when PostgreSQL says in this very look-up that no row behind it changed, and only within the time for which its words
 * hold. `write` puts an answer into JSON.
 */
export function answerStatus(
  ctx: Pick<Context, 'secrets' | 'clock'>,
  open: OpenLink,
): (token: string, write: (status: TrackingStatus) => string) => Promise<Buffer | undefined> {
  const answers = keepAnswers({ most: 50_000, mostBytes: 64 * 2 ** 20 });
  return async (token, write) => {
    const kept = answers.find(token);
    const link = kept?.link ?? linkOf(ctx.secrets, token);
    if (link === null) return undefined;
    const isTrue = kept !== undefined && holdsAt(kept, ctx.clock.now());
    let opened = await open(link, isTrue ? kept.mark : null);
    if (opened === 'unchanged') {
      if (kept !== undefined && holdsAt(kept, ctx.clock.now())) return Buffer.from(kept.body, 'latin1');
      // Midnight struck while we asked.
      opened = await open(link, null);
    }
    if (typeof opened !== 'object') return undefined;
    const from = ctx.clock.now();
    const { status, until } = viewTrackingStatus(opened, from);
    const bytes = Buffer.from(write(status));
    answers.keep(token, { link, mark: opened.mark, from, until, body: bytes.toString('latin1') });
    return bytes;
  };
}
