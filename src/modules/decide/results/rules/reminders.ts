import { addDays, type Day } from '../../../../kernel/day.ts';
import { type EndingCase, isMoneyMoving, isOpen, remainingOf } from './case.ts';

/** When a fund reminds, in days. */
export interface ReminderDays {
  /** Before the activity, while nothing is decided. */
  readonly undecided: number;
  /** After it, when no invoice has come. */
  readonly invoice: number;
  /** After it, when money is left: it is proposed to release it. */
  readonly release: number;
  /** After the case was closed: so long the code for the three questions works. */
  readonly feedback: number;
}

export const USUAL_DAYS: ReminderDays = { undecided: 14, invoice: 30, release: 60, feedback: 90 };

/** In the order of a case's life. */
export const REMINDERS = ['undecided', 'feedback', 'feedback_late', 'no_invoice', 'release'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** One thing to be said, and the day it fell due: under the two it is remembered that it was said. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly forDay: Day;
}

/**
 * What is to be said about a case today. The same answer however often one asks, and on whichever later day while it
 * still holds: what has been said already is known by `kind` and `forDay`.
 */
export function remindersDue(one: EndingCase, days: ReminderDays, today: Day): readonly Reminder[] {
  return REMINDERS.flatMap((kind): Reminder[] => {
    const forDay = DUE[kind](one, days, today);
    return forDay && forDay <= today ? [{ kind, forDay }] : [];
  });
}

type Due = (one: EndingCase, days: ReminderDays, today: Day) => Day | null;

const DUE: Readonly<Record<ReminderKind, Due>> = {
  /** Once the activity has begun, nothing can be promised any more. */
  undecided({ startsOn, decided, ended }, { undecided }, today) {
    const open = !ended && (decided === null || decided === 'wait');
    return open && startsOn && startsOn > today ? addDays(startsOn, -undecided) : null;
  },
  feedback: (one) => (awaitsFeedback(one) ? addDays(one.lastDay as Day, 1) : null),
  feedback_late: (one) => (awaitsFeedback(one) ? addDays(one.lastDay as Day, one.reportDueDays + 1) : null),
  /** When it is time to speak of releasing, one no longer asks for invoices. */
  no_invoice(one, { invoice, release }, today) {
    if (!isOpen(one) || !one.lastDay || isSpent(one)) return null;
    return addDays(one.lastDay, release) <= today ? null : addDays(one.lastDay, invoice);
  },
  release(one, { release }) {
    if (!isOpen(one) || !one.lastDay || isMoneyMoving(one) || remainingOf(one) <= 0) return null;
    const due = addDays(one.lastDay, release);
    return one.waitUntil && one.waitUntil > due ? one.waitUntil : due;
  },
};

/** The day on which the three answers should have come. */
export function feedbackDueOn(one: Pick<EndingCase, 'lastDay' | 'reportDueDays'>): Day | null {
  return one.lastDay && addDays(one.lastDay, one.reportDueDays);
}

function awaitsFeedback(one: EndingCase): boolean {
  return isOpen(one) && one.lastDay !== null && !one.feedback && !one.waived;
}

function isSpent(one: EndingCase): boolean {
  return one.invoiced || one.paid !== 0 || isMoneyMoving(one);
}
