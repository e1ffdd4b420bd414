/**
 * LIX while typing (Björnsson 1968): words per sentence + per cent of words longer than six letters. The server's
 * readability engine has the last word; this one only needs to be near.
 */
export function lixOf(text: string): number | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 8) return null;
  const sentences = Math.max(1, (text.match(/[.!?:]+(?=\s|$)/g) ?? []).length);
  const long = words.filter((word) => Array.from(word).length > 6).length;
  return Math.round(words.length / sentences + (100 * long) / words.length);
}
