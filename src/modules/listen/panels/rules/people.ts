import type { Channel } from '../../../../kernel/actor.ts';
import { addressKey, readAddress, streetKey } from '../../../../kernel/address.ts';
import { type Day, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';

export const FEATURES = ['age', 'department', 'dwelling', 'language', 'tenure'] as const;
/** What the group is to mirror the residents in. */
export type Feature = (typeof FEATURES)[number];

/** A person's answer to each: a code, '' where it is not known. */
export type Traits = Readonly<Record<Feature, string>>;

export const AGE_BANDS = ['15-29', '30-44', '45-59', '60-74', '75+'] as const;
export const DWELLINGS = ['family', 'senior', 'youth'] as const;
export const LANGUAGES = ['da', 'en', 'ar', 'tr', 'so', 'fa', 'ur', 'pl', 'uk', 'other'] as const;
export const TENURES = ['0-1', '2-5', '6-15', '16+'] as const;

/** Who is younger is not counted among the residents to mirror. */
export const YOUNGEST = 15;

/** From the year of birth: in doubt as if the birthday has been. */
export function ageBand(birthYear: number, today: Day): string {
  const age = yearOf(today) - birthYear;
  if (age < 30) return '15-29';
  if (age < 45) return '30-44';
  if (age < 60) return '45-59';
  return age < 75 ? '60-74' : '75+';
}

/** From whole years lived here. */
export function tenureBand(years: number): string {
  if (years < 2) return '0-1';
  if (years < 6) return '2-5';
  return years < 16 ? '6-15' : '16+';
}

/** The home's normal form; `settleHomes` compares those that have no postcode. What is no address is its own home. */
export function homeKey(address: string): string {
  const [read] = readAddress(address);
  return read ? addressKey(read) : `?${streetKey(address)}`;
}

/** What somebody who wants to take part tells. */
export interface Applied {
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly address: string;
  readonly homeKey: string;
  readonly why: string;
  readonly diet: string;
  readonly accessNeeds: string;
  readonly birthYear: number;
  readonly traits: Traits;
  readonly onBoard: boolean;
}

export const LOT_LENGTH = 8;

/** As it is read and printed: "B7K2-QM9X". */
export function writeLot(lot: string): string {
  return writeTypedCode(lot, 4);
}

export const EXITS = ['withdrawn', 'dropped_out', 'moved_out', 'double'] as const;
export type ExitWhy = (typeof EXITS)[number];

export interface Place {
  readonly id: Id<'panel_place'>;
  readonly answer: 'yes' | 'no' | 'lapsed' | null;
  readonly answerBy: Day;
}

export interface Application extends Applied {
  readonly id: Id<'panel_application'>;
  readonly panelId: Id<'panel'>;
  /** What the person is called in a published list: says nothing of anybody. */
  readonly lot: string;
  readonly personId: Id<'person'> | null;
  readonly appliedOn: Day;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly place: Place | null;
  readonly paused: boolean;
  readonly exit: { readonly why: ExitWhy; readonly on: Day } | null;
  readonly goesOn: Day | null;
}

/** `waits`: has signed up and no seat is given yet, or none to them. */
export const STATES = ['waits', 'offered', 'member', 'paused', 'declined', 'lapsed', 'left'] as const;
export type State = (typeof STATES)[number];

export function stateOf({ place, paused, exit }: Pick<Application, 'place' | 'paused' | 'exit'>): State {
  if (exit) return 'left';
  if (!place) return 'waits';
  if (place.answer === null) return 'offered';
  if (place.answer === 'yes') return paused ? 'paused' : 'member';
  return place.answer === 'no' ? 'declined' : 'lapsed';
}

/** Takes a seat: has one, or has been asked and not answered. */
export function holdsSeat(application: Pick<Application, 'place' | 'paused' | 'exit'>): boolean {
  return ['offered', 'member', 'paused'].includes(stateOf(application));
}

export function isMember(application: Pick<Application, 'place' | 'paused' | 'exit'>): boolean {
  return ['member', 'paused'].includes(stateOf(application));
}

const HEALTH =
  /\b(syg|sygdom|diagnos|depress|angst|stress|kræft|diabet|demens|autis|adhd|handicap|kørestol|medicin|psyk|misbrug|alkohol|smerte|operation|læge|hospital|ill(ness)?|disab|cancer|anxiety|medicine|wheelchair|doctor)/i;

/** Does it read as if it told of somebody's health? A kind warning, no verdict: in doubt no. */
export function tellsOfHealth(text: string): boolean {
  return HEALTH.test(text);
}
