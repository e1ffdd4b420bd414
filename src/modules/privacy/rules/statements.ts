import { type Day, yearOf } from '../../../kernel/day.ts';

/** What the house says of itself. */
export const STATEMENTS = ['accessibility', 'privacy', 'record'] as const;
export type StatementKind = (typeof STATEMENTS)[number];

export interface Statement {
  /** Paragraphs, with an empty line between them. A paragraph that begins with "## " is a heading. */
  readonly words: string;
  /** Who to turn to: telephone, mail, address. */
  readonly contact: string;
  readonly statedOn: Day;
  readonly version: number;
}

/** A year after it was written the accessibility statement is looked at again (BEK 904/2019). */
export function isOld(statement: Statement, today: Day): boolean {
  return (
    yearOf(today) * 372 + dayNumber(today) - (yearOf(statement.statedOn) * 372 + dayNumber(statement.statedOn)) >= 372
  );
}

function dayNumber(day: Day): number {
  return (Number(day.slice(5, 7)) - 1) * 31 + Number(day.slice(8, 10));
}
