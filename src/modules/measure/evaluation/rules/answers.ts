import type { Id } from '../../../../kernel/id.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';

/** How it was, the best first. */
export const LIKED = [4, 3, 2, 1] as const;
export type Liked = (typeof LIKED)[number];

/** A hand next time; `asked`: perhaps, if somebody asks. */
export const HELPS = ['yes', 'asked', 'no'] as const;
export type Helps = (typeof HELPS)[number];

/** One answer. Null: that question was left out. */
export interface Answer {
  readonly liked: Liked | null;
  readonly metNew: boolean | null;
  readonly helps: Helps | null;
  readonly words: string;
}

export const MOST_WORDS = 600;

/**
 * How an answer came. `own`: by a link that one guest alone got, or from somebody signed in who did not arrange it. `open`: by the link
 * that hangs on the door. `paper`: a slip that was typed in.
 */
export const WAYS = ['own', 'open', 'paper'] as const;
export type AnswerWay = (typeof WAYS)[number];

/** What somebody wrote, apart from what they ticked. `shown`: everybody may read it. */
export interface Written {
  readonly id: Id<'evaluation_answer'>;
  readonly words: string;
  readonly shown: boolean;
}

/** Words alone are no answer: they are deleted in time, and the figures must not change then. */
export function isEmpty({ liked, metNew, helps }: Answer): boolean {
  return liked === null && metNew === null && helps === null;
}

/** How many answered a question, and how many of them said the good thing. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export const QUESTIONS = ['liked', 'metNew', 'helps'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Tally extends Readonly<Record<Question, Share>> {
  readonly answers: number;
}

export const NOTHING: Tally = {
  answers: 0,
  liked: { part: 0, of: 0 },
  metNew: { part: 0, of: 0 },
  helps: { part: 0, of: 0 },
};

/**
 * What counts. Whoever arranged it can answer by the open link as often as they like, and knows what the slips say: the rest would be what
 * a single neighbour answered. So all answers count only among five that came by own links; else the slips alone, from five. So too
 * question by question.
 */
export function countedOf(ways: Readonly<Partial<Record<AnswerWay, Tally>>>): Tally {
  const [own = NOTHING, open = NOTHING, paper = NOTHING] = WAYS.map((way) => ways[way]);
  const all = [own, open, paper];
  const share = (question: Question): Share => {
    const counted = whichCount(own[question].of, paper[question].of, all, paper);
    return {
      part: sum(counted.map((tally) => tally[question].part)),
      of: sum(counted.map((tally) => tally[question].of)),
    };
  };
  return {
    answers: sum(whichCount(own.answers, paper.answers, all, paper).map(({ answers }) => answers)),
    liked: share('liked'),
    metNew: share('metNew'),
    helps: share('helps'),
  };
}

function whichCount<T>(own: number, paper: number, all: readonly T[], slips: T): readonly T[] {
  if (own >= FEWEST) return all;
  return paper >= FEWEST ? [slips] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

/** The ways whose words may be read: as with the figures. */
export function readableWays(own: number, paper: number): readonly AnswerWay[] {
  return whichCount<AnswerWay>(own, paper, WAYS, 'paper');
}

/** A tally as it may be read: null where fewer than five answered. */
export interface Shown extends Readonly<Record<Question, Share | null>> {
  readonly answers: number;
}

/**
 * Nothing is told of fewer than five, question by question. Only what has ended is asked of: while answers come in, the one
 * that was added could be found by looking twice.
 */
export function shownOf(tally: Tally): Shown | null {
  if (tally.answers < FEWEST) return null;
  const share = (question: Question) => (tally[question].of < FEWEST ? null : tally[question]);
  return { answers: tally.answers, liked: share('liked'), metNew: share('metNew'), helps: share('helps') };
}

/** More answers than people who were counted: somebody has answered more than once. `came`: null where nobody counted. */
export function hasTooMany(answers: number, came: number | null): boolean {
  return came !== null && came >= FEWEST && answers > came;
}

/** Whole per cent. */
export function percent({ part, of }: Share): number {
  return Math.round((100 * part) / of);
}
