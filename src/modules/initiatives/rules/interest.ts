import type { Id } from '../../../kernel/id.ts';

/** Somebody who wants to join in, and has said yes to hearing from those who drive it. They need no account. */
export interface Interest {
  readonly id: Id<'initiative_interest'>;
  readonly personName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Somebody who drives it has called or written. */
  readonly called: boolean;
}

/** A name and where it is reached: one of the two at least. */
export interface Joining {
  readonly personName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** As many as a page shows; a room of people seldom writes more on one thing. */
export const MOST_SHOWN = 200;
