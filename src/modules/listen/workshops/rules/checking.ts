import type { Id } from '../../../../kernel/id.ts';
import { type Field, hasWords, isBox } from './template.ts';

export const ANSWERS = ['V', 'X', 'empty', 'unreadable'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What somebody says that a field says. `words` null: nothing is written there, or it is no field for words. */
export interface Said {
  readonly field: string;
  /** Null where there is no box. */
  readonly answer: Answer | null;
  /** Empty where there are words that nobody can read. */
  readonly words: string | null;
}

export type Source = 'photo' | 'table' | 'settling' | 'correction';

/** Somebody has gone through a sheet. */
export interface Check {
  readonly id: Id<'workshop_check'>;
  readonly source: Source;
  /** Null: somebody at the table, by the link. */
  readonly by: Id<'person'> | null;
  readonly said: readonly Said[];
}

/** What the reader made of a box. */
export interface Reading {
  readonly field: string;
  readonly label: 'empty' | 'V' | 'X' | 'unsure';
  readonly confidence: number;
}

/**
 * What the checks since the sheet was last settled amount to:
 * - `more`: a second person must go through it (only where the workshop asks for two);
 * - `disputed`: two have, and these fields are said differently;
 * - `settled`: so it is.
 * Who fills in at the table knows what is meant, and whoever settles or corrects has the last word: one is enough.
 */
export type Verdict =
  | { readonly kind: 'more' }
  | { readonly kind: 'disputed'; readonly fields: readonly string[] }
  | { readonly kind: 'settled'; readonly said: readonly Said[] };

export function verdictOf(checks: readonly Check[], twoPeople: boolean): Verdict {
  const last = checks.at(-1);
  if (!last) return { kind: 'more' };
  if (last.source !== 'photo' || !twoPeople) return { kind: 'settled', said: last.said };
  const other = checks.findLast(({ by, source }) => source === 'photo' && by !== last.by);
  if (!other) return { kind: 'more' };
  const fields = last.said.filter((said) => !isSaidBy(other.said, said)).map(({ field }) => field);
  return fields.length === 0 ? { kind: 'settled', said: last.said } : { kind: 'disputed', fields };
}

function isSaidBy(others: readonly Said[], { field, answer, words }: Said): boolean {
  const other = others.find((one) => one.field === field);
  return other?.answer === answer && bare(other.words) === bare(words);
}

/** Two who copy the same words do not agree about capitals, spaces and full stops, and need not. */
function bare(words: string | null | undefined): string | undefined {
  return words?.toLowerCase().replace(/[\s.,;:!?'"-]+/g, '');
}

/** May this person go through the sheet now? Not twice in a row, where two people shall. */
export function mayCheck(checks: readonly Check[], twoPeople: boolean, person: Id<'person'>): boolean {
  const verdict = verdictOf(checks, twoPeople);
  return verdict.kind === 'disputed' || !twoPeople || checks.every(({ by }) => by !== person);
}

/** A box as it is put before somebody: what the reader thinks, and whether it asks. */
export interface Suggestion {
  readonly field: Field;
  /** Null: nothing is suggested, the person must look. */
  readonly answer: Answer | null;
  readonly confidence: number;
}

/**
 * The fields of a sheet in the order in which somebody goes through them: what the reader asks about first, and what is
 * `contested` (rules/several.ts).
 */
export function suggestionsFor(
  fields: readonly Field[],
  readings: readonly Reading[],
  contested: ReadonlyMap<string, unknown> = new Map(),
): readonly Suggestion[] {
  const suggested = fields.filter(isBox).map((field): Suggestion => {
    const reading = readings.find((one) => one.field === field.id);
    const sure = reading && reading.label !== 'unsure' && !contested.has(field.id);
    return { field, answer: sure ? (reading.label as Answer) : null, confidence: reading?.confidence ?? 0 };
  });
  return [...suggested.filter(({ answer }) => answer === null), ...suggested.filter(({ answer }) => answer !== null)];
}

/** Everything that must be said of a sheet is said, in the order of its fields; what was left out is empty. */
export function complete(fields: readonly Field[], said: readonly Said[]): readonly Said[] {
  return fields.map((field) => {
    const one = said.find((other) => other.field === field.id);
    return {
      field: field.id,
      answer: isBox(field) ? (one?.answer ?? 'empty') : null,
      words: hasWords(field) ? (one?.words ?? null) : null,
    };
  });
}

/**
 * A table's answer to one box, from all its settled sheets: some share one, some have two. What one of them does, the table
 * does.
 */
export function answerOfTable(answers: readonly Answer[]): 'V' | 'X' | null {
  if (answers.includes('V')) return 'V';
  return answers.includes('X') ? 'X' : null;
}

export const LONGEST_WORDS = 1000;
