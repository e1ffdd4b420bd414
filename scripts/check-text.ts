import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES } from '../src/kernel/language.ts';
import { printFindings } from './check-structure.ts';
import { type Finding, lineAt, readSources, type Source } from './source.ts';
import { placeInModule } from './structure.ts';

const ATTRIBUTES = 'title|placeholder|alt|aria-label|aria-description|label|hint|summary|heading|legend|caption';

/** Where people's words may stand in a module: the text itself, the letters, what is told of as kept, the examples and the demo. */
const MAY_SPEAK = ['text', 'letters', 'gallery', 'seed', 'holdings', 'figures'];

/** Words for people that stand outside text.ts: text between tags, and texts in attributes that people read or hear. */
export function judgeWords(sources: readonly Source[]): Finding[] {
  return sources
    .filter(mustBeSilent)
    .flatMap((source) => [...textNodes(source), ...attributes(source), ...danish(source)]);
}

function mustBeSilent({ path }: Source): boolean {
  const kind = placeInModule(path)?.kind;
  return kind !== undefined && !/\.test\.tsx?$/.test(path) && !(kind && MAY_SPEAK.includes(kind));
}

function textNodes({ path, text, bones }: Source): Finding[] {
  if (!path.endsWith('.tsx')) return [];
  // A text node is what stands between the ">" of a tag and the next "<" or "{"; "=>" and generics do not end a tag.
  const afterTag = /(?<=<\/?[\w.]*(?:\s[^<>]*?)?(?<![=-]))>([^<>{}]*\p{L}[^<>{}]*)(?=<\/|<[\w>]|\{)/gu;
  const afterBrace = /\}([^<>{}]*\p{L}[^<>{}]*)(?=<\/)/gu;
  return [...bones.matchAll(afterTag), ...bones.matchAll(afterBrace)]
    .filter((match) => !CODE.test(match[1] ?? ''))
    .map((match) => finding(path, text, match.index + 1, `"${(match[1] ?? '').trim()}"`));
}

