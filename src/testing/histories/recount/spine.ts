import type { Diary, Driving, Initiative, On, QuietSaid } from '../diary.ts';
import type { Model, Tally } from '../model.ts';
import { dayAfter, daysFrom, first, median, placesOf, share, sum, thing } from './plain.ts';

const sinceInitiative = (diary: Diary) => first(diary.initiatives.map(({ at }) => at));

function initiatives(on: (one: Initiative, number: number, diary: Diary, today: On) => On | null): Model['all'] {
  return (diary, today) =>
    diary.initiatives.flatMap((one, number) => {
      const day = on(one, number, diary, today);
      return day ? [{ on: day, thing: thing('initiative', number), places: one.places, value: 1 }] : [];
    });
}

/** On the last day planned, where it was driven past it, or on the day somebody wrote so, whichever came first. */
function heldOn(one: Initiative, number: number, diary: Diary, today: On): On | null {
  if (one.end) {
    if (!one.end.done) return null;
    return one.endsOn !== null && one.endsOn < one.end.at ? one.endsOn : one.end.at;
  }
  if (one.endsOn === null || one.endsOn >= today) return null;
  const morning = dayAfter(one.endsOn);
  const covers = ({ from, until }: { readonly from: On; readonly until: On | null }) =>
    from <= morning && (until === null || until > morning);
  if (one.rests.some(covers)) return null;
  return diary.drivings.some((driving) => driving.initiative === number && covers(driving)) ? one.endsOn : null;
}

function drivings(counts: (one: Driving, number: number, diary: Diary) => boolean): Model {
  return {
    way: 'different',
    people: true,
    since: sinceInitiative,
    all: (diary) =>
      diary.drivings
        .filter((one, number) => counts(one, number, diary))
        .map((one) => ({
          on: one.from,
          thing: thing('initiative', one.initiative),
          places: placesOf(diary, one.initiative),
          value: 1,
          who: String(one.who),
        })),
  };
}

function questions(
  on: 'asked' | 'answered',
  value: (said: QuietSaid | null) => Pick<Tally, 'value' | 'of'>,
): Pick<Model, 'since' | 'all'> {
  return {
    since: (diary) => first(diary.questions.map(({ asked }) => asked)),
    all: (diary) =>
      diary.questions.flatMap(({ initiative, asked, answer }) => {
        const day = on === 'asked' ? asked : answer?.at;
        const where = { thing: thing('initiative', initiative), places: placesOf(diary, initiative) };
        return day ? [{ on: day, ...where, ...value(answer?.said ?? null) }] : [];
      }),
  };
}

function said(...wanted: readonly QuietSaid[]): Model {
  return {
    ...share,
    ...questions('answered', (answer) => ({ value: answer && wanted.includes(answer) ? 1 : 0, of: 1 })),
  };
}

function ideas(on: 'at' | 'answered', value: (days: number, became: boolean) => number): Pick<Model, 'since' | 'all'> {
  return {
    since: (diary) => first(diary.ideas.map(({ at }) => at)),
    all: (diary) =>
      diary.ideas.flatMap(({ at, place, answered }, number) => {
        const day = on === 'at' ? at : answered?.at;
        if (!day) return [];
        const counted = value(daysFrom(at, answered?.at ?? at), answered?.became ?? false);
        return [{ on: day, thing: thing('idea', number), places: place === null ? [] : [place], value: counted }];
      }),
  };
}

/** Initiatives, who drives them, ideas, and the question of how it goes. */
export const SPINE: Readonly<Record<string, Model>> = {
  initiatives_begun: { ...sum, since: sinceInitiative, all: initiatives(({ at }) => at) },
  initiatives_held: { ...sum, since: sinceInitiative, all: initiatives(heldOn) },
  initiatives_stopped: {
    ...sum,
    since: sinceInitiative,
    all: initiatives(({ end }) => (end && !end.done ? end.at : null)),
  },
  initiatives_across: {
    ...share,
    since: sinceInitiative,
    all: (diary, today, until) =>
      initiatives(heldOn)(diary, today, until).map((one) => ({ ...one, value: one.places.length === 1 ? 0 : 1 })),
  },
  drivers_begun: drivings(() => true),
  drivers_first: drivings((one, number, { drivings: all }) =>
    all.every((other, at) => other.who !== one.who || at >= number),
  ),
  ideas_received: { ...sum, ...ideas('at', () => 1) },
  ideas_became: { ...share, ...ideas('answered', (_, became) => (became ? 1 : 0)) },
  ideas_answer_days: { ...median, ...ideas('answered', (days) => days) },
  quiet_asked: { ...sum, ...questions('asked', () => ({ value: 1 })) },
  quiet_answered: { ...share, ...questions('asked', (answer) => ({ value: answer ? 1 : 0 })) },
  quiet_going: said('going'),
  quiet_help: said('help'),
  quiet_rests: said('rests'),
  quiet_over: said('held', 'stopped'),
};
