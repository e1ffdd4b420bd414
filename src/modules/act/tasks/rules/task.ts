import type { Channel } from '../../../../kernel/actor.ts';
import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

/** What sort of thing it is, so that those who have said what they like can be found. */
export const KINDS = ['carry', 'food', 'green', 'hosting', 'telling', 'fixing', 'tidying'] as const;
export type Kind = (typeof KINDS)[number];

/** A task is a piece of 5 to 60 minutes for one pair of hands. */
export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 60;
/** What is cut in two must leave two tasks. */
const LEAST_TO_HALVE = 2 * LEAST_MINUTES;

export const MOST_TASKS = 100;
export const MOST_SAYS = 160;
export const MOST_WORDS = 600;
export const ROWS_A_PAGE = 50;

/** A job ("sommerfest"): what is cut into tasks. */
export interface Job {
  readonly id: Id<'task_job'>;
  readonly initiativeId: Id<'initiative'> | null;
  readonly eventId: Id<'event'> | null;
  readonly title: string;
  /** Key of a template; '' for none. */
  readonly template: string;
  /** The day that it is for. */
  readonly dueOn: Day | null;
}

/** What is written down of one task before it is laid. */
export interface Piece {
  /** Which piece of the template; '' for what somebody wrote. */
  readonly piece: string;
  readonly says: string;
  readonly minutes: number;
  readonly kind: Kind;
  readonly dueOn: Day | null;
  /** '14:30', or ''. */
  readonly clock: string;
  /** A child can do it together with a grown-up. */
  readonly forChildren: boolean;
}

/** How having a task came to an end. `missed`: "det blev ikke til noget". */
export const OUTCOMES = ['done', 'passed_on', 'let_go', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Claim {
  readonly id: Id<'task_claim'>;
  readonly helperId: Id<'task_helper'>;
  readonly personId: Id<'person'> | null;
  /** What somebody without an account called themselves; '' for a person we know, and when it is forgotten. */
  readonly name: string;
  readonly askId: Id<'task_ask'> | null;
  readonly on: Day;
  readonly channel: Channel;
  readonly outcome: Outcome | null;
  readonly thanked: boolean;
}

/** One task with all who have had it, oldest first. */
export interface Task extends Piece {
  readonly id: Id<'task'>;
  readonly jobId: Id<'task_job'>;
  readonly halfOf: Id<'task'> | null;
  readonly away: 'halved' | 'not_needed' | null;
  readonly claims: readonly Claim[];
  /** Asks that wait for an answer today. */
  readonly asked: number;
}

/** What its state is read from. */
interface Standable extends Pick<Task, 'away'> {
  readonly claims: readonly Pick<Claim, 'outcome'>[];
}

export type State = 'open' | 'taken' | 'done' | 'away';

/** Where a task stands: the claim without an end, else the last that was done. */
export function stateOf({ away, claims }: Standable): State {
  if (away) return 'away';
  if (claims.some(({ outcome }) => outcome === 'done')) return 'done';
  return claims.some(({ outcome }) => outcome === null) ? 'taken' : 'open';
}

/** Who has it now. */
export function holderOf({ claims }: Pick<Task, 'claims'>): Claim | null {
  return claims.find(({ outcome }) => outcome === null) ?? null;
}

/** Who did it, or has it. */
export function lastClaim({ claims }: Pick<Task, 'claims'>): Claim | null {
  return claims.find(({ outcome }) => outcome === 'done' || outcome === null) ?? null;
}

export function canHalve({ minutes }: Pick<Task, 'minutes'>): boolean {
  return minutes >= LEAST_TO_HALVE;
}

/** The two parts of a task: whole minutes of five where it can be, together as long as it was. */
export function halvesOf(minutes: number): readonly [number, number] {
  const first = Math.max(LEAST_MINUTES, Math.round(minutes / 2 / 5) * 5);
  return [first, Math.max(LEAST_MINUTES, minutes - first)];
}

/** Three days before, what nobody has taken reaches somebody, and is offered in half. */
const SOON_DAYS = 3;

export function isSoon({ dueOn }: Pick<Task, 'dueOn'>, today: Day): boolean {
  return dueOn !== null && dueOn >= today && daysBetween(today, dueOn) <= SOON_DAYS;
}

export function soonUntil(today: Day): Day {
  return addDays(today, SOON_DAYS);
}

/** Open, large enough, and its day is near: half of it is offered beside the whole. */
export function isOfferedInHalf(task: Task, today: Day): boolean {
  return stateOf(task) === 'open' && canHalve(task) && isSoon(task, today);
}

/** Can still be taken: its day is not over. */
export function isTakeable(task: Task, today: Day): boolean {
  return stateOf(task) === 'open' && (task.dueOn === null || task.dueOn >= today);
}

/** In the order of doing: by day and hour, those without a day last, and the smallest first. */
export function inOrder<One extends Pick<Task, 'dueOn' | 'clock' | 'minutes'>>(tasks: readonly One[]): readonly One[] {
  const when = (one: One) => `${one.dueOn ?? '9999'} ${one.clock || '99'}`;
  return tasks.toSorted((one, other) => when(one).localeCompare(when(other)) || one.minutes - other.minutes);
}

export interface Standing {
  readonly all: number;
  readonly open: number;
  readonly taken: number;
  readonly done: number;
}

export function standingOf(tasks: readonly Standable[]): Standing {
  const counted = { all: 0, open: 0, taken: 0, done: 0 };
  for (const task of tasks) {
    const state = stateOf(task);
    if (state === 'away') continue;
    counted.all += 1;
    counted[state] += 1;
  }
  return counted;
}

/** A task beside what it is for: how it stands, and not who has it. */
export interface TaskBeside extends Pick<Task, 'id' | 'jobId' | 'says' | 'minutes' | 'dueOn' | 'clock'>, Standable {}

/** A task in a list of many, with what it belongs to. */
export interface ListedTask
  extends Pick<Task, 'id' | 'jobId' | 'says' | 'minutes' | 'kind' | 'dueOn' | 'clock' | 'forChildren'> {
  readonly job: string;
}
