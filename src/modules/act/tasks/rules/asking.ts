import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { isTakeable, type Kind, type Task } from './task.ts';

/** How the question reaches the neighbour. `link` and `slip`: the asker gives it; `opt_in`: to somebody on "spørg mig gerne". */
export const WAYS = ['link', 'slip', 'sms', 'mail', 'opt_in'] as const;
export type Way = (typeof WAYS)[number];

export const ANSWERS = ['yes', 'smaller', 'later', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Ask {
  readonly id: Id<'task_ask'>;
  readonly taskId: Id<'task'>;
  readonly askedBy: Id<'person'> | null;
  readonly words: string;
  readonly way: Way;
  readonly helperId: Id<'task_helper'> | null;
  readonly askedOn: Day;
  readonly expiresOn: Day;
  /** The one who has the task asks another to take over. */
  readonly handsOver: boolean;
  readonly answer: Answer | null;
  /** The claim that came of it. */
  readonly claimId: Id<'task_claim'> | null;
}

/** How often one neighbour may be asked. */
export interface Cap {
  readonly asks: number;
  readonly days: number;
}
export const USUAL_CAP: Cap = { asks: 3, days: 90 };

/** Only asks of so many days back count. */
export function countedFrom({ days }: Cap, today: Day): Day {
  return addDays(today, 1 - days);
}

export type AskRefusal =
  /** Somebody has it, it is done, its day is over, or what it was for is called off. */
  | 'not_open'
  /** This neighbour is asked no more for now, or never: which of the two is told to nobody. */
  | 'left_alone';

/** A link holds three weeks, and no longer than the task can be done. */
const HOLDS_DAYS = 21;

export function expiresOn(task: Pick<Task, 'dueOn'>, today: Day): Day {
  const longest = addDays(today, HOLDS_DAYS);
  return task.dueOn && task.dueOn >= today && task.dueOn < longest ? task.dueOn : longest;
}

export function isOver({ expiresOn: until }: Pick<Ask, 'expiresOn'>, today: Day): boolean {
  return today > until;
}

/** Ten letters and figures, hashed where they are kept. Guessing is limited by visitor. */
export const CODE_LENGTH = 10;

/** "Noget mindre": what can be taken of the same job and takes less time, the smallest first; and half of the task itself. */
export function smallerThan(task: Task, tasks: readonly Task[], today: Day): readonly Task[] {
  return tasks
    .filter((one) => one.id !== task.id && one.minutes < task.minutes && isTakeable(one, today))
    .toSorted((one, other) => one.minutes - other.minutes)
    .slice(0, MOST_SMALLER);
}
const MOST_SMALLER = 5;

export const TIMES = ['weekdays', 'evenings', 'weekends'] as const;
export type Time = (typeof TIMES)[number];

/** "Spørg mig gerne": what somebody likes to be asked for. Nothing chosen is anything. */
export interface OptIn {
  readonly kinds: readonly Kind[];
  readonly times: readonly Time[];
  readonly mostMinutes: number;
  readonly departmentId: Id<'department'> | null;
}

/** Somebody on the list, with how often they have been asked in the days that count. */
export interface Willing extends OptIn {
  readonly helperId: Id<'task_helper'>;
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly since: Day;
  readonly asked: number;
  readonly askedBefore: boolean;
}

/** Never more than a few names at a time: it is a suggestion, not a list of residents. */
const SUGGESTED = 3;

/**
 * Who could be asked for this: those who have said what they like and whom it suits, below the cap; first those who have
 * never been asked, then those who have been asked least.
 */
export function suggestionsFor(
  task: Pick<Task, 'kind' | 'minutes'>,
  departments: readonly string[],
  willing: readonly Willing[],
  cap: Cap,
): readonly Willing[] {
  const near = (one: Willing) =>
    one.departmentId === null || departments.length === 0 || departments.includes(one.departmentId);
  return willing
    .filter((one) => one.asked < cap.asks && near(one) && one.mostMinutes >= task.minutes)
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(task.kind))
    .toSorted(
      (one, other) =>
        Number(one.askedBefore) - Number(other.askedBefore) ||
        one.asked - other.asked ||
        one.since.localeCompare(other.since),
    )
    .slice(0, SUGGESTED);
}
