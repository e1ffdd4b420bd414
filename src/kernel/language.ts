/** The languages the interface speaks. Danish is the source; a language that lacks a word falls back to it. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export function readLanguage(text: string | undefined | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

type Words = Readonly<Record<string, unknown>>;

/** English must say everything that Danish says, in the same shape; later languages may lack keys. */
type Loose<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Loose<T[K]> };

/**
 * All words of one module or component, by language. Returns a reader: `text('da').title`.
 * A key missing in English does not compile. `words` is for the gate that reports what a later language lacks.
 */
export function defineText<const T extends Words>(words: {
  readonly da: T;
  readonly en: Loose<T>;
}): ((language: Language) => Loose<T>) & { readonly words: Readonly<Record<Language, Words>> } {
  const read = (language: Language) => (language === 'en' ? words.en : (words.da as Loose<T>));
  return Object.assign(read, { words: words as Readonly<Record<Language, Words>> });
}
