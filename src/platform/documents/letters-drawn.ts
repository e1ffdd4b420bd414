import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolders } from './places.ts';

/** Letters in these words that no font here draws, each once: on paper they would stand as "?". */
export function lettersNotDrawn(words: readonly string[]): readonly string[] {
  return [...new Set(words.join(''))].filter(
    (letter) => /\p{L}/u.test(letter) && !drawn().has(letter.codePointAt(0) ?? 0),
  );
}

let known: ReadonlySet<number> | null = null;

/** Every code point that a font says it draws; all weights of a font say the same. */
function drawn(): ReadonlySet<number> {
  known ??= new Set(
    fontFolders().flatMap((folder) => {
      const name = readdirSync(folder).find((file) => file.endsWith('.ttf'));
      return name ? codePointsOf(readFileSync(join(folder, name))) : [];
    }),
  );
  return known;
}

/** From a TrueType file's table "cmap" in format 4, which holds what lies below U+10000. */
function codePointsOf(font: Buffer): readonly number[] {
  const each = (count: number, at: (index: number) => number) => Array.from({ length: count }, (_, index) => at(index));
  const entries = each(font.readUInt16BE(4), (index) => 12 + 16 * index);
  const cmap = font.readUInt32BE((entries.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 12) + 8);
  const ways = each(font.readUInt16BE(cmap + 2), (index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index));
  const table = ways.find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) return [];
  const count = font.readUInt16BE(table + 6) / 2;
  return each(count, (index) => index).flatMap((index) => {
    const [last, first, shift, offset] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count].map((from) =>
      font.readUInt16BE(table + from + 2 * index),
    ) as [number, number, number, number];
    const glyphs = table + 16 + 6 * count + 2 * index + offset;
    const glyphOf = (point: number) =>
      offset === 0 ? (point + shift) % 0x10000 : font.readUInt16BE(glyphs + 2 * (point - first));
    return each(last - first + 1, (past) => first + past).filter((point) => point < 0xffff && glyphOf(point) !== 0);
  });
}
