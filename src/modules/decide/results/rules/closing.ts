import type { Day } from '../../../../kernel/day.ts';
import { type EndingCase, isMoneyMoving, isOpen, remainingOf } from './case.ts';
import { type ReminderDays, remindersDue } from './reminders.ts';

/**
 * Is the case ready to be closed? `now`: everything is told and nothing more can come. `offer`: everything that came is
 * paid, but money is left, and another invoice may still be on its way until the commitment's last day: somebody says so.
 */
export function closingOf(one: EndingCase, today: Day): 'now' | 'offer' | null {
  if (!isOpen(one) || !one.lastDay || one.lastDay >= today) return null;
  if (!(one.feedback || one.waived) || isMoneyMoving(one)) return null;
  const left = remainingOf(one);
  if (left > 0 && one.paid <= 0) return null;
  return left === 0 || (one.expiresOn !== null && one.expiresOn < today) ? 'now' : 'offer';
}

/** What is lacking in a case, for the consultant's list. */
export const LACKS = ['undecided', 'no_invoice', 'feedback', 'release', 'close'] as const;
export type Lack = (typeof LACKS)[number];

/** A case may lack several things. The store finds the same in SQL; a property test holds the two together. */
export function lacksOf(one: EndingCase, days: ReminderDays, today: Day): readonly Lack[] {
  const due = remindersDue(one, days, today).map(({ kind }) => kind as string);
  return LACKS.filter((lack) => (lack === 'close' ? closingOf(one, today) !== null : due.includes(lack)));
}
