import type { Diary } from '../diary.ts';
import type { Model, Tally } from '../model.ts';
import { first, median, share, sum, thing } from './plain.ts';

type Held = Diary['events'][number];

function events(value: (one: Held) => Pick<Tally, 'value' | 'of' | 'parts'> | null): Pick<Model, 'since' | 'all'> {
  return {
    since: (diary) => first(diary.events.map(({ on }) => on)),
    all: (diary, today) =>
      diary.events.flatMap((one, number) => {
        const counted = one.cancelled || one.last >= today ? null : value(one);
        return counted ? [{ on: one.on, thing: thing('event', number), places: one.places, ...counted }] : [];
      }),
  };
}

function cameBy(way: string): Model {
  return {
    way: 'share',
    people: true,
    ...events(({ ways }) => {
      const of = [...ways.values()].reduce((all, people) => all + people, 0);
      const parts = ['asked', 'neighbour', 'poster', 'mail', 'other'].map((one) => ways.get(one) ?? 0);
      return of > 0 ? { value: ways.get(way) ?? 0, of, parts } : null;
    }),
  };
}

const sinceJob = (diary: Diary) => first(diary.jobs.map(({ at }) => at));

function ofJob(diary: Diary, job: number) {
  return { thing: thing('job', job), places: diary.jobs[job]?.places ?? [] };
}

function done(
  value: (one: Diary['done'][number], before: Diary['done']) => Omit<Tally, 'on' | 'thing' | 'places'> | null,
) {
  return {
    since: sinceJob,
    all: (diary: Diary): readonly Tally[] =>
      diary.done.flatMap((one, number) => {
        const counted = value(one, diary.done.slice(0, number));
        return counted ? [{ on: one.at, ...ofJob(diary, one.job), ...counted }] : [];
      }),
  };
}

function asks(counts: (answer: Diary['asks'][number]['answer']) => boolean): Model {
  return {
    way: 'sum',
    people: true,
    since: sinceJob,
    all: (diary) =>
      diary.asks
        .filter(({ answer }) => counts(answer))
        .map(({ at, job }) => ({ on: at, ...ofJob(diary, job), value: 1 })),
  };
}

/** Events and small tasks. */
export const ACT: Readonly<Record<string, Model>> = {
  events_held: { ...sum, ...events(() => ({ value: 1 })) },
  events_open: { ...sum, ...events(({ open }) => (open ? { value: 1 } : null)) },
  events_across: { ...share, ...events(({ places }) => ({ value: places.length === 1 ? 0 : 1 })) },
  event_participants: {
    way: 'sum',
    people: true,
    orMissing: true,
    ...events(({ came }) => (came ? { value: came.people } : null)),
  },
  event_households: {
    way: 'different',
    people: true,
    since: (diary) => first(diary.events.map(({ on }) => on)),
    all: (diary) =>
      diary.visits.map(({ month, mark, place }) => ({
        ...{ on: month, thing: month, places: place === null ? [] : [place], value: 1 },
        who: mark,
      })),
  },
  event_first_timers: {
    way: 'sum',
    people: true,
    ...events(({ came }) => (came && came.first > 0 ? { value: came.first } : null)),
  },
  event_returning: {
    way: 'sum',
    people: true,
    ...events(({ came }) => (came && came.known > came.first ? { value: came.known - came.first } : null)),
  },
  events_came_asked: cameBy('asked'),
  events_came_neighbour: cameBy('neighbour'),
  events_came_poster: cameBy('poster'),
  events_came_mail: cameBy('mail'),
  events_came_other: cameBy('other'),

  task_helpers: { way: 'different', people: true, ...done(({ helper }) => ({ value: 1, who: helper })) },
  task_first_helpers: {
    way: 'different',
    people: true,
    ...done(({ helper }, before) => (before.some((one) => one.helper === helper) ? null : { value: 1, who: helper })),
  },
  tasks_done: { ...sum, ...done(() => ({ value: 1 })) },
  task_minutes: { ...median, ...done(({ minutes }) => ({ value: minutes })) },
  task_leaders: {
    way: 'different',
    people: true,
    since: sinceJob,
    all: (diary) =>
      diary.jobs.map(({ at, by }, number) => ({ on: at, ...ofJob(diary, number), value: 1, who: String(by) })),
  },
  asks_made: { ...asks(() => true), people: false },
  asks_accepted: asks((answer) => answer === 'yes'),
  asks_smaller: asks((answer) => answer === 'smaller'),
  asks_unanswered: asks((answer) => answer === null),
  task_share_asked: { way: 'share', people: true, ...done(({ asked }) => ({ value: asked ? 1 : 0 })) },
};
