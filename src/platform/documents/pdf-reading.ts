import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A printed file as a reader and a screen reader meet it. For tests. */
export interface PrintedPdf {
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly claimsUa1: boolean;
  /** Text of each page, and of all. */
  readonly pages: readonly string[];
  readonly text: string;
  /** Structure roles in reading order: H1, P, Table, TH … */
  readonly roles: readonly string[];
  /** Alternative texts of the figures. */
  readonly alternatives: readonly string[];
  /** PostScript names of the embedded fonts, without their subset prefix. */
  readonly fonts: readonly string[];
  /** Files that lie in it. */
  readonly attachments: readonly Uint8Array[];
  /** Where a text on the first page begins, in millimetres from the left and the top, and its size in points. */
  find(text: string): { readonly left: number; readonly baseline: number; readonly size: number } | null;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const MM_PER_POINT = 25.4 / 72;
const A4_HEIGHT = 297;

export async function readPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
    const items = await textItems(document);
    const nodes = await structure(document);
    const pages = items.map((page) => page.map((item) => item.str).join(' '));
    return {
      title: info.Title ?? '',
      language: info.Language ?? '',
      tagged: ((await document.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked') === true,
      claimsUa1: raw.includes('<pdfuaid:part>1</pdfuaid:part>'),
      pages,
      text: pages.join('\n'),
      roles: nodes.flatMap((node) => node.role ?? []),
      alternatives: nodes.flatMap((node) => (node.role === 'Figure' && node.alt) || []),
      fonts: [...new Set(Array.from(raw.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g), ([, name]) => name ?? ''))],
      attachments: await attachmentsOf(document),
      find: (text) => {
        const item = items[0]?.find(({ str }) => str.startsWith(text));
        return item
          ? { left: item.x * MM_PER_POINT, baseline: A4_HEIGHT - item.y * MM_PER_POINT, size: item.size }
          : null;
      },
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const [id, { content }] of (await document.getAttachments()) ?? []) {
    found.push(new Uint8Array(content ?? (await document.getAttachmentContent(id)) ?? []));
  }
  return found;
}

interface Item {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

async function textItems(document: PDFDocumentProxy): Promise<Item[][]> {
  const pages: Item[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str !== ''
          ? [{ str: item.str, x: item.transform[4], y: item.transform[5], size: item.height }]
          : [],
      ),
    );
  }
  return pages;
}

async function structure(document: PDFDocumentProxy): Promise<Node[]> {
  const nodes: Node[] = [];
  const walk = (node: Node | null) => {
    if (!node) return;
    nodes.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= document.numPages; number++)
    walk((await (await document.getPage(number)).getStructTree()) as Node | null);
  return nodes;
}
