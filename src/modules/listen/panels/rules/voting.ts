import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { FEWEST } from './panel.ts';

export const METHODS = ['dots', 'sliders', 'pairs'] as const;
/** Dots to hand out, a slider from 0 to 10 for each, or two at a time. */
export type Method = (typeof METHODS)[number];

export const TOP_OF_SLIDER = 10;
export const MOST_OPTIONS = 12;
/** Two at a time, all against all: eight make 28 questions, more tire people out. */
export const MOST_IN_PAIRS = 8;

export interface Option {
  readonly id: Id<'panel_option'>;
  readonly says: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly points: number;
  readonly voters: number;
}

export interface Question {
  readonly id: Id<'panel_question'>;
  readonly panelId: Id<'panel'>;
  readonly asks: string;
  readonly method: Method;
  readonly dots: number;
  readonly askedOn: Day;
  readonly closedOn: Day | null;
  readonly options: readonly Option[];
  /** How many have answered. */
  readonly answered: number;
}

/** Every two of them, once. */
export function pairsOf<T>(options: readonly T[]): readonly (readonly [T, T])[] {
  return options.flatMap((one, at) => options.slice(at + 1).map((other) => [one, other] as const));
}

export type VoteRefusal = 'none' | 'too_many_dots' | 'unreadable';

/** Is it an answer to the question? Points by option. */
export function voteRefusal(
  question: Pick<Question, 'method' | 'dots'>,
  points: readonly number[],
): VoteRefusal | null {
  const sum = points.reduce((all, one) => all + one, 0);
  if (points.some((one) => !Number.isSafeInteger(one) || one < 0)) return 'unreadable';
  if (question.method === 'dots' && sum > question.dots) return 'too_many_dots';
  if (question.method === 'sliders') return points.some((one) => one > TOP_OF_SLIDER) ? 'unreadable' : null;
  return sum === 0 ? 'none' : null;
}

/** The order that the group gave, once five have answered; null before that. */
export function orderOf(question: Question): readonly Option[] | null {
  if (question.answered < FEWEST) return null;
  return question.options.toSorted((a, b) => b.points - a.points || (a.says < b.says ? -1 : 1));
}
