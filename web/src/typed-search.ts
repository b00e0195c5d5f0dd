// What somebody typed, as it stands in an address.

/** The router reads `?q=42` as a number. */
export function isTyped(q: unknown): q is string | number {
  return typeof q === 'number' || (typeof q === 'string' && q !== '');
}
