import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Aspect, EventWords } from './event.ts';

/**
 * What the law, or good sense, asks before an event. Where the rule lies with the police, the municipality or the fire
 * service, and differs from place to place, it is advice with its source, and the house may set it otherwise.
 */
export const DUTIES = [
  'police_permission',
  'police_notice',
  'many_people',
  'road',
  'fire',
  'tent',
  'food',
  'alcohol',
  'music',
  'noise_notice',
  'lottery',
  'children',
  'photos',
  'guests_budget',
  'insurance',
  'poster_up',
] as const;
export type DutyCode = (typeof DUTIES)[number];

/** How many days before the event it is to be done by, unless the house says otherwise. */
export const DAYS_BEFORE: Readonly<Record<DutyCode, number>> = {
  police_permission: 28,
  police_notice: 5,
  many_people: 28,
  road: 42,
  fire: 28,
  tent: 28,
  food: 14,
  alcohol: 14,
  music: 14,
  noise_notice: 7,
  lottery: 14,
  children: 30,
  photos: 3,
  guests_budget: 28,
  insurance: 14,
  poster_up: 14,
};

/** More than so many: the police and the municipality ask for more (politi.dk, "Udskænkning af alkohol"; BR18, bilag 11). */
const MANY = 150;

type Asked = Pick<EventWords, 'aspects' | 'expected' | 'capacity' | 'openToAll' | 'wholeOrganisation'>;

/** What an event asks for. One for a closed group is exempt from the police's rules on serving. */
export function dutiesOf(event: Asked): readonly DutyCode[] {
  const has = (aspect: Aspect) => event.aspects.includes(aspect);
  const size = event.expected ?? event.capacity ?? 0;
  const drinks = has('alcohol');
  const permission = drinks && event.openToAll && (size > MANY || has('outdoors'));
  const wanted: Readonly<Record<DutyCode, boolean>> = {
    police_permission: permission,
    police_notice: drinks && event.openToAll && !permission,
    many_people: size > MANY,
    road: has('road'),
    fire: has('fire'),
    tent: has('tent'),
    food: has('food'),
    alcohol: drinks,
    music: has('music'),
    noise_notice: has('music') && has('outdoors'),
    lottery: has('lottery'),
    children: has('children'),
    photos: has('photos'),
    guests_budget: has('guests'),
    insurance: size >= 50 || has('fire') || has('children'),
    poster_up: true,
  };
  return DUTIES.filter((code) => wanted[code]);
}

export interface DutyRule {
  readonly active: boolean;
  readonly daysBefore: number;
  /** What this house says beside it; '' for nothing. */
  readonly words: string;
}

export type DutyRules = ReadonlyMap<string, DutyRule>;

/** What is to be done for an event, each with its day: what the house has turned off is left out. */
export function dutiesWithDays(
  event: Asked & Pick<EventWords, 'on'>,
  rules: DutyRules,
): readonly { readonly code: DutyCode; readonly dueOn: Day }[] {
  return dutiesOf(event)
    .filter((code) => rules.get(code)?.active !== false)
    .map((code) => ({ code, dueOn: addDays(event.on, -(rules.get(code)?.daysBefore ?? DAYS_BEFORE[code])) }));
}

export interface Duty {
  readonly id: Id<'event_duty'>;
  readonly code: DutyCode;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
}

/** So many days before its day it is put into Din tur: not all on the first evening. */
export const SHOWN_DAYS = 14;

/** Good advice that stands on the list, and waits for nobody: Din tur is for what others wait for. */
const ADVICE: readonly DutyCode[] = ['poster_up', 'insurance', 'photos', 'alcohol'];

/** Late: an authority's day has passed. Advice is never late. */
export function isLate({ code, dueOn, doneOn }: Pick<Duty, 'code' | 'dueOn' | 'doneOn'>, today: Day): boolean {
  return doneOn === null && !ADVICE.includes(code) && dueOn < today;
}

export function isDue({ code, dueOn, doneOn }: Pick<Duty, 'code' | 'dueOn' | 'doneOn'>, today: Day): boolean {
  return doneOn === null && !ADVICE.includes(code) && dueOn <= addDays(today, SHOWN_DAYS);
}

/**
 * The day that it is asked for. An event made late cannot have been late before it was made: then it is today, and stays
 * so when the event is changed on another day.
 */
export function dayFor(wanted: Day, before: Day | null, today: Day): Day {
  if (wanted >= today) return wanted;
  return before !== null && before < today ? before : today;
}
