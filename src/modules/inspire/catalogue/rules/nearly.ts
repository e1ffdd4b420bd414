/**
 * How nearly words are spelt, by the three letters at a time that they share: as PostgreSQL's pg_trgm counts
 * (`word_similarity`), for cards, whose search words stand outside the title and are few enough to be compared.
 */

/** From here on a word is taken for the one that was meant. */
export const NEARLY = 0.45;

/** Of what was asked, the share of threes that the nearest word has too: 0 to 1. Every word asked must be nearly there. */
export function nearness(asked: string, said: string): number {
  const words = wordsOf(asked);
  if (words.length === 0) return 0;
  const there = wordsOf(said);
  const best = (word: string) => Math.max(0, ...there.map((other) => share(word, other)));
  return Math.min(...words.map(best));
}

/** A long word holds a shorter one ("fællesspisning", "spisning"); otherwise the threes are counted. */
function share(asked: string, said: string): number {
  if (asked.length >= 4 && said.includes(asked)) return 1;
  const wanted = threes(asked);
  const found = threes(said);
  let both = 0;
  for (const three of wanted) if (found.has(three)) both += 1;
  // As much of one as of the other: "mad" is not nearly "madras".
  return (2 * both) / (wanted.size + found.size);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? []
  );
}

function threes(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
