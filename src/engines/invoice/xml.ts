import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

/** An element with its namespace, its own text (trimmed; empty where elements stand in it) and where it begins. */
export interface Element {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  readonly line: number;
}

export type XmlRefusal =
  | { readonly kind: 'doctype' | 'deep' | 'slow' }
  | { readonly kind: 'broken'; readonly line: number; readonly detail: string };

const DEEPEST = 40;
const MOST_ELEMENTS = 200_000;
const MOST_ATTRIBUTES = 100;
const LONGEST_TEXT = 100_000;
/** Ten megabytes in base64, in all of a document; what is more is left out. */
const MOST_ATTACHED = 14 * 1024 * 1024;
/** Small enough that the time limit is looked at every few milliseconds. */
const CHUNK = 16 * 1024;
/** The namespaces of UBL 2 and of CII D16B. */
const SPACES = /^urn:oasis:names:specification:ubl:schema:xsd:|^urn:un:unece:uncefact:data:standard:/;
/** An attached document, which can be megabytes. */
const ATTACHED = new Set(['EmbeddedDocumentBinaryObject', 'AttachmentBinaryObject']);

/**
 * Text to a tree. A DOCTYPE is refused before anything is parsed, so no entity can be declared: only the five of XML
 * and character references are known. Depth, number of elements and attributes, and length of texts are bounded.
 */
export async function parseXml(text: string, signal: AbortSignal): Promise<Outcome<Element, XmlRefusal>> {
  const declares = declaresDoctype(text);
  if (declares !== false) return refused({ kind: declares === null ? 'deep' : 'doctype' });
  const parser = new SaxesParser({ xmlns: true, position: true });
  const rootOf = grow(parser);
  try {
    for (let at = 0; at < text.length; at += CHUNK) {
      parser.write(text.slice(at, at + CHUNK));
      await setImmediate();
      if (signal.aborted) return refused({ kind: 'slow' });
    }
    parser.close();
  } catch (error) {
    if (error instanceof TooMuch) return refused({ kind: 'deep' });
    return refused({ kind: 'broken', line: parser.line, detail: reasonOf(error) });
  }
  const root = rootOf();
  return root ? ok(root) : refused({ kind: 'broken', line: 1, detail: 'no root element' });
}

/** More comments and instructions before the document are a trick. */
const MOST_BEFORE = 100;

/** Is a DOCTYPE the first thing that is neither space, comment nor processing instruction? Null: too many of those to tell. */
function declaresDoctype(text: string): boolean | null {
  const space = /[\s\uFEFF]*/y;
  for (let passed = 0; passed < MOST_BEFORE; passed += 1) {
    space.exec(text);
    const at = space.lastIndex;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (end === null) return text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE';
    const closed = text.indexOf(end, at + end.length);
    if (closed === -1) return false;
    space.lastIndex = closed + end.length;
  }
  return null;
}

/** Thrown through the parser, so that it stops where it is. */
class TooMuch extends Error {}

/** Listens to the parser and builds the tree. Answers a reader of its root. */
function grow(parser: SaxesParser<{ xmlns: true; position: true }>): () => Element | null {
  const open: Element[] = [];
  let root: Element | null = null;
  let elements = 0;
  let attributes = 0;
  let attached = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    elements += 1;
    if (open.length >= DEEPEST || elements > MOST_ELEMENTS) throw new TooMuch();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new TooMuch();
  });
  parser.on('opentag', (tag) => {
    const plain = Object.values(tag.attributes).filter(({ prefix }) => prefix === '');
    const element: Element = {
      // A foreign element never passes for one of the formats'.
      name: SPACES.test(tag.uri) ? tag.local : `{${tag.uri}}${tag.local}`,
      space: tag.uri,
      attributes: Object.fromEntries(plain.map(({ local, value }) => [local, value.trim()])),
      children: [],
      text: '',
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (!element) return;
    if (ATTACHED.has(element.name)) {
      attached += text.length;
      if (attached <= MOST_ATTACHED) element.text += text;
      return;
    }
    if (element.text.length < LONGEST_TEXT) element.text += text.slice(0, LONGEST_TEXT);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    // No format mixes text and elements: a value with something in its middle would be read otherwise by others.
    if (element) element.text = element.children.length > 0 ? '' : element.text.trim();
  });
  return () => root;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, '').slice(0, 200);
}

/** The first child of that name. */
export function child(element: Element | null | undefined, name: string): Element | null {
  return element?.children.find((one) => one.name === name) ?? null;
}

export function childrenOf(element: Element | null | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The element at the end of a path of names, the first of each: `Party/PostalAddress/Country`. */
export function at(element: Element | null | undefined, path: string): Element | null {
  let found: Element | null = element ?? null;
  for (const name of path.split('/')) found = child(found, name);
  return found;
}

/** The text at the end of a path. Null when it is missing or empty. */
export function textAt(element: Element | null | undefined, path: string): string | null {
  return at(element, path)?.text || null;
}
