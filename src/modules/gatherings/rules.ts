import { addDays, type Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';

export const GATHERING_KINDS = ['partnership', 'workshop', 'conference'] as const;
export type GatheringKind = (typeof GATHERING_KINDS)[number];

export const PARTS = ['participant', 'organiser', 'table_host', 'speaker', 'observer'] as const;
export type Part = (typeof PARTS)[number];

/** A workshop, a conference or a partnership that this house is host of. */
export interface Gathering {
  readonly id: Id<'gathering'>;
  readonly kind: GatheringKind;
  readonly name: string;
  readonly about: string;
  readonly programme: string;
  readonly place: string;
  readonly from: Day;
  /** The last day; the guests can read on for `graceDays`. */
  readonly until: Day;
  readonly graceDays: number;
  readonly openedBy: Id<'person'> | null;
  readonly version: number;
}

export type GatheringWords = Omit<Gathering, 'id' | 'openedBy' | 'version'>;

/** Somebody who takes part. */
export interface Guest {
  readonly id: Id<'gathering_guest'>;
  readonly personId: Id<'person'>;
  readonly organisationId: Id<'organisation'>;
  readonly part: Part;
  /** May the other guests see their name? Null: they have not said. */
  readonly named: boolean | null;
  readonly ended: boolean;
  /** They can be sent a code; who cannot signs in by a card. */
  readonly hasAddress: boolean;
  readonly hasCard: boolean;
}

export interface Note {
  readonly id: Id<'gathering_note'>;
  readonly personId: Id<'person'>;
  readonly words: string;
  readonly at: Date;
}

export interface Paper {
  readonly id: Id<'gathering_paper'>;
  readonly fileId: Id<'file'>;
  readonly title: string;
  readonly addedOn: Date;
}

/** `closed`: the days of grace are over, and no guest can see it. */
export type Stage = 'coming' | 'going' | 'over' | 'closed';

export function stageOf(
  { from, until, graceDays }: Pick<Gathering, 'from' | 'until' | 'graceDays'>,
  today: Day,
): Stage {
  if (today < from) return 'coming';
  if (today <= until) return 'going';
  return today <= guestsUntil({ until, graceDays }) ? 'over' : 'closed';
}

/** The last day on which guests can come in. */
export function guestsUntil({ until, graceDays }: Pick<Gathering, 'until' | 'graceDays'>): Day {
  return addDays(until, graceDays);
}

export const GRACE_DAYS = 30;
export const MOST_WORDS = 4000;
export const MOST_GUESTS = 200;
/** On one table. Speakers lay them there too, and nobody is to fill the disk. */
export const MOST_PAPERS = 50;
export const ROWS_A_PAGE = 50;

/** A card's code: ten letters and figures; so many sign-ins by one card, and so many wrong codes an hour in the house. */
export const CARD_LENGTH = 10;
export const CARD_USES = 20;
export const WRONG_CARDS = { times: 200, minutes: 60 } as const;

/** How a reader stands to it: of the staff who host it, or as one who takes part. */
export interface Seat {
  readonly host: boolean;
  readonly guest: Guest | null;
}
