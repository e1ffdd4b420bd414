import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';

export type ApplicationId = Id<'fund_application'>;

/** One sent case as far as its end is concerned: read from the fund's rows and ours. */
export interface EndingCase {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly prefix: string;
  readonly number: number;
  readonly title: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly startsOn: Day | null;
  /** Its last day, or its only one. */
  readonly lastDay: Day | null;
  /** What was last decided, if anything. */
  readonly decided: 'commit' | 'wait' | 'refuse' | null;
  readonly recommended: boolean;
  readonly committed: Ore;
  readonly released: Ore;
  readonly paid: Ore;
  /** Set aside for accepted invoices that are not paid yet. */
  readonly claimed: Ore;
  /** Of accepted credit notes whose money has not come yet. It frees nothing before it does. */
  readonly credited: Ore;
  /** An invoice has come, whatever became of it. */
  readonly invoiced: boolean;
  readonly expiresOn: Day | null;
  readonly ended: boolean;
  readonly reportDueDays: number;
  readonly decidingRole: 'organisation_board' | 'consultant' | 'secretariat' | 'municipal_officer';
  readonly feedback: boolean;
  readonly waived: boolean;
  /** Somebody chose not to release before that day. */
  readonly waitUntil: Day | null;
  readonly carrierId: Id<'person'> | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** In which it was applied. */
  readonly language: Language;
}

/** What can still be paid or released. */
export function remainingOf(one: Pick<EndingCase, 'committed' | 'released' | 'paid' | 'claimed'>): Ore {
  return toOre(one.committed - one.released - one.paid - one.claimed);
}

/** Money is on its way out or back: nothing can be ended before it is there. */
export function isMoneyMoving({ claimed, credited }: Pick<EndingCase, 'claimed' | 'credited'>): boolean {
  return claimed !== 0 || credited !== 0;
}

/** A commitment that still stands. */
export function isOpen(one: Pick<EndingCase, 'decided' | 'ended'>): boolean {
  return one.decided === 'commit' && !one.ended;
}
