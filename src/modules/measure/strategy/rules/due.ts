import { addDays, type Day } from '../../../../kernel/day.ts';

/** A measurement is due so many days after its period. It is asked for as soon as the period is over. */
const DUE_AFTER = 14;
/** A plan is asked about so many days before its deadline; what is so many days late goes to the chair. */
export const NOTICE_DAYS = 14;

/** How far the reminding has come: asked, on the day itself, and to the chair. Null: not yet. */
type Urgency = 'asked' | 'today' | 'late';

/** -14, 0 and +14 days around the day it is due. */
export function urgencyOf(due: Day, today: Day): Urgency | null {
  if (today < addDays(due, -NOTICE_DAYS)) return null;
  if (today >= addDays(due, NOTICE_DAYS)) return 'late';
  return today === due ? 'today' : 'asked';
}

export function dueOfPeriod(until: Day): Day {
  return addDays(until, DUE_AFTER);
}
