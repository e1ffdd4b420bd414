/** What Nunito draws; a letter of another script is set as "?". */
const DRAWN = /\p{Script=Latin}|\p{Script=Cyrillic}/u;

/** Letters in these words that no font here draws, each once: on paper they would stand as "?". */
export function lettersNotDrawn(words: readonly string[]): readonly string[] {
  return [...new Set(words.join(''))].filter((letter) => /\p{L}/u.test(letter) && !DRAWN.test(letter));
}
