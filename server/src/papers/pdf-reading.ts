// Reads back the PDFs that typst writes, for tests: pages, their text, their size, the drawn QR code.

import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** Points, 72 to the inch. */
  width: number;
  height: number;
  /** One line for each run of text, in drawing order. */
  text: string;
}

/** The pages in order. Knows only what typst writes: no encryption, no object streams. */
export function readPages(pdf: Buffer): PdfPage[] {
  const objects = readObjects(pdf);
  const root = [...objects.values()].find(({ head }) => head.includes('/Type /Pages'));
  const kids = [...(root?.head.match(/\/Kids \[(.*?)\]/s)?.[1] ?? '').matchAll(/(\d+) 0 R/g)];
  return kids.map(([, id]) => {
    const page = get(objects, id);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page.head) ?? [];
    const fonts = readFonts(objects, get(objects, /\/Resources (\d+) 0 R/.exec(page.head)?.[1]).head);
    const content = get(objects, /\/Contents (\d+) 0 R/.exec(page.head)?.[1]).data;
    return { width: Number(width), height: Number(height), text: readText(content, fonts) };
  });
}

/** The drawn QR code as black and white RGBA pixels; `scale` pixels to a module. */
export function readQrPixels(
  pdf: Buffer,
  scale = 8,
): { width: number; height: number; data: Uint8ClampedArray } {
  const form = [...readObjects(pdf).values()].find(({ head }) => head.includes('/Subtype /Form'));
  if (form === undefined) throw new Error('The PDF draws no form.');
  const side = Number(/\/BBox \[0 0 (\d+) \d+\]/.exec(form.head)?.[1]) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  // Each bar: its corner by `m`, then its right edge by the first `l`.
  for (const [, x, y, right] of form.data.matchAll(/(?:^|\n)(\d+) (\d+) m\n(\d+) \d+ l\n/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < Number(right) * scale; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return { width: side, height: side, data };
}

interface PdfObject {
  head: string;
  data: string;
}

function get(objects: Map<string, PdfObject>, id: string | undefined): PdfObject {
  const found = objects.get(id ?? '');
  if (found === undefined) throw new Error(`The PDF has no object ${id}.`);
  return found;
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const match of pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj/gs)) {
    const [head = '', stream] = (match[2] ?? '').split(/\nstream\n/, 2);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const body = Buffer.from(stream?.slice(0, length) ?? '', 'latin1');
    const data = head.includes('/FlateDecode') ? inflateSync(body) : body;
    objects.set(match[1] ?? '', { head, data: data.toString('latin1') });
  }
  return objects;
}

type Font = Map<number, string>;

function readFonts(objects: Map<string, PdfObject>, resources: string): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = get(objects, /\/ToUnicode (\d+) 0 R/.exec(get(objects, id).head)?.[1]).data;
    const font: Font = new Map();
    for (const [, glyph = '', letters = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi))
      font.set(parseInt(glyph, 16), Buffer.from(letters, 'hex').swap16().toString('utf16le'));
    fonts.set(name, font);
  }
  return fonts;
}

function readText(content: string, fonts: Map<string, Font>): string {
  let font: Font = new Map();
  const lines: string[] = [];
  let run = '';
  for (let at = 0; at < content.length; at++) {
    const char = content.charAt(at);
    if (char === '(') {
      const end = literalEnd(content, at);
      run += glyphText(content.slice(at + 1, end), font);
      at = end;
    } else if (content.startsWith(' TJ', at)) {
      lines.push(run);
      run = '';
    } else if (char === '/') font = fonts.get(/^F\d+/.exec(content.slice(at + 1, at + 9))?.[0] ?? '') ?? font;
  }
  return lines.join('\n');
}

/** Where a string literal closes: balanced parentheses may stand in it unescaped. */
function literalEnd(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    const char = content.charAt(at);
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
  }
  throw new Error('A string in the PDF does not close.');
}

function glyphText(literal: string, font: Font): string {
  const bytes = Buffer.from(unescaped(literal), 'latin1');
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += font.get(bytes.readUInt16BE(i)) ?? '\ufffd';
  return text;
}

const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (named[code] ?? code),
  );
}
