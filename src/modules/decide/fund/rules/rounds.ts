import type { Day } from '../../../../kernel/day.ts';
import type { Decision } from './deciding.ts';
import type { MeetingCase } from './meetings.ts';

/** Applications that came until one day, and are decided together after it. */
export interface Round {
  readonly closesOn: Day;
  readonly answersOn: Day;
  /** How many came in it, and how many of them wait for an answer. */
  readonly count: number;
  readonly open: number;
}

/** Nobody is answered before everybody has had the time to apply. */
export function isClosed(round: Pick<Round, 'closesOn'>, today: Day): boolean {
  return round.closesOn < today;
}

/** The decision that follows the advice; null when nobody has advised, a question is open, or there is an answer already. */
export function asAdvised({ advice, status }: Pick<MeetingCase, 'advice' | 'status'>): Decision | null {
  if (!advice || status !== 'recommended') return null;
  const { words } = advice;
  if (advice.advice === 'wait') return { result: 'wait', words };
  if (advice.advice === 'refuse') return { result: 'refuse', reason: advice.reason ?? 'other', words };
  return advice.amount === null ? null : { result: 'commit', amount: advice.amount, terms: advice.terms, words };
}
