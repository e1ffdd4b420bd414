import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

/** The catalogue as it was on a day. */
export interface Edition {
  readonly id: Id<'catalogue_edition'>;
  readonly number: number;
  readonly foreword: string;
  readonly on: Day;
  readonly cards: number;
}
