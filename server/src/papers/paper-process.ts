// The process that sets papers: typst blocks while it works, and a fault in native code ends the process it is in.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sheet } from '@motcua/domain/paper-sheet';
import type { ReceiptSheet } from '@motcua/domain/receipt';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { encodeQR } from 'qr';

/** What the office asks of this process. */
export type PaperOrder = { id: number } & PaperToSet;

/** A receipt has a layout of its own, on either size; all other papers share one, on A4. */
export type PaperToSet =
  | { layout: 'receipt'; sheet: ReceiptSheet; qr: string; size: 'a4' | 'a5' }
  /** `qr`: what the code says; null for a paper without one. */
  | { layout: 'sheet'; sheet: Sheet; qr: string | null };

/** What this process answers: one answer to each order, in order. */
export type PaperAnswer = { id: number; pdf: Uint8Array } | { id: number; failure: string };

const require = createRequire(import.meta.url);
const faces = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
];
const readTemplate = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const frame = readTemplate('frame.typ');
const templates = { receipt: frame + readTemplate('receipt.typ'), sheet: frame + readTemplate('sheet.typ') };
const compiler = NodeCompiler.create({
  // The templates name no file, and from this folder they could reach nothing but themselves.
  workspace: dirname(fileURLToPath(import.meta.url)),
  fontArgs: [
    { fontBlobs: faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}.ttf`))) },
  ],
});

/** In normal print; in small print when that makes one page of two. */
function setPaper(order: PaperOrder): Uint8Array {
  try {
    const normal = compile(order, 'normal');
    const small = normal.numOfPages === 2 ? compile(order, 'small') : normal;
    return compiler.pdf(small.numOfPages === 1 ? small : normal, { pdfStandard: 'a-2b' });
  } finally {
    // Without this the cache keeps every paper ever set.
    compiler.evictCache(2);
  }
}

/** Data reaches the template as inputs, never as source: nothing a citizen writes is run. */
function compile(order: PaperOrder, print: 'normal' | 'small'): NodeTypstDocument {
  const inputs = {
    sheet: JSON.stringify(order.sheet),
    paper: order.layout === 'receipt' ? order.size : 'a4',
    print,
    qr: order.qr === null ? '' : qrImage(order.qr),
  };
  const compiled = compiler.compile({ mainFileContent: templates[order.layout], inputs });
  if (compiled.result !== null) return compiled.result;
  const error = compiled.takeDiagnostics() ?? compiled.takeError();
  throw new Error(error === null ? 'typst gave no document' : JSON.stringify(error.shortDiagnostics));
}

/** A QR code as SVG: one bar for each run of dark modules, half the drawing work of one square for each. */
function qrImage(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const bars = rows.flatMap((row, y) => {
    const drawn = row.map((dark) => (dark ? '#' : ' ')).join('');
    return [...drawn.matchAll(/#+/g)].map(
      ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return `<svg viewBox="0 0 ${rows.length} ${rows.length}" xmlns="http://www.w3.org/2000/svg"><path d="${bars.join('')}"/></svg>`;
}

// Ctrl-C reaches the whole group; the office decides when this process ends, and its end ends the channel.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (order: PaperOrder) => {
  process.send?.(answerTo(order));
});

function answerTo(order: PaperOrder): PaperAnswer {
  try {
    return { id: order.id, pdf: setPaper(order) };
  } catch (error) {
    return { id: order.id, failure: error instanceof Error ? error.message : String(error) };
  }
}
