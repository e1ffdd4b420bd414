import { parentPort } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfAnswer } from './pdf.ts';

/** As the standards name them; any other `.xml` after these. */
const NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const MOST_ATTACHMENTS = 20;
/** Where a bill says its number and its sum. */
const MOST_PAGES = 3;
const MOST_TEXT = 20_000;

/*
 * pdfjs asks Node for `fs`, for `http` and for a native canvas in this one way. Without it, it can read the bytes it is
 * given and nothing else, and starts twice as fast.
 */
process.getBuiltinModule = (() => undefined) as typeof process.getBuiltinModule;
// It warns that it cannot draw, and of every oddity in a file.
console.log = console.warn = () => {};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
// The half that parses is loaded here too, where pdfjs looks for it: else the first PDF would wait for it, and be too slow.
Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string) });

parentPort?.on('message', async (data: Uint8Array) => {
  const answer = await read(data).catch((error: unknown): PdfAnswer => ({ kind: 'broken', detail: String(error) }));
  parentPort?.postMessage(answer);
});
parentPort?.postMessage({ kind: 'ready' } satisfies PdfAnswer);

async function read(data: Uint8Array): Promise<PdfAnswer> {
  // Nothing of a page is drawn, fetched or run: the attachments are wanted, or else the words.
  const task = getDocument({
    data,
    verbosity: 0,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const found = [...((await document.getAttachments()) ?? [])]
      .filter(([, { filename }]) => /\.xml$/i.test(filename))
      .sort(([, a], [, b]) => rank(a.filename) - rank(b.filename))
      .slice(0, MOST_ATTACHMENTS);
    const xml: Uint8Array[] = [];
    for (const [id, { content }] of found) {
      const bytes = content ?? (await document.getAttachmentContent(id));
      if (bytes) xml.push(new Uint8Array(bytes));
    }
    return { kind: 'read', xml, text: xml.length > 0 ? '' : await textOf(document).catch(() => '') };
  } finally {
    await task.destroy();
  }
}

async function textOf(document: PDFDocumentProxy): Promise<string> {
  let text = '';
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && text.length < MOST_TEXT; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += `${item.str}${item.hasEOL ? '\n' : ' '}`;
  }
  return text.slice(0, MOST_TEXT).trim();
}

function rank(filename: string): number {
  const place = NAMES.indexOf(filename.toLowerCase());
  return place === -1 ? NAMES.length : place;
}
