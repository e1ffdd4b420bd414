import { plainLetters } from '../../../kernel/plain-letters.ts';

/** Words that every house has in its name, and so say nothing of which it is. */
const COMMON =
  /^(almen\w*|andelsboligforening\w*|afdeling\w*|bolig(er|forening(en)?|organisation(en)?|selskab(et)?)?|kommune|a\/?s|af|for|i|og|den|det|de|the|of)$/;
const LENGTH = 30;

/** A short name for the address, from what the house is called: "Boligforeningen Rosenhøj" → "rosenhoej". Empty when nothing is left. */
export function shortNameOf(house: string): string {
  const words = plainLetters(house)
    .toLowerCase()
    .split(/[^\p{L}\d/]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !COMMON.test(word));
  return (telling.length > 0 ? telling : words)
    .map((word) => word.replace(/[^a-z\d]/g, ''))
    .filter(Boolean)
    .reduce((name, word) => (`${name}-${word}`.length > LENGTH ? name : name ? `${name}-${word}` : word), '')
    .slice(0, LENGTH);
}
