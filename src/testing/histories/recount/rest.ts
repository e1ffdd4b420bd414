import type { Case, Diary } from '../diary.ts';
import type { Model, Tally } from '../model.ts';
import { daysFrom, first, median, share, sum, thing } from './plain.ts';

function cases(of: (one: Case) => readonly Omit<Tally, 'thing' | 'places'>[]): Pick<Model, 'since' | 'all'> {
  return {
    since: (diary) => first(diary.cases.map(({ at }) => at)),
    all: (diary) =>
      diary.cases.flatMap((one, number) =>
        of(one).map((counted) => ({ thing: thing('case', number), places: one.places, ...counted })),
      ),
  };
}

const sinceCard = (diary: Diary) => first(diary.cards.map(({ at }) => at));
const taken: Model['all'] = (diary) =>
  diary.takings.map(({ at, card, places }, number) => ({
    ...{ on: at, thing: thing('taking', number), places, value: 1 },
    who: thing('card', card),
  }));

function workshops(value: (tables: number) => number): Model {
  return {
    ...sum,
    since: (diary) => first(diary.workshops.map(({ on }) => on)),
    all: (diary, today) =>
      diary.workshops.flatMap(({ on, tables }, number) =>
        on <= today ? [{ on, thing: thing('workshop', number), places: [], value: value(tables) }] : [],
      ),
  };
}

function offices(role: string): Model {
  const departments = [0, 1, 2];
  return {
    ...share,
    standing: true,
    since: (diary) => first(diary.roles.filter((one) => one.role === role).map(({ from }) => from)),
    all: (diary, _today, until) =>
      departments.map((place) => ({
        on: until,
        thing: thing('department', place),
        places: [place],
        value: diary.roles.some(
          (one) => one.role === role && one.place === place && one.from <= until && (one.until ?? until) >= until,
        )
          ? 1
          : 0,
      })),
  };
}

/** The fund, the catalogue, what was listened to, offices and plans. */
export const REST: Readonly<Record<string, Model>> = {
  fund_sought: { ...sum, ...cases(({ at, sought }) => [{ on: at, value: sought }]) },
  fund_committed: {
    ...sum,
    ...cases(({ answers }) => answers.flatMap(({ at, yes, amount }) => (yes ? [{ on: at, value: amount }] : []))),
  },
  fund_paid: { ...sum, ...cases(({ paid }) => paid.map(({ at, amount }) => ({ on: at, value: amount }))) },
  fund_answer_days: {
    ...median,
    ...cases(({ at: sent, answers }) => answers.map(({ at }) => ({ on: at, value: daysFrom(sent, at) }))),
  },
  fund_answered_in_time: {
    ...share,
    ...cases(({ answerBy, answers }) => answers.map(({ at }) => ({ on: at, value: at <= answerBy ? 1 : 0 }))),
  },
  fund_refused_late: {
    ...sum,
    ...cases(({ answers }) => answers.flatMap(({ at, late }) => (late ? [{ on: at, value: 1 }] : []))),
  },
  fund_came: {
    way: 'sum',
    people: true,
    orMissing: true,
    ...cases(({ told }) => (told ? [{ on: told.at, value: told.came }] : [])),
  },

  catalogue_taken: { ...sum, since: sinceCard, all: taken },
  catalogue_cards_tried: { way: 'different', people: false, since: sinceCard, all: taken },
  catalogue_at_home: {
    way: 'sum',
    people: true,
    since: sinceCard,
    all: (diary) => diary.doings.map(({ at, card }) => ({ on: at, thing: thing('card', card), places: [], value: 1 })),
  },

  workshops_held: workshops(() => 1),
  workshop_tables: workshops((tables) => tables),
  panel_recommendations_answered: {
    ...share,
    since: (diary) => first(diary.recommendations.map(({ on }) => on)),
    all: (diary) =>
      diary.recommendations.map(({ on, answered }, number) => ({
        ...{ on, thing: thing('recommendation', number), places: [], value: answered ? 1 : 0 },
      })),
  },
  departments_ambassador: offices('ambassador'),
  departments_board_member: offices('board_member'),
  plans_in_time: {
    ...share,
    since: (diary) => first(diary.plans.map(({ due }) => due)),
    all: (diary, today) =>
      diary.plans.flatMap(({ due, states }, number) => {
        const last = states.findLast(({ at }) => at <= due);
        return due <= today ? [{ on: due, thing: thing('plan', number), places: [], value: last?.over ? 1 : 0 }] : [];
      }),
  },
};
