// Reads JSON from the wire without losing a digit of an id, and looks into it without trusting its shape.

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses JSON text; an integer too large for a JavaScript number stays the text it was written as, because Zalo's
 * ids exceed 2^53 and some endpoints write them without quotes. Returns undefined for anything that is not JSON.
 */
export function parseJson(text: string): unknown {
  try {
    // The third argument (source text, Node 22 and later) is not yet in TypeScript's library types.
    const parsed: unknown = JSON.parse(text, (_key, value: unknown, ...[context]: unknown[]) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) ? textAt(context, 'source') : value,
    );
    return parsed;
  } catch {
    return undefined;
  }
}

/** The value if it is an object, else an empty one: reading a missing branch gives undefined leaves. */
export function objectAt(value: unknown, key: string): JsonObject {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty text, or the digits of a number: how ids, sizes and times arrive. Else undefined. */
export function textAt(value: unknown, key: string): string | undefined {
  const inner = isObject(value) ? value[key] : undefined;
  if (typeof inner === 'number') return String(inner);
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

/** A finite number, also when written as text. Not for ids. */
export function numberAt(value: unknown, key: string): number | undefined {
  const text = textAt(value, key)?.trim();
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** An integer written as one: `0`, `-216`, also between quotes. What decides success reads nothing looser. */
export function integerAt(value: unknown, key: string): number | undefined {
  const text = textAt(value, key) ?? '';
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function booleanAt(value: unknown, key: string): boolean | undefined {
  const inner = isObject(value) ? value[key] : undefined;
  return typeof inner === 'boolean' ? inner : undefined;
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const inner = isObject(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}
