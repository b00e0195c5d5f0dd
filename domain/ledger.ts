// The ledger's text: what is hashed, in one canonical form, so that anyone can check the chain.

import type { Actor, DossierEvent, Recorded } from './dossier-event.ts';
import type { Instant } from './time.ts';

/** A ledger row as stored: an event with its place in the chain of its dossier. */
export interface LedgerRow {
  dossierId: string;
  seq: number;
  at: Instant;
  actor: Actor;
  event: DossierEvent;
  prevHash: string;
  hash: string;
}

/** The hash before the first row of a chain. */
export const chainStart = '0'.repeat(64);

/**
 * JSON with sorted keys and no spaces: the same value always gives the same text. Letters are taken as they are
 * stored: `ệ` in one sign and in three are two texts, so that a silent rewriting shows.
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const items = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(items).sort()) {
    const item = items[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/** The text whose SHA-256 (hex) is the row's hash. */
export function ledgerText(
  tenantId: string,
  dossierId: string,
  { seq, at, actor, event }: Recorded,
  prevHash: string,
): string {
  return canonicalJson({ tenantId, dossierId, prevHash, seq, at, actor, event });
}
