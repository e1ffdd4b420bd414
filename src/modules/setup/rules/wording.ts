/** "{navn}" with what it stands for; words in braces that nobody knows are left as they are. */
export function fillWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\p{L}+)\}/gu, (whole, word: string) => words[word.toLowerCase()] ?? whole);
}

/** Words in braces that would stand as they are. */
export function unknownWords(text: string, known: readonly string[]): readonly string[] {
  const found = [...text.matchAll(/\{(\p{L}+)\}/gu)].map(([, word = '']) => word.toLowerCase());
  return [...new Set(found)].filter((word) => !known.includes(word));
}
