/** How much a text must have before a figure says anything about it. */
const FEWEST_WORDS = 8;
const LONG_WORD = 6;

/**
 * LIX, the Nordic measure of how hard a text is to read (Björnsson 1968): words per sentence + the per cent of words
 * longer than six letters. Below 25 easy, 35 plain, 45 a newspaper, above 55 administration. Null below eight words.
 * Colons end sentences too, as in Björnsson.
 */
export function lixOf(text: string): number | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const sentences = Math.max(1, (text.match(/[.!?:]+(?=\s|$)/g) ?? []).length);
  const long = words.filter((word) => Array.from(word).length > LONG_WORD).length;
  return Math.round(words.length / sentences + (100 * long) / words.length);
}
