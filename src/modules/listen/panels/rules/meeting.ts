import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

export interface MeetingWords {
  readonly on: Day;
  /** "17:30". */
  readonly starts: string;
  readonly place: string;
  /** An item a line. */
  readonly agenda: string;
}

export interface Meeting extends MeetingWords {
  readonly id: Id<'panel_meeting'>;
  readonly panelId: Id<'panel'>;
  /** Without names. */
  readonly notes: string;
  readonly version: number;
}

export interface Attendance {
  readonly meetingId: Id<'panel_meeting'>;
  readonly applicationId: Id<'panel_application'>;
  readonly meansTo: boolean | null;
  readonly came: boolean | null;
}

/** "I sagde – vi gjorde". */
export interface Recommendation {
  readonly id: Id<'panel_recommendation'>;
  readonly panelId: Id<'panel'>;
  readonly says: string;
  readonly saidOn: Day;
  readonly answer: string | null;
  readonly answeredOn: Day | null;
  readonly initiativeId: Id<'initiative'> | null;
}

/** What the kitchen is told: how many of each, and no names. Empty answers are no wishes. */
export function tally(wishes: readonly string[]): readonly { readonly wish: string; readonly count: number }[] {
  const counts = new Map<string, { readonly wish: string; count: number }>();
  for (const wish of wishes.map((one) => one.trim()).filter(Boolean)) {
    const found = counts.get(wish.toLowerCase());
    if (found) found.count += 1;
    else counts.set(wish.toLowerCase(), { wish, count: 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.wish < b.wish ? -1 : 1));
}
