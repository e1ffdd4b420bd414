import type { Channel, Role } from '../../kernel/actor.ts';
import { addDays, type Day, day, daysBetween } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Question } from './rules/quiet.ts';

/** Boliger, Det grønne, Beboere. */
export const CATEGORIES = ['homes', 'green', 'people'] as const;
export type Category = (typeof CATEGORIES)[number];

/** In the order of a life. `done`: it was held; `ended`: it stopped before that; `parked`: it rests. */
export const STATUSES = ['idea', 'looking', 'under_way', 'done', 'parked', 'ended'] as const;
export type Status = (typeof STATUSES)[number];

/** Not closed: something can still happen without somebody opening it again. */
export const OPEN_STATUSES: readonly Status[] = ['idea', 'looking', 'under_way', 'parked'];

export const ANSWERS = ['yes', 'not_alone', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

export const END_RESULTS = ['done', 'stopped'] as const;
export type EndResult = (typeof END_RESULTS)[number];

export const GROWING_STATUSES: readonly Status[] = ['idea', 'looking', 'under_way'];

/** The rows that a status is read from. */
export interface StateRows {
  readonly endsOn: Day | null;
  readonly asks: readonly { readonly answer: Answer | null }[];
  readonly drivers: readonly { readonly from: Day; readonly stoppedOn: Day | null }[];
  readonly parkings: readonly { readonly from: Day; readonly wokenOn: Day | null }[];
  readonly end: { readonly result: EndResult; readonly on: Day } | null;
}

/** Where it stands on a day. Total: every set of rows has exactly one status. The store reads the same in SQL. */
export function statusOf(rows: StateRows, today: Day): Status {
  if (rows.end && rows.end.on <= today) return rows.end.result === 'done' ? 'done' : 'ended';
  if (rows.parkings.some((parking) => rests(parking, today))) return 'parked';
  if (rows.drivers.some((driver) => drives(driver, today))) {
    return rows.endsOn !== null && rows.endsOn < today ? 'done' : 'under_way';
  }
  return rows.asks.length > 0 || rows.drivers.length > 0 ? 'looking' : 'idea';
}

export function drives(driver: { readonly from: Day; readonly stoppedOn: Day | null }, today: Day): boolean {
  return driver.from <= today && (driver.stoppedOn === null || driver.stoppedOn > today);
}

export function rests(parking: { readonly from: Day; readonly wokenOn: Day | null }, today: Day): boolean {
  return parking.from <= today && (parking.wokenOn === null || parking.wokenOn > today);
}

export interface Driver {
  readonly id: string;
  readonly personId: Id<'person'>;
  readonly namePublic: boolean;
  readonly from: Day;
  readonly stoppedOn: Day | null;
  readonly stoppedWords: string;
}

export interface Ask {
  readonly id: string;
  readonly personId: Id<'person'>;
  readonly words: string;
  readonly replacesId: Id<'person'> | null;
  readonly askedBy: Id<'person'>;
  readonly answerBy: Day;
  readonly answer: Answer | null;
  readonly answerWords: string;
  readonly namePublic: boolean;
}

export interface Parking {
  readonly id: string;
  readonly reason: string;
  readonly from: Day;
  readonly askAgainOn: Day | null;
  readonly wokenOn: Day | null;
  readonly wakingWords: string;
}

export interface Step {
  readonly id: string;
  readonly says: string;
  readonly personId: Id<'person'> | null;
  readonly dueOn: Day | null;
  readonly outcome: 'done' | 'dropped' | null;
  readonly outcomeWords: string;
}

export interface Origin {
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly sentence: string;
}

/** What a person fills in. */
export interface Description {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly category: Category;
  readonly place: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly wholeOrganisation: boolean;
  readonly departmentIds: readonly Id<'department'>[];
}

/** One initiative with all its rows. Steps, asks, drivers and parkings stand oldest first. */
export interface Initiative extends Description, StateRows {
  readonly id: Id<'initiative'>;
  readonly version: number;
  readonly createdOn: Day;
  readonly createdBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly asks: readonly Ask[];
  readonly drivers: readonly Driver[];
  readonly parkings: readonly Parking[];
  readonly end: { readonly result: EndResult; readonly on: Day; readonly words: string } | null;
  readonly steps: readonly Step[];
  readonly origins: readonly Origin[];
  /** How many have put their names down to join in. */
  readonly joining: number;
  /** The last time it was asked because it was quiet. */
  readonly question: Question | null;
}

export function driversOn(initiative: Pick<Initiative, 'drivers'>, today: Day): readonly Driver[] {
  return initiative.drivers.filter((driver) => drives(driver, today));
}

export function restingNow(initiative: Pick<Initiative, 'parkings'>, today: Day): Parking | null {
  return initiative.parkings.find((parking) => rests(parking, today)) ?? null;
}

/** Those who said "not alone" last and wait for company. Who has driven it and let go waits no longer. */
export function waitingForCompany(initiative: Pick<Initiative, 'asks' | 'drivers'>, today: Day): readonly Ask[] {
  const began = new Set(initiative.drivers.filter((one) => one.from <= today).map((driver) => driver.personId));
  const last = new Map(initiative.asks.filter((ask) => ask.answer).map((ask) => [ask.personId, ask]));
  return [...last.values()].filter((ask) => ask.answer === 'not_alone' && !began.has(ask.personId));
}

/** Is there company for somebody who will, but not alone? Two who said so are company for each other. */
export function beginsDriving(answer: Answer, driving: number, waiting: number): boolean {
  return answer === 'yes' || (answer === 'not_alone' && driving + waiting > 0);
}

export function openSteps(initiative: Pick<Initiative, 'steps'>): readonly Step[] {
  return initiative.steps
    .filter((step) => step.outcome === null)
    .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'));
}

/** What the page says comes next when nobody has written a step. */
export type Suggestion = 'find_driver' | 'await_answer' | 'agree_step' | 'tell_how_it_went' | 'ask_again' | null;

export function suggestionFor(initiative: Initiative, today: Day): Suggestion {
  const status = statusOf(initiative, today);
  if (status === 'under_way') return 'agree_step';
  if (status === 'parked') return 'ask_again';
  if (status === 'done') return initiative.end ? null : 'tell_how_it_went';
  if (status === 'ended') return null;
  return initiative.asks.some((ask) => ask.answer === null) ? 'await_answer' : 'find_driver';
}

export type TakeOverRefusal = { readonly kind: 'ended' } | { readonly kind: 'driven'; readonly by: Id<'person'> };

/** May somebody step in? Only where nobody drives: a driver is never pushed out. */
export function takeOverRefusal(initiative: Initiative, personId: Id<'person'>, today: Day): TakeOverRefusal | null {
  if (initiative.end) return { kind: 'ended' };
  const driving = driversOn(initiative, today);
  const other = driving.find((driver) => driver.personId !== personId) ?? driving[0];
  return other ? { kind: 'driven', by: other.personId } : null;
}

export type AskRefusal = 'ended' | 'drives_already' | 'asked_already';

export function askRefusal(initiative: Initiative, personId: Id<'person'>, today: Day): AskRefusal | null {
  if (initiative.end) return 'ended';
  if (driversOn(initiative, today).some((driver) => driver.personId === personId)) return 'drives_already';
  if (initiative.asks.some((ask) => ask.personId === personId && ask.answer === null)) return 'asked_already';
  return null;
}

/** Who is asked to drive something: those who are close to it. The organisation's board where no other board is. */
export const ASKED: readonly Role[] = ['board_member', 'ambassador', 'task_leader', 'consultant', 'organisation_board'];

/**
 * Of the holders where it happens, those who can be asked: each once, without the asker and those who drive it. What is
 * for the whole organisation has no department's board, nor has a department without one: the organisation's acts for
 * them (almenboligloven § 34, stk. 5).
 */
export function peopleToAsk<Holder extends { readonly id: Id<'person'>; readonly role: Role }>(
  initiative: Pick<Initiative, 'drivers'>,
  holders: readonly Holder[],
  asker: Id<'person'> | null,
  today: Day,
): readonly Holder[] {
  const ownBoard = holders.some(({ role }) => role === 'board_member');
  const taken = new Set<string | null>([asker, ...driversOn(initiative, today).map((driver) => driver.personId)]);
  return holders
    .filter(({ role }) => role !== 'organisation_board' || !ownBoard)
    .filter((one) => !taken.has(one.id) && taken.add(one.id));
}

/** Who a next step can wait for: those who drive it, the one who writes it, and the consultants there. */
export function stepTakers(
  initiative: Pick<Initiative, 'drivers'>,
  consultants: readonly { readonly id: Id<'person'> }[],
  writer: Id<'person'> | null,
  today: Day,
): readonly Id<'person'>[] {
  const drivers = driversOn(initiative, today).map((driver) => driver.personId);
  return [...new Set([...drivers, ...(writer ? [writer] : []), ...consultants.map(({ id }) => id)])];
}

const A_MONDAY = day('2024-01-01');

/** The day by which we promise to have read an idea: five days, and never on a weekend. */
export function readBy(today: Day): Day {
  const aim = addDays(today, 5);
  const afterMonday = daysBetween(A_MONDAY, aim) % 7;
  return afterMonday < 5 ? aim : addDays(aim, 7 - afterMonday);
}

/** An asked person has a week. */
export function answerBy(today: Day): Day {
  return addDays(today, 7);
}

/** Where an idea stands: waiting to be read, made an initiative, joined to one, or answered in words. */
export type IdeaAnswer = 'made' | 'joined' | 'words';

export interface Idea {
  readonly id: Id<'idea'>;
  readonly said: string;
  readonly departmentId: Id<'department'> | null;
  readonly personId: Id<'person'> | null;
  readonly contactName: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly readBy: Day;
  readonly postedOn: Day;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly answer: {
    readonly answer: IdeaAnswer;
    readonly initiativeId: Id<'initiative'> | null;
    readonly words: string;
    readonly answeredBy: Id<'person'>;
    readonly answeredOn: Day;
  } | null;
}

/** How an answer gets to the one who had the idea. `link`: by the page that only they have; `nobody`: it does not. */
export type AnswerWay = 'address' | 'mail' | 'sms' | 'letter' | 'link' | 'never' | 'nobody';

/** A first title from an idea's words: its first sentence, cut at a word. */
export function titleFrom(said: string): string {
  const sentence = (/^[^.!?\n]+/.exec(said.trim())?.[0] ?? said).trim();
  if (sentence.length <= 60) return sentence;
  const cut = sentence.slice(0, 60);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trim()} …`;
}

export const CARDS_A_PAGE = 50;
export const STORIES_A_PAGE = 12;

/** An initiative among others. */
export interface Card {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly what: string;
  readonly category: Category;
  readonly place: string;
  readonly wholeOrganisation: boolean;
  readonly departmentIds: readonly Id<'department'>[];
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly status: Status;
}

/** With the day on which something last happened. */
export interface QuietCard extends Card {
  readonly lastHeard: Day | null;
}

export interface CardFilter {
  readonly category?: Category | null;
  /** In that department, or for the whole organisation. */
  readonly departmentId?: Id<'department'> | null;
  /** `open`: not closed. `growing`: open and not resting. */
  readonly status?: Status | 'open' | 'growing' | null;
  readonly seeksHelp?: boolean;
  /** Only these, as a search found them. */
  readonly ids?: readonly string[] | null;
}
