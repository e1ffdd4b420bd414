import type { Id } from '../../../../kernel/id.ts';
import { type Ore, sumOre } from '../../../../kernel/money.ts';
import type { Application, ApplicationId } from './application.ts';
import { soughtOf } from './money.ts';
import type { Policy } from './policy.ts';

/** Another live case that has something in common with this one. */
export interface SimilarCase {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly reference: string;
  readonly title: string;
  readonly sameActivity: boolean;
  readonly sameApplicant: boolean;
  /** Promised, or (while nobody has answered) asked for. */
  readonly amount: Ore;
}

export interface Warning {
  readonly why: 'activity' | 'applicant';
  readonly other: SimilarCase;
}

/** The same activity twice; or several small ones by one applicant that together pass what one project can have. */
export function warningsOf(
  application: Application,
  policy: Pick<Policy, 'projectMax'> | null,
  others: readonly SimilarCase[],
): readonly Warning[] {
  const activity = others.filter((one) => one.sameActivity);
  const split = others.filter((one) => one.sameApplicant && !one.sameActivity && one.fundId === application.fundId);
  const together = sumOre([soughtOf(application), ...split.map((one) => one.amount)]);
  return [
    ...activity.map((other): Warning => ({ why: 'activity', other })),
    ...(policy && together > policy.projectMax ? split.map((other): Warning => ({ why: 'applicant', other })) : []),
  ];
}
