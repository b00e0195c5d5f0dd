// Phone numbers as people write them, turned into `84…` as the platform writes them.

/** `84…` from `0912 000 101`, `+84…` or `84…`; undefined when it is no Vietnamese number. */
export function numberOf(written: string): string | undefined {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^(?:\+84|0084|0)/, '84');
  return isNumber(digits) ? digits : undefined;
}

/** Whether this is a number in the platform's own form. */
export function isNumber(text: string): boolean {
  return /^84[1-9]\d{7,9}$/.test(text);
}
