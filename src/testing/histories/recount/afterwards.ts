import type { Diary } from '../diary.ts';
import type { Model } from '../model.ts';
import { first, share, sum, thing } from './plain.ts';

/** How many of them ticked one of these, of those who ticked anything there. */
type Ticks = readonly [column: 0 | 1 | 2, good: readonly string[]];

function evaluations(value: (answers: readonly string[]) => { value: number; of?: number } | null) {
  const ended = (diary: Diary) => diary.evaluations.filter((one) => one.ended);
  return {
    since: (diary: Diary) => first(ended(diary).map(({ on }) => on)),
    all: (diary: Diary) =>
      ended(diary).flatMap(({ on, places, answers }, number) => {
        const counted = value(answers);
        return counted ? [{ on, thing: thing('evaluation', number), places, ...counted }] : [];
      }),
  };
}

/** Nothing is said where fewer than five ticked anything. */
function ticked(...[column, good]: Ticks): Model {
  return {
    ...share,
    ...evaluations((answers) => {
      const ticks = answers.map((one) => one[column] ?? '-').filter((one) => one !== '-');
      return ticks.length < 5 ? null : { value: ticks.filter((one) => good.includes(one)).length, of: ticks.length };
    }),
  };
}

/** What was told and said when it was over. */
export const AFTERWARDS: Readonly<Record<string, Model>> = {
  stories_published: {
    ...sum,
    since: (diary) => first(diary.stories.map(({ at }) => at)),
    all: (diary) =>
      diary.stories.flatMap(({ at, places, out }, number) =>
        out ? [{ on: at, thing: thing('story', number), places, value: 1 }] : [],
      ),
  },
  evaluation_answers: {
    way: 'sum',
    people: true,
    ...evaluations(({ length }) => (length < 5 ? null : { value: length })),
  },
  evaluation_liked: ticked(0, ['4', '3']),
  evaluation_met_new: ticked(1, ['j']),
  evaluation_would_help: ticked(2, ['y', 'a']),
};
