import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

/** What people are asked about: an event, or an initiative as a whole. */
export type About =
  | { readonly kind: 'event'; readonly id: Id<'event'> }
  | { readonly kind: 'initiative'; readonly id: Id<'initiative'> };

/** One round of questions. Each event and each initiative is asked about once. */
export interface Evaluation {
  readonly id: Id<'evaluation'>;
  readonly about: About;
  /** Opens the questions: eight letters and figures. */
  readonly code: string;
  readonly title: string;
  /** The initiative that it belongs to, or is about. */
  readonly initiativeId: Id<'initiative'> | null;
  /** Its figures count on this day: when the event began, or the link was made. Nobody answers before. */
  readonly on: Day;
  /** The last day on which somebody answers. */
  readonly until: Day;
  readonly calledOff: boolean;
  /** How many households had a message; null while none was sent. */
  readonly askedParties: number | null;
  readonly endedOn: Day | null;
  readonly answers: number;
}

export const CODE_LENGTH = 8;
/** After an event's last day: a reminder on the fridge is forgotten by then, and sign-ups are not deleted yet. */
export const EVENT_DAYS = 14;
/** From the day the link was made: an initiative's people do not meet on one evening. */
export const INITIATIVE_DAYS = 30;

/** `early`: it has not begun. `open`: people answer. `over`: the figures stand. */
export type Stage = 'called_off' | 'early' | 'open' | 'over';

export function stageOf(
  { on, until, calledOff, endedOn }: Pick<Evaluation, 'on' | 'until' | 'calledOff' | 'endedOn'>,
  today: Day,
): Stage {
  if (endedOn) return 'over';
  if (calledOff) return 'called_off';
  if (today < on) return 'early';
  return today <= until ? 'open' : 'over';
}

/** Nobody waits for figures: so many days after the event they are asked, also where nobody has counted yet. */
const ASK_AFTER = 3;
/** What was held longer ago is not asked about by a message: after a long stop, or where old events were typed in. */
const ASK_WITHIN = 7;

/**
 * Is it time to ask those who had signed up? The morning after it was counted, or the third at the latest. Not where
 * nobody came, and never a second time.
 */
export function isTimeToAsk(
  event: {
    readonly until: Day;
    readonly count: { readonly adults: number | null; readonly children: number | null } | null;
  },
  { askedParties, endedOn }: Pick<Evaluation, 'askedParties' | 'endedOn'>,
  today: Day,
): boolean {
  if (askedParties !== null || endedOn !== null) return false;
  if (today <= event.until || today > addDays(event.until, ASK_WITHIN)) return false;
  const { count } = event;
  if (count && count.adults !== null && count.adults + (count.children ?? 0) === 0) return false;
  return count !== null || today >= addDays(event.until, ASK_AFTER);
}

/** Can those who signed up still be asked by a message? */
export function mayBeAsked(
  { about, askedParties, until, endedOn }: Pick<Evaluation, 'about' | 'askedParties' | 'until' | 'endedOn'>,
  today: Day,
): boolean {
  if (about.kind !== 'event' || askedParties !== null || endedOn !== null) return false;
  return today <= addDays(until, ASK_WITHIN - EVENT_DAYS);
}

/** Words that nobody chose to show go so long after the end; the ticks stay. */
export const WORDS_KEPT_DAYS = 365;

export const JOBS = { morning: { name: 'evaluation.morning' } } as const;
