import { addDays, type Day } from '../../../kernel/day.ts';

/** A fund of a year from today, a first deadline in six weeks, and answers three weeks later. */
export interface Proposal {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly closesOn: Day;
  readonly answersOn: Day;
}

const DAYS_TO_APPLY = 42;
const DAYS_TO_ANSWER = 21;

export function proposalFrom(today: Day): Proposal {
  const closesOn = addDays(today, DAYS_TO_APPLY);
  return {
    startsOn: today,
    endsOn: addDays(today, 364),
    closesOn,
    answersOn: addDays(closesOn, DAYS_TO_ANSWER),
  };
}
