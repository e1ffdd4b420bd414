import { FEWEST, type Guarded, guardSmallGroups } from '../../../../kernel/small-groups.ts';
import { ANSWERS, type Answer } from './asking.ts';

/** How often the same helper lent a hand: once, twice or thrice, up to nine times, oftener. */
export const OFTEN = ['once', 'few', 'many', 'most'] as const;
type Often = (typeof OFTEN)[number];

export interface Help {
  readonly tasks: number;
  readonly helpers: Guarded;
  readonly first: Guarded;
  /** Of the tasks done, how many came of a question, in per cent. Null where it would show somebody. */
  readonly askedShare: number | null;
  /** How many helpers helped how often. */
  readonly often: Readonly<Record<Often, Guarded>>;
  /** The tasks that the busiest fifth took, in per cent; null below five helpers. */
  readonly busiest: number | null;
  /** Questions made, and how they were answered. */
  readonly made: number;
  readonly answers: Readonly<Record<Answer | 'none', Guarded>>;
}

interface Done {
  readonly helperId: string;
  readonly asked: boolean;
  readonly first: boolean;
}

/** The help of a period as counts alone: nobody can be found in it. */
export function helpOf(done: readonly Done[], asks: readonly { readonly answer: Answer | null }[]): Help {
  const each = [...Map.groupBy(done, ({ helperId }) => helperId).values()].map(({ length }) => length);
  const helpers = each.length;
  const groups = OFTEN.map((often) => each.filter((times) => oftenOf(times) === often).length);
  const guarded = guardSmallGroups(helpers, [groups]);
  const first = new Set(done.filter((one) => one.first).map(({ helperId }) => helperId)).size;
  const asked = done.filter((one) => one.asked).length;
  const betrays = (some: number) => some > 0 && some < FEWEST;
  return {
    tasks: done.length,
    helpers: guarded.total,
    first: helpers < FEWEST || betrays(first) || betrays(helpers - first) ? null : first,
    askedShare:
      done.length < FEWEST || betrays(asked) || betrays(done.length - asked)
        ? null
        : Math.round((100 * asked) / done.length),
    often: Object.fromEntries(OFTEN.map((often, at) => [often, guarded.parts[0]?.[at] ?? null])) as Help['often'],
    busiest: helpers < FEWEST ? null : busiestShare(each),
    made: asks.length,
    answers: answersOf(asks),
  };
}

function answersOf(asks: readonly { readonly answer: Answer | null }[]): Help['answers'] {
  const keys = [...ANSWERS, 'none'] as const;
  const counts = keys.map((key) => asks.filter(({ answer }) => (answer ?? 'none') === key).length);
  const { parts } = guardSmallGroups(asks.length, [counts]);
  return Object.fromEntries(keys.map((key, at) => [key, parts[0]?.[at] ?? null])) as Help['answers'];
}

function oftenOf(times: number): Often {
  if (times === 1) return 'once';
  if (times <= 3) return 'few';
  return times <= 9 ? 'many' : 'most';
}

function busiestShare(each: readonly number[]): number {
  const sorted = each.toSorted((one, other) => other - one);
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  return Math.round((100 * sum(sorted.slice(0, Math.ceil(sorted.length / 5)))) / Math.max(1, sum(sorted)));
}
