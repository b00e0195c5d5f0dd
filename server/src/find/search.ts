// Searches a tenant's catalogue in people's own words; what nobody finds is counted, without who asked.

import { type Found, find } from '@motcua/domain/find';
import { askWhich, type Certainty } from '@motcua/domain/find-which';
import { foldedKey } from '@motcua/domain/folding';
import { dateOf } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { indexOf } from './index-of.ts';
import { countUnfound } from './store.ts';

export interface Searched {
  /** Taken in here, best first. */
  found: Found[];
  certainty: Certainty;
  /** Fits better, or at all, and is taken in elsewhere. */
  elsewhere: Found[];
}

/** What fits elsewhere must speak of this share of what was asked. */
const surelyElsewhere = 0.6;

/** `counts`: what is not found is counted, because somebody surely looked for a procedure. */
export async function search(
  ctx: Context,
  tx: Tx,
  text: string,
  limit: number,
  counts = true,
): Promise<Searched> {
  const index = await indexOf(ctx, tx);
  const found = find(index, text, { limit, only: ({ offered }) => offered });
  const certainty = askWhich(index, found);
  const here = found[0]?.score ?? 0;
  const elsewhere =
    certainty.kind === 'sure'
      ? []
      : find(index, text, { limit: 3, only: ({ offered }) => !offered }).filter(
          ({ score, cover }) => cover >= surelyElsewhere && score > here,
        );
  if (counts && certainty.kind === 'not_sure' && elsewhere.length === 0) await count(ctx, tx, text);
  return { found, certainty, elsewhere };
}

/** Figures are left out: they name people, houses and dossiers, and no procedure. */
async function count(ctx: Context, tx: Tx, text: string): Promise<void> {
  const words = foldedKey(text.slice(0, 300))
    .split(' ')
    .filter((word) => /^\p{L}{1,12}$/u.test(word))
    .slice(0, 10)
    .join(' ');
  if (words === '') return;
  const month = `${dateOf(ctx.clock.now()).slice(0, 7)}-01`;
  await countUnfound(tx, { month, digest: ctx.secrets.fingerprint(words, 'unfound'), words });
}
