import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

/** Encodings that invoices come in. What else a document declares is refused rather than guessed at. */
const KNOWN = /^(?:utf-?8|us-ascii|iso-8859-1|latin1|iso-8859-15|windows-1252)$/i;
const DECLARED = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * Bytes to text, by byte order mark, else by the first bytes (UTF-16), else by the XML declaration, else UTF-8.
 * Refuses an unknown encoding and bytes that are wrong in it; the refusal names the encoding.
 */
export function decodeXml(bytes: Uint8Array): Outcome<string, string> {
  const encoding = marked(bytes) ?? declared(bytes);
  if (encoding === null) return refused(declaration(bytes) ?? '?');
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refused(encoding);
  }
}

function marked(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // No mark: "<" and a zero, in one order or the other (XML 1.0, appendix F).
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

function declared(bytes: Uint8Array): string | null {
  const name = declaration(bytes) ?? 'utf-8';
  return KNOWN.test(name) ? name.toLowerCase() : null;
}

function declaration(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart();
  return DECLARED.exec(head)?.[1] ?? null;
}
