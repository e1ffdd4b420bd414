import type { Id } from '../../../kernel/id.ts';
import type { Holding, Keeping } from '../../../platform/privacy/holdings.ts';

/** Whose rows: a person with the records that became theirs, and the ways by which they wrote without an account. */
export interface Whose {
  readonly id: Id<'person'>;
  /** The person, and every record that was merged into them. */
  readonly ids: readonly Id<'person'>[];
  readonly name: string;
  /** What they are called here, in small letters with single spaces: beside an address it says that a guest's row is theirs. */
  readonly called: readonly string[];
  /** As they stand in the rows of guests: e-mail in small letters, telephone as E.164. Left out when others have it too. */
  readonly contacts: readonly string[];
  /** The names and ways that are struck out of words that stay. A name that somebody else or the house has is not among them. */
  readonly struck: readonly string[];
}

/** Another's rows are done with after those that hang on them: what they belong to is read from there. */
export function inOrderOfErasure(holdings: readonly Holding[]): readonly Holding[] {
  const byTable = new Map(holdings.map((one) => [one.table, one]));
  const depth = (one: Holding, seen = 0): number => {
    const above = one.through && byTable.get(one.through.table);
    return above && seen < 9 ? 1 + depth(above, seen + 1) : 0;
  };
  const rank = (one: Holding) => (one.table === 'person' ? -1 : depth(one));
  return [...holdings].sort((a, b) => rank(b) - rank(a));
}

/**
 * A regular expression of PostgreSQL for any of these as whole words, however a telephone number is parted; null for none.
 * People choose their names: who calls themselves "i gården" and is forgotten takes that out of nobody's words, since a
 * name is found with the capitals of a name alone.
 */
export function strikePattern(words: readonly string[]): string | null {
  const each = words.flatMap((word) => {
    if (/^\+\d+$/.test(word)) return [phonePattern(word)];
    if (word.includes('@')) return [anyCase(word)];
    return NAME.test(word) ? [word.split(/\s+/).map(asName).join('\\s+')] : [];
  });
  return each.length === 0 ? null : `(?<![[:alnum:]])(?:${each.join('|')})(?![[:alnum:]])`;
}

const NAME = /^\p{L}[\p{L}\p{M}.'’ -]*$/u;
/** Small words of names: "Anna von Linde". */
const PARTICLES = /^(?:af|al|bin|da|de|del|den|der|di|du|el|la|le|van|von|y)$/i;

function asName(word: string): string {
  const [first = '', ...rest] = word;
  return PARTICLES.test(word) ? anyCase(word) : escaped(first.toUpperCase()) + anyCase(rest.join(''));
}

function anyCase(text: string): string {
  return [...text]
    .map((sign) => {
      const [small, capital] = [sign.toLowerCase(), sign.toUpperCase()];
      return small === capital || capital.length !== 1 ? escaped(sign) : `[${small}${capital}]`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "+4523456789" is written "23456789", "23 45 67 89", "+45 2345 6789" and "0045 23.45.67.89". */
function phonePattern(phone: string): string {
  const parted = (digits: string) => [...digits].join('[[:space:].-]*');
  const danish = /^\+45(\d{8})$/.exec(phone)?.[1];
  if (!danish) return `(?:\\+|00)${parted(phone.slice(1))}`;
  return `(?:(?:\\+|00)?45[[:space:].-]*)?${parted(danish)}`;
}

/** What is emptied where a row stays without its person. */
const EMPTIED = new Set(['name', 'email', 'phone', 'address', 'fact', 'words']);

export function emptied(one: Holding): readonly string[] {
  return columnsOf(one, (meaning) => EMPTIED.has(meaning));
}

/** Words that stay, and in which nobody is to be named any more. */
export function wordsThatStay(one: Holding): readonly string[] {
  return columnsOf(one, (meaning) => meaning === 'common' || meaning === 'told' || meaning.startsWith('by '));
}

/** The columns that name a file of the row's. */
export function fileColumns(one: Holding): readonly string[] {
  return columnsOf(one, (meaning) => meaning === 'file').filter((name) => name.endsWith('file_id'));
}

export function columnsOf(one: Holding, is: (meaning: string) => boolean): readonly string[] {
  return Object.entries(one.columns)
    .filter(([, meaning]) => is(meaning))
    .map(([column]) => column);
}

/** Who wrote the columns of others' rows: `words` by `asked_by`. */
export function authors(one: Holding): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [column, meaning] of Object.entries(one.columns)) {
    if (!meaning.startsWith('by ')) continue;
    const author = meaning.slice(3);
    found.set(author, [...(found.get(author) ?? []), column]);
  }
  return found;
}

/** A rule of retention that the clock follows. */
export type ClockRule = Extract<Keeping, { readonly after: string }>;

export interface NamedRule {
  /** Lasting and unique: under it is remembered what the last run did. */
  readonly key: string;
  readonly holding: Holding;
  readonly rule: ClockRule;
}

/** Every rule of retention that the clock follows, in the order told. */
export function clockRules(holdings: readonly Holding[]): readonly NamedRule[] {
  return holdings.flatMap((holding) =>
    holding.keeps
      .filter((keep): keep is ClockRule => 'after' in keep)
      .map((rule) => ({ key: `${holding.table}.${rule.rows}.${rule.after}`, holding, rule })),
  );
}