/** What stands between tags and is no text: the rest of an expression, of a type, or up to the next key of an object. */
const CODE = /[;=]|&&|\|\||\?\?|^\s*[)\]]|^\[|^\s*\||[([]\s*$|,\n\s*\w+:\s*$|\b(const|return|function)\b/;

function attributes({ path, text, code }: Source): Finding[] {
  if (!path.endsWith('.tsx')) return [];
  return [
    ...code.matchAll(new RegExp(`\\s(?:${ATTRIBUTES})=(?:\\{\\s*)?(["'\`])([^"'\`$]*\\p{L}[^"'\`]*)\\1`, 'gu')),
  ].map((match) => finding(path, text, match.index + 1, `"${match[2]}"`));
}

/** Danish letters in a string, wherever: paths are written without them, so these are words for people. */
function danish({ path, text, code }: Source): Finding[] {
  return [...code.matchAll(/(["'`])((?:(?!\1)[^\n\\]|\\.)*[æøåÆØÅ](?:(?!\1)[^\n\\]|\\.)*)\1/gu)]
    .filter((match) => !ATTRIBUTE_BEFORE.test(code.slice(Math.max(0, match.index - 24), match.index)))
    .map((match) => finding(path, text, match.index, `"${match[2]}"`));
}

const ATTRIBUTE_BEFORE = new RegExp(`\\s(?:${ATTRIBUTES})=(?:\\{\\s*)?$`);

function finding(path: string, text: string, offset: number, words: string): Finding {
  return { rule: 'words', path, line: lineAt(text, offset), message: `${words}: words for people stand in text.ts` };
}

/**
 * English opening marks (“) where they are not English: in a Danish text beside its English, and in letters and views, which do not know
 * the language. In Danish both marks are ”.
 */
export function judgeMarks({ path, text, code }: Source): Finding[] {
  const kind = placeInModule(path)?.kind;
  if (kind === undefined || /\.test\.tsx?$/.test(path)) return [];
  const both = /\b(?:da|en):/.test(code);
  const wrong = both ? /\bda: (?:'[^'\n]*“|`[^`]*“|"[^"\n]*“)/g : /“/g;
  return kind === 'text' ? [] : [...code.matchAll(wrong)].map((match) => mark(path, lineAt(text, match.index)));
}

/** Keys of Danish texts that hold an English mark, also in the words that a function puts together: `form.hint`. */
export function markedKeys(danish: Words, trail = ''): string[] {
  return Object.entries(danish).flatMap(([key, value]) => {
    if (isWords(value)) return markedKeys(value, `${trail}${key}.`);
    return String(value).includes('“') ? [`${trail}${key}`] : [];
  });
}

function mark(path: string, line: number, key?: string): Finding {
  const where = key ? `"${key}": ` : '';
  return {
    rule: 'marks',
    path,
    line,
    message: `${where}“ is English, Danish is written ”…”; a letter asks its text for the marks`,
  };
}

type Words = Readonly<Record<string, unknown>>;

/** Keys that Danish has and another language lacks, or leaves empty: `sign_in.code.title`. */
export function missingKeys(danish: Words, other: Words, trail = ''): string[] {
  return Object.entries(danish).flatMap(([key, value]) => {
    const there = other[key];
    if (isWords(value)) return missingKeys(value, isWords(there) ? there : {}, `${trail}${key}.`);
    return there === undefined || there === null || there === '' ? [`${trail}${key}`] : [];
  });
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Keys of a module's text that nobody reads: their name stands in no file that could, nor could a key put together from
 * pieces (`${what}Came`) be theirs. What lies deeper is mostly picked by a value, so only the outermost are judged.
 */
export function unusedKeys(danish: Words, own: Source, readers: readonly Source[]): string[] {
  const named = new Set(readers.flatMap(({ code }) => code.match(NAME) ?? []));
  // In its own file a key stands once in each language; where it stands once more, it is read.
  const inOwn = own.bones.match(NAME) ?? [];
  const isRead = (key: string) => named.has(key) || inOwn.filter((one) => one === key).length > LANGUAGES.length;
  const built = readers.flatMap(({ code }) =>
    [...code.matchAll(/\[`([^`]*\$\{[^`]*)`\]/g)].map(
      ([, key = '']) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '\\w+')}$`),
    ),
  );
  return Object.entries(danish)
    .filter(([key, value]) => !isWords(value) && !isRead(key) && !built.some((pattern) => pattern.test(key)))
    .map(([key]) => key);
}

const NAME = /[A-Za-z_$][\w$]*/g;

/** Who may read the words of a file: the rest of its module, and whoever imports it. Not its tests. */
function readersOf({ path }: Source, sources: readonly Source[]): Source[] {
  const module = `src/modules/${placeInModule(path)?.module}/`;
  return sources.filter((other) => {
    if (other.path === path || /\.test\.tsx?$/.test(other.path)) return false;
    const from = posix.dirname(other.path);
    return other.path.startsWith(module) || other.imports.some(({ specifier }) => posix.join(from, specifier) === path);
  });
}

/**
 * Loads every file that defines texts, compares the languages and looks for keys that nobody reads. English must be whole; a later language falls back
 * to Danish, so what it lacks is reported and does not fail.
 */
async function judgeLanguages(
  root: string,
  sources: readonly Source[],
): Promise<{ findings: Finding[]; reports: string[] }> {
  const findings: Finding[] = [];
  const reports: string[] = [];
  for (const source of sources) {
    const { path, bones } = source;
    if (!/\bexport const \w+ = defineText\s*\(/.test(bones)) continue;
    const exported: object = await import(pathToFileURL(join(root, path)).href);
    for (const { language, keys } of Object.values(exported).flatMap(lacking)) {
      const message = `${language} lacks ${keys.join(', ')}`;
      if (language === 'en') findings.push({ rule: 'language', path, line: 1, message });
      else reports.push(`${path}: ${message} (falls back to Danish)`);
    }
    for (const key of Object.values(exported).flatMap((reader) => markedKeys(danishOf(reader) ?? {})))
      findings.push(mark(path, 1, key));
    if (!placeInModule(path)) continue;
    const readers = readersOf(source, sources);
    for (const key of Object.values(exported).flatMap((reader) =>
      unusedKeys(danishOf(reader) ?? {}, source, readers),
    )) {
      findings.push({ rule: 'unused', path, line: 1, message: `nobody reads "${key}"` });
    }
  }
  return { findings, reports };
}

function lacking(reader: unknown): { language: string; keys: string[] }[] {
  const words = wordsOf(reader);
  const danish = words?.da;
  if (!danish) return [];
  return LANGUAGES.map((language) => ({ language, keys: missingKeys(danish, words[language] ?? {}) })).filter(
    ({ keys }) => keys.length > 0,
  );
}

function danishOf(reader: unknown): Words | null {
  return wordsOf(reader)?.da ?? null;
}

function wordsOf(reader: unknown): Record<string, Words> | null {
  return typeof reader === 'function' && 'words' in reader ? (reader.words as Record<string, Words>) : null;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const sources = readSources(root, ['src']);
  const { findings, reports } = await judgeLanguages(root, sources);
  for (const report of reports) console.log(report);
  if (!existsSync(join(root, 'src/modules')))
    findings.push({ rule: 'too-few-files', path: 'src/modules', line: 1, message: 'is not there' });
  printFindings('text', [...judgeWords(sources), ...sources.flatMap(judgeMarks), ...findings], sources.length);
}
