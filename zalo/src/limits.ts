// Measures what is about to be sent, in NFC code points as Zalo counts, so that a refusal is known before it happens.

/** Why Zalo would refuse the whole of it. Lengths in code points, counts in items. Cutting is the caller's. */
export type LimitProblem =
  | { kind: 'too_long'; field: string; limit: number; actual: number }
  | { kind: 'too_many'; field: string; limit: number; actual: number }
  | { kind: 'missing'; field: string }
  /** Present, and not in the form Zalo reads. */
  | { kind: 'malformed'; field: string };

/** Length as Zalo counts it. NFD text, as macOS and some phones write it, would count every mark. */
export function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}

/** The first problem there is. */
export function problemWith(checks: readonly (LimitProblem | undefined)[]): LimitProblem | undefined {
  return checks.find((check) => check !== undefined);
}

/** A text that must be there, at most `limit` code points long. */
export function checkLength(field: string, text: string, limit: number): LimitProblem | undefined {
  if (text.trim() === '') return { kind: 'missing', field };
  const actual = lengthOf(text);
  return actual > limit ? { kind: 'too_long', field, limit, actual } : undefined;
}

/** An id, token or address that must be there. */
export function checkPresent(field: string, text: string): LimitProblem | undefined {
  return text.trim() === '' ? { kind: 'missing', field } : undefined;
}

/** One item or more, at most `limit`. */
export function checkCount(
  field: string,
  items: readonly unknown[],
  limit: number,
): LimitProblem | undefined {
  if (items.length === 0) return { kind: 'missing', field };
  return items.length > limit ? { kind: 'too_many', field, limit, actual: items.length } : undefined;
}

/** A public address of the web that must be there. */
export function checkWebAddress(field: string, url: string): LimitProblem | undefined {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return checkPresent(field, url) ?? (isWeb ? undefined : { kind: 'malformed', field });
}
