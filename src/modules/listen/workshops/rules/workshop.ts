import type { Paper } from '../../../../engines/sheet/layout.ts';
import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { readTypedCode } from '../../../../kernel/typed-code.ts';

/** People in a room, at tables, with a sheet of paper between them. */
export interface Workshop {
  readonly id: Id<'workshop'>;
  readonly name: string;
  readonly about: string;
  readonly place: string;
  readonly on: Day;
  /** "17:00", or the empty string. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number | null;
  readonly gatheringId: Id<'gathering'> | null;
  /** Eight letters and figures: stands in the link and in the square code on the sheets. */
  readonly code: string;
  readonly openUntil: Day;
  /** Those who run it have closed the link for now. */
  readonly linkClosed: boolean;
  readonly template: SheetTemplate;
  readonly paper: Paper;
  readonly twoPeople: boolean;
  /** What others see moves by `FEWEST_ORGANISATIONS` at a time (rules/steps.ts); else it follows along from the fifth. */
  readonly inSteps: boolean;
  readonly pictureDays: number;
  readonly openedBy: Id<'person'> | null;
  /** The participants may see the total. */
  readonly released: boolean;
  readonly version: number;
}

export type WorkshopWords = Pick<
  Workshop,
  | 'name'
  | 'about'
  | 'place'
  | 'on'
  | 'startsAt'
  | 'endsAt'
  | 'seats'
  | 'gatheringId'
  | 'openUntil'
  | 'paper'
  | 'twoPeople'
  | 'inSteps'
  | 'pictureDays'
>;

export const PAPERS = ['a3', 'a2', 'a4'] as const satisfies readonly Paper[];

export type Stage = 'coming' | 'today' | 'over';

export function stageOf({ on }: Pick<Workshop, 'on'>, today: Day): Stage {
  if (today < on) return 'coming';
  return today === on ? 'today' : 'over';
}

/** Does it still take pictures and answers? From the tables, by their own codes; from others while `takesByLink`. */
export function isOpen({ openUntil }: Pick<Workshop, 'openUntil'>, today: Day): boolean {
  return today <= openUntil;
}

/** Does the link take anything now? Closed, it leaves alone what the tables do by their own codes: those have not leaked. */
export function takesByLink(workshop: Pick<Workshop, 'openUntil' | 'linkClosed'>, today: Day): boolean {
  return isOpen(workshop, today) && !workshop.linkClosed;
}

/** Why a link takes nothing, to whoever came by it: for now, or since it has another code. */
export type Shut = 'closed' | 'renewed';

/** Sheets are sent in on the day and, from those who took theirs home, within a fortnight. */
export function usualOpenUntil(on: Day): Day {
  return addDays(on, 14);
}

export const USUAL_PICTURE_DAYS = 30;
export const CODE_LENGTH = 8;
/** A table's telephone knows its table for as long as the link is usually open. */
export const HELD_MINUTES = 14 * 24 * 60;
export const ROWS_A_PAGE = 50;
export const MOST_WORDS = 2000;
export const MOST_INSIGHT = 300;
/** "k7qx 4mtd" → "K7QX4MTD". Null when it cannot be a workshop's code. */
export function readCode(text: string): string | null {
  return readTypedCode(text, CODE_LENGTH);
}

/** As people read it out: "K7QX 4MTD". */
export function writeCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** How a reader with an account stands to it. */
export interface Seat {
  /** Of the staff who run it. */
  readonly host: boolean;
}
