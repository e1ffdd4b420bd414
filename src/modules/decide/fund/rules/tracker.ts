import type { Day } from '../../../../kernel/day.ts';
import { type Application, commitmentOf } from './application.ts';

/** The way of a case, like a parcel's. */
const TRACK = ['sent', 'review', 'commitment', 'invoice', 'checked', 'payment', 'paid', 'closed'] as const;
export type TrackStep = (typeof TRACK)[number];

/** What the journal tells of a case's invoices and payments; the modules that write them are not known here. */
export const TRACKED = [
  'invoice.received',
  'invoice.accepted',
  'invoice.returned',
  'invoice.rejected',
  'invoice.undone',
  'payment.approved',
  'payment.exported',
  'payment.bounced',
  'fund.paid',
  'fund.closed',
] as const;
export interface Tracked {
  readonly kind: (typeof TRACKED)[number];
  readonly on: Day;
}

export interface TrackedStep {
  readonly step: TrackStep;
  /** Null: not yet, or nobody wrote down when. */
  readonly on: Day | null;
  readonly state: 'done' | 'now' | 'next';
}

type Days = Partial<Record<TrackStep, Day>>;

/**
 * How far a case has come: every step with its day, the furthest marked as where it is now. `told` is
 * oldest first.
 */
export function trackOf(application: Application, told: readonly Tracked[]): TrackedStep[] {
  const days: Days = { ...daysOfCase(application), ...daysOfBills(told) };
  const paid = application.payments.filter((payment) => payment.amount > 0).at(-1);
  if (paid) days.paid = paid.on;
  if (application.end?.result === 'completed') days.closed = application.end.on;
  const here = TRACK.findLastIndex((step) => days[step] !== undefined);
  // After a no, or when it is called off, nothing more is to come: the way ends where it came to.
  const over = application.end
    ? application.end.result !== 'completed'
    : application.decisions.at(-1)?.result === 'refuse';
  return TRACK.slice(0, over ? here + 1 : undefined).map((step, at) => ({
    step,
    on: days[step] ?? null,
    state: over || at < here ? 'done' : at === here ? 'now' : 'next',
  }));
}

function daysOfCase(application: Application): Days {
  const days: Days = {};
  if (application.submission) days.sent = application.submission.on;
  const looked = [
    ...application.reviews,
    ...application.questions,
    ...application.recommendations,
    ...application.decisions,
  ]
    .map((row) => row.on)
    .sort()[0];
  if (looked) days.review = looked;
  const commitment = commitmentOf(application);
  if (commitment) days.commitment = commitment.on;
  return days;
}

/** What was returned, undone or bounced goes back to where it was before. */
function daysOfBills(told: readonly Tracked[]): Days {
  let days: Days = {};
  for (const { kind, on } of told) {
    if (kind === 'invoice.received') days.invoice = on;
    if (kind === 'invoice.accepted') days = { invoice: on, ...days, checked: on };
    if (kind === 'invoice.undone') delete days.checked;
    if ((kind === 'invoice.returned' || kind === 'invoice.rejected') && !days.checked) delete days.invoice;
    if (kind === 'payment.approved' || kind === 'payment.exported') days.payment ??= on;
    if (kind === 'payment.bounced') days = without(days, 'payment', 'paid');
    if (kind === 'fund.paid') days.paid = on;
    if (kind === 'fund.closed') days.closed = on;
  }
  return days;
}

function without(days: Days, ...steps: readonly TrackStep[]): Days {
  return Object.fromEntries(Object.entries(days).filter(([step]) => !steps.includes(step as TrackStep)));
}
