import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

export const ROWS_A_PAGE = 50;
export const MOST_PEOPLE = 10_000;
/** In a form, among the departments: all of them. */
export const EVERYWHERE = 'alle';

/** What there is at an event that the law, or good sense, asks something for. */
export const ASPECTS = [
  'outdoors',
  'food',
  'alcohol',
  'music',
  'fire',
  'tent',
  'road',
  'children',
  'photos',
  'lottery',
  'guests',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export const REASONS = ['weather', 'few', 'illness', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** How people came to hear of it, in the order in which it is asked: a person first. */
export const WAYS_HERE = ['asked', 'neighbour', 'poster', 'mail', 'other'] as const;
export type WayHere = (typeof WAYS_HERE)[number];

/** What the organisers write. Days are Danish, times "17:30". */
export interface EventWords {
  readonly title: string;
  readonly what: string;
  readonly place: string;
  readonly on: Day;
  /** The last day; `on` where it lasts a day. */
  readonly until: Day;
  readonly starts: string;
  /** Earlier than `starts`: after midnight. Null: nobody has said. */
  readonly ends: string | null;
  readonly departmentIds: readonly Id<'department'>[];
  readonly wholeOrganisation: boolean;
  /** For whoever lives there, not for a group alone. */
  readonly openToAll: boolean;
  /** People, children included; null: as many as come. */
  readonly capacity: number | null;
  /** How many are thought to come: some rules go by it. */
  readonly expected: number | null;
  /** People are asked to say that they come. */
  readonly signUp: boolean;
  readonly signUpBy: Day | null;
  readonly aspects: readonly Aspect[];
  /** Whom one can ring, as they wish to be called; and the number, E.164. */
  readonly callWho: string;
  readonly phone: string | null;
}

interface Cancellation {
  readonly on: Day;
  readonly reason: Reason;
  readonly words: string;
}

/** What was counted when it was over. Adults and children are null when nobody counted: missing is never zero. */
export interface Count {
  readonly adults: number | null;
  readonly children: number | null;
  /** Households that had signed up with seats, and those of them that did not come. */
  readonly signUps: number;
  readonly absent: number;
  /** People whose home or contact is known, and those of them new to events in this house; the same in homes. */
  readonly knownPeople: number;
  readonly firstPeople: number;
  readonly knownHomes: number;
  readonly firstHomes: number;
}

export interface Event extends EventWords {
  readonly id: Id<'event'>;
  readonly initiativeId: Id<'initiative'> | null;
  readonly createdBy: Id<'person'> | null;
  /** Who arranges it: those written down for it, and whoever drives its initiative today. */
  readonly organisers: readonly Id<'person'>[];
  readonly cancelled: Cancellation | null;
  readonly count: Count | null;
  readonly version: number;
}

/** `coming`: before its first day. `on`: its days. `over`: after them. `cancelled`: it never was. */
export type Stage = 'coming' | 'on' | 'over' | 'cancelled';

export function stageOf(event: Pick<Event, 'on' | 'until' | 'cancelled'>, today: Day): Stage {
  if (event.cancelled) return 'cancelled';
  if (today < event.on) return 'coming';
  return today <= event.until ? 'on' : 'over';
}

/** Can somebody sign up themselves? Staff and organisers may until it is counted. */
export function canSignUp(
  event: Pick<Event, 'on' | 'until' | 'cancelled' | 'signUp' | 'signUpBy'>,
  today: Day,
): boolean {
  return event.signUp && !event.cancelled && today <= event.until && (!event.signUpBy || today <= event.signUpBy);
}

/** It can be moved, called off and prepared: it has not been held, nor called off. */
export function isAhead(event: Pick<Event, 'on' | 'until' | 'cancelled' | 'count'>, today: Day): boolean {
  return !event.cancelled && !event.count && today <= event.until;
}

/** Those who came can be noted: from its first day until it is counted. */
export function canCheckIn(event: Pick<Event, 'on' | 'cancelled' | 'count'>, today: Day): boolean {
  return !event.cancelled && !event.count && today >= event.on;
}

/** Did something change that those who signed up must be told of? */
export function movedBetween(
  before: Pick<EventWords, 'on' | 'starts' | 'place'>,
  now: Pick<EventWords, 'on' | 'starts' | 'place'>,
): boolean {
  return before.on !== now.on || before.starts !== now.starts || before.place !== now.place;
}

/** So that many departments can be told of as one thing: more than one, or the whole organisation. */
export function isAcross(event: Pick<EventWords, 'departmentIds' | 'wholeOrganisation'>): boolean {
  return event.wholeOrganisation || event.departmentIds.length > 1;
}

/** An event as a card tells it. */
export interface EventCard
  extends Pick<
    EventWords,
    | 'title'
    | 'place'
    | 'on'
    | 'until'
    | 'starts'
    | 'ends'
    | 'departmentIds'
    | 'wholeOrganisation'
    | 'openToAll'
    | 'capacity'
    | 'signUp'
  > {
  readonly id: Id<'event'>;
  readonly initiativeId: Id<'initiative'> | null;
  readonly cancelled: boolean;
  /** People with seats, and people who wait for one. */
  readonly taken: number;
  readonly waiting: number;
  /** People who came, once counted; null when nobody counted, or it is not over. */
  readonly came: number | null;
}

export interface EventFilter {
  readonly when: 'ahead' | 'past';
  readonly departmentId: Id<'department'> | null;
}

/** The same invitation in another language. */
export const TEXT_LANGUAGES = ['da', 'en', 'de', 'pl', 'tr', 'uk'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

export interface EventText {
  readonly language: TextLanguage;
  readonly title: string;
  readonly what: string;
}

/** An event as a calendar tells it: what everybody may read. */
export interface Dated {
  readonly id: Id<'event'>;
  readonly title: string;
  readonly what: string;
  readonly place: string;
  readonly on: Day;
  readonly until: Day;
  readonly starts: string;
  readonly ends: string | null;
}
