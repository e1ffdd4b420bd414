import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfAnswer } from './pdf.ts';

/** As the standards name them; any other `.xml` after these. */
const NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const MOST_ATTACHMENTS = 20;

parentPort?.on('message', async (data: Uint8Array) => {
  const answer = await read(data).catch((error: unknown): PdfAnswer => ({ broken: String(error) }));
  parentPort?.postMessage(answer);
});

async function read(data: Uint8Array): Promise<PdfAnswer> {
  // Nothing of a page is drawn, fetched or run: only the attachments are wanted.
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
    return { xml };
  } finally {
    await task.destroy();
  }
}

function rank(filename: string): number {
  const place = NAMES.indexOf(filename.toLowerCase());
  return place === -1 ? NAMES.length : place;
}
