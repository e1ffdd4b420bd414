import type { Day } from '../../../../kernel/day.ts';
import type { StateRows } from './application.ts';
import { moneyOf, soughtOf } from './money.ts';

/** In the order of a case's life. */
export const STATUSES = [
  'draft',
  'submitted',
  'needs_information',
  'under_review',
  'recommended',
  'waiting_list',
  'committed',
  'partly_committed',
  'on_terms',
  'settled',
  'completed',
  'refused',
  'withdrawn',
  'cancelled',
  'lapsed',
] as const;
export type Status = (typeof STATUSES)[number];

/** Sent in, and nobody has said yes or no. */
export const UNDECIDED: readonly Status[] = ['submitted', 'needs_information', 'under_review', 'recommended'];

/** Where it stood at the end of a day. Total: every set of rows has exactly one status. The store reads the same in SQL. */
export function statusOf(rows: StateRows, today: Day): Status {
  const happened = <Row extends { readonly on: Day }>(row: Row) => row.on <= today;
  if (rows.end && happened(rows.end)) return rows.end.result;
  if (!rows.submission || !happened(rows.submission)) return 'draft';
  const decision = rows.decisions.filter(happened).at(-1);
  if (decision?.result === 'refuse') return 'refused';
  if (decision?.result === 'wait') return 'waiting_list';
  if (decision) {
    const money = moneyOf({
      decisions: [decision],
      releases: rows.releases.filter(happened),
      payments: rows.payments.filter(happened),
      claims: [],
    });
    if (money.paid > 0 && money.remaining === 0) return 'settled';
    if (decision.terms !== '') return 'on_terms';
    return money.committed < soughtOf(rows) ? 'partly_committed' : 'committed';
  }
  const asked = rows.questions.filter(happened);
  if (asked.some((question) => question.answeredOn === null || question.answeredOn > today)) return 'needs_information';
  if (rows.recommendations.some(happened)) return 'recommended';
  return asked.length > 0 || rows.reviews.some(happened) ? 'under_review' : 'submitted';
}
