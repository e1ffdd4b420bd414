/** The languages the interface speaks, the source first. A language after English may lack words: they fall back to English, then Danish. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export function readLanguage(text: string | undefined | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

type Words = Readonly<Record<string, unknown>>;

/** The same keys as Danish, in the same shape, with words of its own. */
type Loose<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Loose<T[K]>;
};

/** As `Loose`, with gaps. */
type Partly<T> = {
  readonly [K in keyof T]?: T[K] extends string | ((...args: never[]) => string) ? Loose<T>[K] : Partly<T[K]>;
};

/**
 * All words of one module or component, by language. Returns a reader: `text('da').title`.
 * A key missing in English does not compile. A later language may lack keys (`Later` names it until it is listed above):
 * the words fall back, and `words` lets the gate report what is lacking.
 */
export function defineText<const T extends Words>(
  words: { readonly da: T; readonly en: Loose<T> } & { readonly [Later in Exclude<Language, 'da' | 'en'>]?: Partly<T> },
): ((language: Language) => Loose<T>) & { readonly words: Readonly<Partial<Record<Language, Words>>> } {
  const whole = wholeWords(words as Readonly<Record<string, Words | undefined>>);
  const read = (language: Language): Loose<T> => whole.get(language) as Loose<T>;
  return Object.assign(read, { words: words as Readonly<Partial<Record<Language, Words>>> });
}

/** Each language with its gaps filled. */
export function wholeWords(
  words: Readonly<Record<string, Words | undefined>>,
  languages: readonly string[] = LANGUAGES,
): ReadonlyMap<string, Words> {
  const { da = {}, en = {} } = words;
  const source = fill(en, da);
  return new Map(languages.map((language) => [language, language === 'da' ? da : fill(words[language] ?? {}, source)]));
}

function fill(words: Words, from: Words): Words {
  const filled = Object.entries(from).map(([key, value]) => {
    const own = words[key];
    if (own === undefined) return [key, value];
    return [key, isGroup(own) && isGroup(value) ? fill(own, value) : own];
  });
  return Object.fromEntries(filled) as Words;
}

function isGroup(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
