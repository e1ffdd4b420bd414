import type { Language } from '../../kernel/language.ts';
import type { Tables } from '../db/tables.ts';

/** The same thing in each language, short enough for a heading. */
export type Said = Readonly<Record<Language, string>>;

export type TableName = keyof Tables;

/**
 * What a column says of people. Every column of text, bytes or lists, and every reference to a person, must be told of
 * (src/holdings.test.ts):
 * - `subject`: whose row it is. `actor`: who did or wrote it down; the number stays when the person is forgotten.
 * - `name`, `email`, `phone`, `address`, `fact`: of whoever the row belongs to. An e-mail or telephone also finds the rows
 *   of somebody who wrote without an account.
 * - `words`: what the row's person wrote; it goes with them. `common`: words about what people do together (an idea, an
 *   application); they stay, and the person's name is struck out of them. `told`: said to or about the row's person by
 *   somebody else; as `common`. `by <column>`: the words of the person in that column.
 * - `file`: a file that goes with the row. `secret`: hashes and keys, never handed out. `plain`: codes, numbers and places
 *   that say nothing of anybody.
 */
export type Meaning =
  | 'subject'
  | 'actor'
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'fact'
  | 'words'
  | 'common'
  | 'told'
  | `by ${string}`
  | 'file'
  | 'secret'
  | 'plain';

/** Rows of another table: those whose column `theirs` is our column `own`. */
export interface Link {
  readonly table: TableName;
  readonly own: string;
  readonly theirs: string;
}

/** Rows that book-keeping needs, with the day they count from; those where `given` is null do not count. */
export interface Voucher extends Link {
  readonly day: string;
  readonly given?: string;
}

/** What the organisation may choose (privacy_setting); the rest is decided by whoever declares it. */
export type PeriodSetting = 'lookMonths' | 'guestMonths' | 'importDays' | 'bookkeepingYears';
export type Period = { readonly days: number } | { readonly setting: PeriodSetting };

/** Why it is kept as long as it is: the law, or the house's own choice. */
export type Law = 'bookkeeping' | 'limitation' | 'housing' | 'accountability' | 'security' | 'consent';

/** How long rows are kept, and what is then done. */
export type Keeping =
  /** As long as the person is known here, or the house exists: nothing is done by the clock. */
  | { readonly until: 'forgotten' | 'house' | 'closed'; readonly law: Law }
  | {
      readonly after: string;
      readonly period: Period;
      readonly law: Law;
      readonly rows: 'goes' | 'unnamed';
      /** Only rows without one of these. A voucher counts while its own years run. */
      readonly unless?: readonly (Link | Voucher)[];
      /** Only rows that have one of these. */
      readonly given?: readonly Link[];
      /** The job that does it, when it is not ours (`privacy.retention`). */
      readonly job?: string;
    };

/** What is done with a person's rows when they are forgotten; `nobody` where rows belong to no person. */
export type Erased = 'goes' | 'unnamed' | 'kept' | 'nobody';

/** What a module keeps in one table. */
export interface Holding<T extends TableName = TableName> {
  readonly table: T;
  readonly called: Said;
  readonly columns: Readonly<Record<string, Meaning>>;
  /** Rows also belong to whoever the linked row belongs to. */
  readonly through?: Link;
  readonly erased: Erased;
  /** Rows are in the person's copy only with one of these: before, they are for those who decide about the person. */
  readonly copiedWith?: Link;
  /** Where `unnamed` rows keep these columns as long as a voucher's years run. */
  readonly stays?: { readonly columns: readonly string[]; readonly vouchers: readonly Voucher[] };
  /** Rows without one of these were never handed in: they go, whatever `erased` says. */
  readonly draftWithout?: Link;
  readonly keeps: readonly Keeping[];
}

/** One heading of the record of processing (GDPR art. 30), with all that lies under it. */
export interface Activity {
  readonly key: string;
  readonly name: Said;
  readonly purpose: Said;
  /** Whose data. */
  readonly people: Said;
  /** Which kinds of data. */
  readonly data: Said;
  /** GDPR art. 6, and the Danish law it rests on. */
  readonly basis: Said;
  /** Who else is given it. */
  readonly recipients: Said;
  readonly holdings: readonly Holding[];
}

/** A table of ours, with columns that are there. */
export function holding<T extends TableName>(
  table: T,
  rest: Omit<Holding<T>, 'table' | 'columns' | 'keeps'> & {
    readonly columns: Readonly<Partial<Record<keyof Tables[T] & string, Meaning>>>;
    readonly keeps: Keeping | readonly Keeping[];
  },
): Holding {
  const { columns, keeps } = rest;
  const list: readonly Keeping[] = 'law' in keeps ? [keeps] : keeps;
  return { ...rest, table, columns: columns as Readonly<Record<string, Meaning>>, keeps: list };
}

/** A table whose rows belong to nobody: all its text says nothing of anybody, but for who wrote it down. */
export function nobodys<T extends TableName>(
  table: T,
  called: Said,
  columns: Readonly<Partial<Record<keyof Tables[T] & string, Meaning>>>,
): Holding {
  return holding(table, { called, columns, erased: 'nobody', keeps: { until: 'house', law: 'accountability' } });
}
