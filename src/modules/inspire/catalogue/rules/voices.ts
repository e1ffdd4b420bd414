import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Card } from './card.ts';

/** What the caretakers say to a card; without a department it holds wherever the card is begun. */
export interface Remark {
  readonly id: Id<'catalogue_remark'>;
  readonly departmentId: Id<'department'> | null;
  readonly words: string;
  readonly on: Day;
}
export const MOST_REMARK = 200;
export const MOST_REMARKS = 20;

/** Those that hold where the card is to be begun. */
export function remarksIn(remarks: readonly Remark[], departmentIds: readonly string[]): readonly Remark[] {
  return remarks.filter(({ departmentId }) => departmentId === null || departmentIds.includes(departmentId));
}

/** A picture of how it was. */
export interface Photo {
  readonly id: Id<'catalogue_photo'>;
  readonly cardId: Card['id'];
  readonly fileId: Id<'file'>;
  readonly alt: string;
  readonly credit: string;
}
export const MOST_PHOTOS = 6;
export const MOST_ALT = 200;
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** Large enough to be looked at on a page, small enough for a telephone. */
export const PHOTO_EDGE = 1200;

/** A neighbour's question to those who did it. */
export interface Question {
  readonly id: Id<'catalogue_question'>;
  readonly cardId: Card['id'];
  readonly initiativeId: Id<'initiative'>;
  readonly words: string;
  readonly askedBy: Id<'person'>;
  readonly askedOn: Day;
  readonly closedOn: Day | null;
  readonly answers: readonly Answer[];
}
export interface Answer {
  /** Empty: they cannot answer just now. */
  readonly words: string;
  readonly named: boolean;
  readonly answeredBy: Id<'person'>;
  readonly on: Day;
}
export const MOST_QUESTION = 1000;

/** How long a question waits for an answer, before the one who asked is told that none came. */
const WAITS_DAYS = 30;
/** When those who are asked are reminded that it was promised for. */
const ANSWER_DAYS = 10;

export function answerBy(today: Day): Day {
  return addDays(today, ANSWER_DAYS);
}

/** Asked on this day or before: it has waited long enough. */
export function waitedSince(today: Day): Day {
  return addDays(today, -WAITS_DAYS);
}

/** Nobody is asked too often, and nobody asks everybody. */
const MOST_WAITING = 5;
const MOST_A_DAY = 3;

export type AskRefusal = 'nobody_there' | 'they_have_many' | 'you_have_many';

/** `waiting`: unanswered questions to the same people; `today`: the asker's own of the last day. */
export function askRefusal(counts: { readonly waiting: number; readonly today: number }): AskRefusal | null {
  if (counts.today >= MOST_A_DAY) return 'you_have_many';
  return counts.waiting >= MOST_WAITING ? 'they_have_many' : null;
}
