import type { Channel } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { EndingCase } from './case.ts';

/** The three answers. */
export interface Answers {
  readonly came: number;
  readonly best: string;
  readonly differently: string;
}

export interface Feedback extends Answers {
  readonly id: Id<'fund_feedback'>;
  readonly on: Day;
  readonly channel: Channel;
  /** How often it has been corrected. */
  readonly corrections: number;
  /** Everybody may read what was best. */
  readonly shown: boolean;
}

export const MOST_WORDS = 600;
export const MOST_CAME = 100_000;

/** What is typed and not sent, as it was typed. */
export interface FeedbackDraft {
  readonly came: string;
  readonly best: string;
  readonly differently: string;
}

export type FeedbackRefusal = 'not_committed' | 'not_held_yet' | 'ended';

/** Told when it has begun, also long after the case was closed, but not where nothing was held. */
export function feedbackRefusal(
  one: Pick<EndingCase, 'decided' | 'startsOn'>,
  end: 'withdrawn' | 'cancelled' | 'lapsed' | 'completed' | null,
  today: Day,
): FeedbackRefusal | null {
  if (one.decided !== 'commit') return 'not_committed';
  if (end !== null && end !== 'completed') return 'ended';
  return one.startsOn === null || one.startsOn > today ? 'not_held_yet' : null;
}

/**
 * Does a code still lead to the three questions? While the case is open, and `days` after its last: a card that is found
 * in a drawer later opens nothing. Signed in, or by way of staff, one can still tell.
 */
export function codeWorks(endedOn: Day | null, days: number, today: Day): boolean {
  return endedOn === null || today <= addDays(endedOn, days);
}

/** How many came, as everybody may know it: null where it is so few that they could be known. */
export function cameShown(came: number): number | null {
  return came < FEWEST ? null : came;
}

/** Who is on a picture: nobody who can be known, grown-ups who said yes, or children whose parents said yes. */
export const ON_PHOTO = ['nobody', 'adults', 'children'] as const;
export type OnPhoto = (typeof ON_PHOTO)[number];

export interface Photo {
  readonly id: Id<'fund_photo'>;
  readonly applicationId: EndingCase['id'];
  readonly fileId: Id<'file'>;
  readonly smallFileId: Id<'file'>;
  readonly alt: string;
  readonly people: OnPhoto;
  readonly mayBePublic: boolean;
  readonly on: Day;
  readonly shown: boolean;
}

export const MOST_PHOTOS = 6;
