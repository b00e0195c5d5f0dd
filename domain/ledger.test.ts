// The ledger's text: one text per value, another text for any other value.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recorded } from './dossier-event.ts';
import { canonicalJson, chainStart, ledgerText } from './ledger.ts';

const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reordered(item)]),
  );
};

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is JSON, and survives being stored and read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('two values have one text only when they are one value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = canonicalJson(one) === canonicalJson(other);
        expect(same).toBe(canonicalJson(reordered(one)) === canonicalJson(reordered(other)));
        if (same) expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(other)));
      }),
    );
  });

  it('keeps the order of lists, and tells text from number and nothing from empty', () => {
    const texts = [[1, 2], [2, 1], ['1', 2], [[1, 2]], [], {}, null, '', 0, false, { a: null }].map(
      canonicalJson,
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('leaves out what is undefined, as the database does', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(canonicalJson([undefined])).toBe('[null]');
  });

  it('takes letters as they are: composed and decomposed are two texts', () => {
    const word = 'Giấy khai sinh';
    expect(word.normalize('NFD')).not.toBe(word);
    expect(canonicalJson(word.normalize('NFD'))).not.toBe(canonicalJson(word));
    expect(canonicalJson({ [word.normalize('NFD')]: 1 })).not.toBe(canonicalJson({ [word]: 1 }));
  });
});

describe('the hashed text of a row', () => {
  const row: Recorded = {
    seq: 2,
    at: '2026-11-23T08:30:00+07:00',
    actor: { kind: 'officer', officerId: 'o1', onBehalf: false },
    event: { type: 'dossier_accepted', code: '000.00.27.H53-261123-0001', fee: 0 },
  };
  const text = ledgerText('ward', 'd1', row, chainStart);

  it.each<[string, string]>([
    ['another tenant', ledgerText('ward2', 'd1', row, chainStart)],
    ['another dossier', ledgerText('ward', 'd2', row, chainStart)],
    ['another place in the chain', ledgerText('ward', 'd1', { ...row, seq: 3 }, chainStart)],
    ['another moment', ledgerText('ward', 'd1', { ...row, at: '2026-11-23T08:30:01+07:00' }, chainStart)],
    ['another row before it', ledgerText('ward', 'd1', row, chainStart.replace('0', '1'))],
    [
      'another actor',
      ledgerText(
        'ward',
        'd1',
        { ...row, actor: { kind: 'officer', officerId: 'o1', onBehalf: true } },
        chainStart,
      ),
    ],
    [
      'another event',
      ledgerText('ward', 'd1', { ...row, event: { ...row.event, fee: 1 } as Recorded['event'] }, chainStart),
    ],
    [
      'a key the event did not have',
      ledgerText('ward', 'd1', { ...row, event: Object.assign({ x: null }, row.event) }, chainStart),
    ],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(text);
  });

  it('does not change with what only lies beside the row', () => {
    const stored = { ...row, hash: 'f'.repeat(64), tenantId: 'other', prevHash: 'e'.repeat(64) };
    expect(ledgerText('ward', 'd1', stored, chainStart)).toBe(text);
  });

  it('cannot be shifted from one field into the next', () => {
    expect(ledgerText('ward","dossierId":"d1', '', row, chainStart)).not.toBe(text);
    expect(ledgerText('war', 'dd1', row, chainStart)).not.toBe(ledgerText('ward', 'd1', row, chainStart));
  });
});
