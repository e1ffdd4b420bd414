/**
 * How nearly words are spelt: by the three letters at a time that they share, as PostgreSQL's pg_trgm counts, and as they
 * sound in Danish ("fellesspisning", "kompåst", "cafe"). For the few words of titles and search words, also where the server
 * has no trigrams.
 */

/** From here on a word is taken for the one that was meant. */
const NEARLY = 0.45;
/** A short word has few letters to share: more of them must be there. */
const SHORT = 4;
const NEARLY_SHORT = 0.6;
/** What is told first of a long word that nobody wrote: "cykelfest" has "cykel" in it. */
const PART = 0.5;
const LEAST_PART = 5;

/** What was asked for, word by word. */
export function wordsAsked(question: string): readonly string[] {
  return wordsIn(question).slice(0, MOST_ASKED);
}
const MOST_ASKED = 8;

/**
 * For each word asked, those of the words there are that are nearly it. A word that nothing is near is left out, as long as
 * half of them remain; empty where less does.
 */
export function waysToSay(asked: readonly string[], there: Vocabulary): readonly ReadonlyMap<string, number>[] {
  const near = asked.map((word) => nearWords(word, there)).filter(({ size }) => size > 0);
  return near.length * 2 >= asked.length ? near : [];
}

/** Every word once, in small letters. */
export function wordsIn(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
    ),
  ];
}

const MOST_LIKE_IT = 20;

/** Those of the words there are that are nearly the one asked, the nearest first, each with how near: NEARLY to 1. */
export function nearWords(asked: string, there: Vocabulary): ReadonlyMap<string, number> {
  const least = asked.length <= SHORT ? NEARLY_SHORT : NEARLY;
  const wanted = looked(asked);
  const near = withSomethingOf(wanted, there)
    .map((word) => [word.word, nearness(wanted, word)] as const)
    .filter(([, how]) => how >= least)
    .toSorted(([word, one], [than, other]) => other - one || (word < than ? -1 : 1));
  return new Map(near.slice(0, MOST_LIKE_IT));
}

/** Words to compare with, and where each three letters stand among them, as spelt and as heard. */
export interface Vocabulary {
  readonly words: readonly Looked[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const MOST_VOCABULARIES = 50;
const vocabularies = new Map<string, Vocabulary>();

/** Of words with a space between. A catalogue has the same for every question: it is put in order once, until it changes. */
export function vocabularyOf(text: string): Vocabulary {
  const before = vocabularies.get(text);
  if (before) return before;
  const words = text.split(' ').filter(Boolean).map(looked);
  const places = new Map<string, number[]>();
  for (const [at, { threes, threesOfSound }] of words.entries())
    for (const three of new Set([...threes, ...threesOfSound])) {
      const known = places.get(three);
      if (known) known.push(at);
      else places.set(three, [at]);
    }
  const fresh = { words, places };
  if (vocabularies.size >= MOST_VOCABULARIES) vocabularies.clear();
  vocabularies.set(text, fresh);
  return fresh;
}

/** Whatever is near shares three letters at least, also where one word is a part of the other. */
function withSomethingOf({ threes, threesOfSound }: Looked, { words, places }: Vocabulary): readonly Looked[] {
  const found = new Set<number>();
  for (const three of new Set([...threes, ...threesOfSound])) for (const at of places.get(three) ?? []) found.add(at);
  return words.filter((_, at) => found.has(at));
}

interface Looked {
  readonly word: string;
  readonly threes: ReadonlySet<string>;
  readonly sound: string;
  readonly threesOfSound: ReadonlySet<string>;
}

const MOST_KNOWN = 10_000;
const known = new Map<string, Looked>();

/** A catalogue has the same words for every question: what each looks and sounds like is found out once. */
function looked(word: string): Looked {
  const before = known.get(word);
  if (before) return before;
  const sound = soundOf(word);
  const fresh = { word, threes: threes(word), sound, threesOfSound: threes(sound) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, fresh);
  return fresh;
}

function nearness(asked: Looked, there: Looked): number {
  const said = there.word;
  if (asked.word === said) return 1;
  if (asked.word.length >= 4 && said.includes(asked.word)) return 0.95;
  const spelt = share(asked.threes, there.threes);
  const heard =
    asked.sound.length >= 4 && there.sound.includes(asked.sound)
      ? 0.9
      : 0.98 * share(asked.threesOfSound, there.threesOfSound);
  return Math.max(spelt, heard, holds(asked.word, said) ? PART : 0);
}

/** A word put together of others begins or ends with one that is there. */
function holds(asked: string, said: string): boolean {
  return said.length >= LEAST_PART && (asked.startsWith(said) || asked.endsWith(said));
}

/** As much of one as of the other: "mad" is not nearly "madras". */
function share(wanted: ReadonlySet<string>, found: ReadonlySet<string>): number {
  let both = 0;
  for (const three of wanted) if (found.has(three)) both += 1;
  return (2 * both) / (wanted.size + found.size);
}

function threes(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** What people hear alike and spell otherwise, in the order in which it is put right. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[éèêë]/g, 'e'],
  [/aa|å/g, 'o'],
  [/ae|æ|ä/g, 'e'],
  [/oe|ø|ö/g, 'y'],
  [/ph/g, 'f'],
  [/ch|c(?=[^eiy])|c$|q/g, 'k'],
  [/c|z/g, 's'],
  [/w|hv/g, 'v'],
  [/x/g, 'ks'],
  [/hj|gj/g, 'j'],
  [/[td]t/g, 't'],
  [/nd/g, 'n'],
  [/ld/g, 'l'],
  [/rd/g, 'r'],
  [/(.)\1+/g, '$1'],
];

function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [from, to]) => sound.replace(from, to), word);
}
