import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Cell } from './result.ts';
import type { Workshop } from './workshop.ts';

/** Words of a table that staff want to show to others. */
export interface Quote {
  readonly id: Id<'workshop_quote'>;
  readonly wordsId: Id<'workshop_words'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly field: string;
  readonly quote: string;
  /** Null: the table has not answered. */
  readonly approved: boolean | null;
}

/** A first step that somebody says they will take. */
export interface Pledge {
  readonly id: Id<'workshop_pledge'>;
  readonly workshopId: Id<'workshop'>;
  /** Whose card it stood on; null: nobody has said. */
  readonly tableId: Id<'workshop_table'> | null;
  readonly words: string;
  readonly personName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly remindOn: Day;
  readonly reminded: boolean;
  readonly outcome: PledgeOutcome | null;
  readonly outcomeWords: string;
  readonly hidden: boolean;
}

/** A step as it stands on the wall: with its time in brackets, where the card says one. */
export function datedStep(step: string, when: string): string {
  return when === '' ? step : `${step} (${when})`;
}

export const PLEDGE_OUTCOMES = ['done', 'going', 'not_yet'] as const;
export type PledgeOutcome = (typeof PLEDGE_OUTCOMES)[number];

const PLEDGE_DAYS = 90;
/** An answer is taken for so long after somebody was asked. */
const ANSWER_DAYS = 180;

/** The day on which who took a first step is asked how it went. */
export function remindOn(today: Day): Day {
  return addDays(today, PLEDGE_DAYS);
}

export function takesAnswer({ remindOn: on }: Pick<Pledge, 'remindOn'>, today: Day): boolean {
  return today <= addDays(on, ANSWER_DAYS);
}

/** Can somebody be asked, and how? Without an address staff ask them. */
export function isReachable({ email, phone }: Pick<Pledge, 'email' | 'phone'>): boolean {
  return email !== null || phone !== null;
}

/** What the room may join in: put up on the wall before it empties. */
export interface Choice {
  readonly id: Id<'workshop_choice'>;
  readonly field: string;
  readonly title: string;
  readonly position: number;
  readonly initiativeId: Id<'initiative'> | null;
  readonly names: number;
}

export interface SignUp {
  readonly id: Id<'workshop_signup'>;
  readonly choiceId: Id<'workshop_choice'>;
  readonly personName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Those who begin it may have the name, and call. */
  readonly shared: boolean;
}

/** Names on the wall of one workshop: as many as the list of the host shows, and so many at a time in a full hall, whoever sends them. */
export const MOST_NAMES = 500;
export const NAMES_AT_A_TIME = { times: 150, minutes: 15 };

/** Words for the wall, first steps and what people take home alike: so many up or waiting, and so many at a time. */
export const MOST_SAID = 500;
export const SAID_AT_A_TIME = NAMES_AT_A_TIME;

/** Those that the host picked; `between`: also all who came from the first of them to the last. `all` in the order they came. */
export function pickedNames<T extends string>(
  all: readonly T[],
  picked: readonly string[],
  between: boolean,
): readonly T[] {
  const at = all.flatMap((id, index) => (picked.includes(id) ? [index] : []));
  if (!between) return at.flatMap((index) => all[index] ?? []);
  const [first] = at;
  const last = at.at(-1);
  return first === undefined || last === undefined ? [] : all.slice(first, last + 1);
}

export const MOST_CHOICES = 12;
export const MOST_PLEDGE = 300;
/** Of one address at one workshop: nobody is to fill another's post with questions. */
export const MOST_STEPS = 3;
export const LONGEST_CHOICE = 80;

/** Something that is to become an initiative or an idea: an option of the sheet, or what somebody wrote. */
export type Seed =
  | { readonly kind: 'box'; readonly cell: Cell }
  | {
      readonly kind: 'words';
      readonly id: Id<'workshop_words'>;
      readonly field: string;
      readonly words: string;
      /** The table has said that others may read them. */
      readonly open: boolean;
    };

/** What became of something, and where it is. */
export interface Onward {
  readonly field: string;
  readonly wordsId: Id<'workshop_words'> | null;
  readonly initiativeId: Id<'initiative'> | null;
  readonly ideaId: Id<'idea'> | null;
}

export const MOST_ONWARD = 30;
const LONGEST_TITLE = 80;

/**
 * A title for the initiative: the option as it stands, or the first words of a note. A title is for all to read, so words that
 * the table has not said yes to have `instead`.
 */
export function titleOf(seed: Seed, instead: string): string {
  const said = seed.kind === 'box' ? seed.cell.text : seed.open ? seed.words : instead;
  const text = said.replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST_TITLE) return text;
  return `${text.slice(0, LONGEST_TITLE - 2).replace(/\s+\S*$/, '')} …`;
}

/** Where a seed has gone already: an option by its name, words by their row. What was an idea first may be an initiative since. */
export function alreadyOnward<O extends Onward>(seed: Seed, onward: readonly O[]): O | null {
  return furthest(
    onward.filter(({ wordsId, field }) =>
      seed.kind === 'box' ? wordsId === null && field === seed.cell.field : wordsId === seed.id,
    ),
  );
}

/** The initiative that an option of the sheets is already; null when it is none. */
export function initiativeOf(field: string, onward: readonly Onward[]): Id<'initiative'> | null {
  return furthest(onward.filter((one) => one.wordsId === null && one.field === field))?.initiativeId ?? null;
}

function furthest<O extends Onward>(same: readonly O[]): O | null {
  return same.find(({ initiativeId }) => initiativeId !== null) ?? same[0] ?? null;
}

/** The day before which each table is to have its own sheet back. */
export function returnBy({ on }: Pick<Workshop, 'on'>): Day {
  return addDays(on, 14);
}

/** The day before which all sheets are to be confirmed. */
export function confirmBy({ on }: Pick<Workshop, 'on'>): Day {
  return addDays(on, 10);
}
