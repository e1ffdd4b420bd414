/// The typesetter's thread: takes prepared documents one by one and answers with PDF bytes.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Appendix } from './spec.ts';

export interface Order {
  readonly id: number;
  /** The prepared document as JSON. */
  readonly data: string;
  readonly logo: { readonly kind: string; readonly bytes: Uint8Array } | null;
  /** Papers of others that follow. `unshown` in the delivery counts them from 0. */
  readonly appendix: readonly Appendix[];
  /** The file, or only how full its one page is (1 is the whole page). */
  readonly wish: 'pdf' | 'fill';
}

export type Delivery = { readonly id: number } & (
  | { readonly pdf: Uint8Array; readonly unshown: readonly number[] }
  | { readonly fill: number }
  | { readonly problem: string }
);
type Made = { readonly pdf: Uint8Array; readonly unshown: readonly number[] } | { readonly fill: number };

/** What the thread is started with. */
export interface Workshop {
  readonly typst: string;
  readonly templates: string;
  readonly fonts: readonly string[];
}

/** The part of typst.ts 0.7 that is used; its native package ships no types. */
interface NodeCompiler {
  compile(source: { mainFilePath: string; inputs: Record<string, string> }): Compiled;
  pdf(page: object, options: { pdfStandard?: 'ua-1' }): Buffer;
  query(page: object, options: { selector: string; field: string }): unknown;
  fetchDiagnostics(error: object): {
    readonly message: string;
    readonly path: string;
    readonly range: { readonly start: { readonly line: number } } | null;
  }[];
  mapShadow(path: string, content: Buffer): void;
  resetShadow(): void;
  evictCache(age: number): void;
}

interface Compiled {
  readonly result: object | null;
  hasError(): boolean;
  takeError(): object | null;
}

const { typst, templates, fonts } = workerData as Workshop;
const { NodeCompiler: Compiler } = createRequire(import.meta.url)(typst) as {
  NodeCompiler: { create(options: object): NodeCompiler };
};
const compiler = Compiler.create({ workspace: templates, fontArgs: [{ fontPaths: fonts }] });

parentPort?.on('message', (order: Order) => {
  try {
    parentPort?.postMessage({ id: order.id, ...typeset(order) } satisfies Delivery);
  } catch (error) {
    parentPort?.postMessage({ id: order.id, problem: messageOf(error) } satisfies Delivery);
  }
});

function typeset({ data, logo, appendix, wish }: Order): Made {
  compiler.resetShadow();
  if (logo) compiler.mapShadow(join(templates, `brand-logo.${logo.kind}`), Buffer.from(logo.bytes));
  const papers = appendix.map(lay);
  try {
    return make(data, papers, wish);
  } catch (error) {
    const missing = missingIn(messageOf(error));
    if (missing.size === 0) throw error;
    return make(withoutGlyphs(data, missing), papers, wish);
  } finally {
    // A mail merge fills the cache with letters that never come again: what the last orders did not use goes.
    compiler.evictCache(3);
  }
}

function make(data: string, papers: readonly Paper[], wish: Order['wish']): Made {
  const appendix = JSON.stringify(papers);
  const compiled = compiler.compile({ mainFilePath: join(templates, 'main.typ'), inputs: { data, appendix, wish } });
  if (compiled.hasError() || !compiled.result) throw new Error(complaintsOf(compiled));
  // Typst 0.14 puts no PDF of others into a file that claims a standard; the tags are there all the same.
  const foreign = papers.some(({ kind, pages }) => kind === 'pdf' && pages > 0);
  if (wish === 'pdf') {
    const pdf = new Uint8Array(compiler.pdf(compiled.result, foreign ? {} : { pdfStandard: 'ua-1' }));
    return { pdf, unshown: papers.flatMap((paper, at) => (isWhole(paper) ? [] : [at])) };
  }
  const [fill] = compiler.query(compiled.result, { selector: '<fill>', field: 'value' }) as number[];
  if (fill === undefined) throw new Error('this kind of document does not say how full it is');
  return { fill };
}

/** A paper of others as the template meets it; no pages when it cannot be shown. */
interface Paper {
  readonly kind: Appendix['kind'];
  readonly path: string;
  readonly title: string;
  readonly alt: string;
  readonly unshown: string;
  readonly pages: number;
  readonly attached: boolean;
}

const MOST_PAGES = 40;

/** A paper without bytes is only named. */
function lay({ kind, bytes, title, alt, unshown, attached = kind === 'xml' }: Appendix, at: number): Paper {
  const path = `appendix-${at}.${kind}`;
  compiler.mapShadow(join(templates, path), Buffer.from(bytes));
  const pages = attached || bytes.length === 0 ? 0 : pagesIn(path, kind);
  return { kind, path, title, alt, unshown, pages, attached };
}

/** Shown to its end, or a file that is attached as it is. A PDF that reaches the most there may be can go on beyond it. */
function isWhole({ attached, pages }: Paper): boolean {
  return attached || (pages > 0 && pages < MOST_PAGES);
}

/** How many pages can be shown: tried one by one, since only the typesetter knows what it can read. */
function pagesIn(path: string, kind: Appendix['kind']): number {
  const probe = join(templates, 'probe.typ');
  const most = kind === 'pdf' ? MOST_PAGES : 1;
  for (let page = 1; page <= most; page += 1) {
    const which = kind === 'pdf' ? `, page: ${page}` : '';
    compiler.mapShadow(probe, Buffer.from(`#image("/${path}"${which})`));
    const tried = compiler.compile({ mainFilePath: probe, inputs: {} });
    if (tried.hasError() || !tried.result) return page - 1;
  }
  return most;
}

function complaintsOf(compiled: Compiled): string {
  const error = compiled.takeError();
  const complaints = error ? compiler.fetchDiagnostics(error) : [];
  return (
    complaints.map(({ message, path, range }) => `${message} (${path}:${(range?.start.line ?? -1) + 1})`).join('; ') ||
    'no reason given'
  );
}

const MISSING = /the text `\\*"(.+?)\\*"` could not be displayed|disallowed codepoint `\\*"(.+?)\\*"`/g;

/** The characters that no font here can draw; PDF/UA refuses a file that shows an empty box for them. */
function missingIn(message: string): Set<string> {
  const missing = new Set<string>();
  for (const [, shown, disallowed] of message.matchAll(MISSING)) {
    const written = (shown ?? disallowed ?? '').replaceAll(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    for (const character of written) missing.add(character);
  }
  return missing;
}

/** A picture sign is left out, a letter of an unknown script becomes "?": the letter must reach people all the same. */
function withoutGlyphs(data: string, missing: Set<string>): string {
  const mend = (value: unknown) =>
    typeof value !== 'string'
      ? value
      : Array.from(value, (character) => (missing.has(character) ? substitute(character) : character)).join('');
  return JSON.stringify(JSON.parse(data, (_, value) => mend(value)));
}

function substitute(character: string): string {
  return /\p{L}/u.test(character) ? '?' : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
