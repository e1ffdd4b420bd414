import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import type { Path } from '../web/path.ts';

/** The same thing in each language. */
type Said = Readonly<Record<Language, string>>;

/** What a figure is counted in. `share` is shown in per cent, `ore` in kroner. */
export const UNITS = ['persons', 'households', 'number', 'share', 'ore', 'days', 'minutes'] as const;
export type Unit = (typeof UNITS)[number];

/** Where it stands among the others: the rooms of the product. */
export const FIGURE_ROOMS = ['listen', 'inspire', 'decide', 'act', 'measure'] as const;
export type FigureRoom = (typeof FIGURE_ROOMS)[number];

/**
 * How the figure is read from its rows, and from nothing else:
 * - `sum`: the values added up. A row that counts one thing has value 1.
 * - `different`: how many different `who` there are; a person in three rows counts once.
 * - `median`: the middle value, or between the two in the middle.
 * - `share`: the values added up, of all `of` added up.
 */
export type Way = 'sum' | 'different' | 'median' | 'share';

/** The days asked for, both included. */
export interface FigureSpan {
  readonly from: Day;
  readonly until: Day;
}

/** One thing behind a figure: an initiative that was held, an answer that was given, somebody who came to something. */
export interface FigureRow {
  /** Of the thing that the row is about. Rows of the same thing are shown as one line. */
  readonly id: string;
  /** The day in the span that it is counted on. */
  readonly on: Day;
  /** What the thing is called, as somebody wrote it. Null where it may name somebody: it is then shown by its day. */
  readonly title: string | null;
  /** Where it is opened. Null where it has no page. */
  readonly path: Path | null;
  /** Empty: the whole organisation, or nobody can say. */
  readonly departmentIds: readonly Id<'department'>[];
  /** A whole number; ore, days and minutes whole too. Ignored by `different`. */
  readonly value: number;
  /** Only for `share`: what the value is a part of. 1 where it is left out. */
  readonly of?: number;
  /**
   * Only for a `share` of people whose other parts are figures too: all that `of` is divided into, in the same order in each
   * row. What is hidden of them is hidden together, so that no part is found by taking the others away.
   */
  readonly parts?: readonly number[];
  /** Only for `different`: a key of the person or the household. Never shown and never kept. */
  readonly who?: string;
}

/** Something that Grobund can count by itself. Each module declares its own in `figures.ts`; `src/figures.ts` has them all. */
export interface Figure {
  /** Kept in the database: never changed once it has landed (`initiatives_held`). */
  readonly code: string;
  /** In the address, Danish (`afholdte-initiativer`). */
  readonly address: string;
  readonly room: FigureRoom;
  /** A few words with a capital: a heading, and beside a bar. */
  readonly name: Said;
  /** One or two sentences: what is counted, what is not, and on which day. */
  readonly definition: Said;
  readonly unit: Unit;
  readonly way: Way;
  /** Which way is good. `none` where it is only told. */
  readonly better: 'up' | 'down' | 'none';
  /**
   * The small-number rule: what is counted is people (or their households, answers or attendance), so nothing below five is
   * shown, nor found by subtraction.
   */
  readonly people: boolean;
  /** False where the rows know no department: the figure is then shown for the whole organisation alone. */
  readonly perDepartment: boolean;
  /** Without a single row nobody counted, in that period: it is missing, and not a zero. */
  readonly emptyIsMissing?: true;
  /** How it stands at the end of the span, and not what happened on its days: each period is then asked for by itself. */
  readonly atEnd?: true;
  /**
   * All that counts in the span, oldest first, in a fixed number of queries. A row counts on its own day alone: the rows of
   * a part of the span are those whose day lies in it. Null: nothing was measured ("mangler"), since
   * the house did not use that part yet. An empty list is a zero that somebody could count.
   */
  rows(tx: TenantDb, span: FigureSpan): Promise<readonly FigureRow[] | null>;
}
