// HTML as templates: whatever is put in is escaped, unless it is HTML already.

const made = Symbol('html');

export interface Html {
  readonly [made]: true;
  readonly text: string;
}

/** Values become text; what `html` itself made, and lists of it, become markup. Null and false become nothing. */
export function html(pieces: readonly string[], ...values: readonly unknown[]): Html {
  const text = pieces.reduce((so, piece, at) => `${so}${textOf(values[at - 1])}${piece}`);
  return { [made]: true, text };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value === 'object' && made in value) return (value as Html).text;
  return typeof value === 'string' || typeof value === 'number' ? escaped(String(value)) : '';
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
