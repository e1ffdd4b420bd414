import { parse } from 'csv-parse/sync';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

/** Every record, also empty ones, so that their numbers are those of the file. */
export function readCsv(bytes: Uint8Array): Outcome<string[][], 'unreadable'> {
  const text = decode(bytes);
  if (text.includes('\u0000')) return refused('unreadable');
  const { declared, rest } = takeSeparatorLine(text);
  try {
    const rows = parseWith(rest, declared ?? guessDelimiter(rest));
    // The line "sep=;" was the file's first row.
    return ok(declared ? [[], ...rows] : rows);
  } catch {
    return refused('unreadable');
  }
}

function parseWith(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    // An inch sign or a nickname in a cell that is not quoted stays what it is.
    relax_quotes: true,
    skip_empty_lines: false,
  });
}

/** UTF-8 and UTF-16 by their marks; UTF-8 without one when every byte fits; else Windows-1252, which fits anything. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Excel's own way to say it: a first line "sep=;". */
function takeSeparatorLine(text: string): { declared: string | null; rest: string } {
  const match = /^sep=(.)\r?\n/i.exec(text);
  return match ? { declared: match[1] as string, rest: text.slice(match[0].length) } : { declared: null, rest: text };
}

const SAMPLE_LINES = 30;

/** Commas stand in addresses and numbers; semicolons and tabs hardly stand anywhere by chance, so they are believed first. */
function guessDelimiter(text: string): string {
  const lines = text.split(/\r?\n/, SAMPLE_LINES).filter((line) => line.trim() !== '');
  const steady = [';', '\t', ','].find((delimiter) => agreement(lines, delimiter) >= 0.6);
  return steady ?? [';', '\t', ','].find((delimiter) => text.includes(delimiter)) ?? ';';
}

/** The share of lines that it divides into the usual number of columns. */
function agreement(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length - 1).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  return usual === 0 ? 0 : counts.filter((count) => count === usual).length / counts.length;
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"?/g, '');
}
