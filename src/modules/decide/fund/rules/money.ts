import type { Day } from '../../../../kernel/day.ts';
import { type Ore, sumOre, toOre, ZERO_ORE } from '../../../../kernel/money.ts';
import type { Application, ApplicationId, StateRows } from './application.ts';

/** What everything costs. */
export function budgetOf(page: Pick<StateRows, 'lines'>): Ore {
  return sumOre(page.lines.map((line) => line.amount));
}

/** What is asked of the fund: the budget less what others give. */
export function soughtOf(page: Pick<StateRows, 'lines' | 'otherMoney'>): Ore {
  return toOre(Math.max(0, budgetOf(page) - page.otherMoney));
}

/**
 * The money of one case: promised, given back, paid, set aside for accepted invoices, and what remains for others. What
 * a credit note will bring (`credited`) counts first when it has come.
 */
export function moneyOf(rows: Pick<StateRows, 'decisions' | 'releases' | 'payments'> & Pick<Application, 'claims'>) {
  const committed = sumOre(rows.decisions.map((decision) => decision.amount ?? ZERO_ORE));
  const released = sumOre(rows.releases.map((release) => release.amount));
  const paid = sumOre(rows.payments.map((payment) => payment.amount));
  const waiting = rows.claims.filter((claim) => claim.open).map((claim) => claim.amount);
  const claimed = sumOre(waiting.filter((amount) => amount > 0));
  const credited = toOre(-sumOre(waiting.filter((amount) => amount < 0)));
  return { committed, released, paid, claimed, credited, remaining: toOre(committed - released - paid - claimed) };
}

/** The sums of one period, each of which can be opened to its rows. */
export interface Ledger {
  readonly total: Ore;
  readonly toppedUp: Ore;
  readonly carriedIn: Ore;
  readonly carriedOut: Ore;
  readonly committed: Ore;
  readonly released: Ore;
  readonly paid: Ore;
  /** What the projects that were promised something find elsewhere: departments' and others' money, never the fund's. */
  readonly other: Ore;
}

/** Money that left, or is about to, cannot be taken back. */
export function untouchedRefusal(rows: Parameters<typeof moneyOf>[0]): 'paid_already' | 'claimed' | null {
  const { paid, claimed } = moneyOf(rows);
  if (paid > 0) return 'paid_already';
  return claimed > 0 ? 'claimed' : null;
}

export function availableOf(ledger: Ledger): Ore {
  const { total, toppedUp, carriedIn, carriedOut, committed, released } = ledger;
  return toOre(total + toppedUp + carriedIn - carriedOut - (committed - released));
}

export const POST_KINDS = ['topped_up', 'carried_in', 'carried_out', 'committed', 'released'] as const;
/** What moves the balance; what was paid, and what applicants found elsewhere, stand beside it. */
export type Post = (typeof POST_KINDS)[number] | 'paid' | 'other';

/** One row behind a sum: what came in is above nought, what went out below. */
export interface LedgerRow {
  readonly kind: Post;
  readonly id: string;
  readonly on: Day;
  readonly amount: Ore;
  readonly applicationId: ApplicationId | null;
  /** The application's title, or the reference of the decision. */
  readonly words: string;
  /** What is left after it; null for what does not move the balance. */
  readonly left: Ore | null;
}

export const POSTS_A_PAGE = 50;
