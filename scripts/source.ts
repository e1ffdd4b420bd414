import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One source file as the gates see it. `code` has comments blanked out, `bones` also the insides of strings; offsets agree. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly bones: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  readonly kind: 'value' | 'type' | 'dynamic';
  readonly line: number;
}

/** What a gate has to say about one place. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const CODE = /\.(ts|tsx|mts|mjs)$/;

/** Reads every source file below the folders, in a stable order. Paths are relative to `root`, with `/`. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => list(root, folder))
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')));
}

function list(root: string, folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries
    .map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`)
    .filter((path) => CODE.test(path))
    .sort();
}

export function parse(path: string, text: string): Source {
  const { code, bones } = blank(text);
  return { path, text, code, bones, lines: text.trimEnd().split('\n').length, imports: importsOf(text, bones) };
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

// TypeScript 7 has no JS API and esbuild forgets type imports, so the imports are read from the text with strings blanked out.
function importsOf(text: string, bones: string): Import[] {
  const found: Import[] = [];
  const add = (match: RegExpExecArray, kind: Import['kind']) => {
    const open = match.index + match[0].length - 1;
    const close = bones.indexOf(bones.charAt(open), open + 1);
    found.push({ specifier: text.slice(open + 1, close), kind, line: lineAt(text, match.index) });
  };
  for (const match of bones.matchAll(/\b(import|export)\s+([^;'"()=]*?)\bfrom\s*['"]/g)) {
    add(match, onlyTypes(match[2] ?? '') ? 'type' : 'value');
  }
  for (const match of bones.matchAll(/\bimport\s*['"]/g)) add(match, 'value');
  for (const match of bones.matchAll(/\bimport\s*\(\s*['"]/g)) {
    // `typeof import('…')` and `import('…').Name` in a type are erased; nothing loads.
    add(match, /(\btypeof|[:<|])\s*$/.test(bones.slice(0, match.index)) ? 'type' : 'dynamic');
  }
  return found.sort((a, b) => a.line - b.line);
}

function onlyTypes(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([^}]*)\}\s*$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
}

const REGEX_MAY_FOLLOW = /(^|[=(,:[!&|?{};\n>]|\breturn|\btypeof|\bcase)\s*$/;

/** Blanks comments (code), and comments and the insides of strings, templates and regular expressions (bones). */
export function blank(text: string): { code: string; bones: string } {
  const code = text.split('');
  const bones = code.slice();
  const templates: number[] = [];
  let braces = 0;
  let at = 0;

  const wipe = (from: number, to: number, comment: boolean) => {
    for (let index = from; index < to; index += 1) {
      if (text[index] === '\n') continue;
      bones[index] = ' ';
      if (comment) code[index] = ' ';
    }
  };
  const skipTemplate = (from: number): number => {
    let index = from;
    while (index < text.length) {
      if (text[index] === '\\') index += 2;
      else if (text[index] === '`') break;
      else if (text[index] === '$' && text[index + 1] === '{') {
        templates.push(braces);
        braces += 1;
        wipe(from, index, false);
        return index + 2;
      } else index += 1;
    }
    wipe(from, index, false);
    return index + 1;
  };

  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text.charAt(at);
    if (two === '//') at = through(text, '\n', at, (end) => wipe(at, end, true));
    else if (two === '/*') at = through(text, '*/', at + 2, (end) => wipe(at, end + 2, true)) + 2;
    else if (one === "'" || one === '"') {
      const end = endOfString(text, at);
      wipe(at + 1, end, false);
      at = end + 1;
    } else if (one === '`') at = skipTemplate(at + 1);
    else if (one === '/' && REGEX_MAY_FOLLOW.test(bones.slice(Math.max(0, at - 12), at).join(''))) {
      const end = endOfRegex(text, at);
      if (end > at) wipe(at + 1, end, false);
      at = Math.max(end, at) + 1;
    } else {
      if (one === '{') braces += 1;
      if (one === '}') {
        braces -= 1;
        if (templates.at(-1) === braces) {
          templates.pop();
          at = skipTemplate(at + 1);
          continue;
        }
      }
      at += 1;
    }
  }
  return { code: code.join(''), bones: bones.join('') };
}

function through(text: string, end: string, from: number, wipe: (end: number) => void): number {
  const found = text.indexOf(end, from);
  const stop = found < 0 ? text.length : found;
  wipe(stop);
  return stop;
}

/** A quote that is not closed on its line is an apostrophe in JSX text: it opens nothing. */
function endOfString(text: string, open: number): number {
  const quote = text[open];
  for (let at = open + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return open;
}

function endOfRegex(text: string, open: number): number {
  let inClass = false;
  for (let at = open + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at;
  }
  return open;
}
