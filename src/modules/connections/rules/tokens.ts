import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';

export type TokenId = Id<'api_token'>;

/** So that whoever finds one in a log or a repository knows what it is. */
export const TOKEN_START = 'grobund_';
/** That are open in one house at a time: as many as somebody looks through. */
export const MOST_TOKENS = 50;
export const NAME_LENGTH = 80;
export const REASON_LENGTH = 400;

/** For how long a token opens, in days: what the form offers. The longest is a year, so that each is thought of again. */
export const TERMS = [30, 90, 365] as const;
export type Term = (typeof TERMS)[number];

/** So many questions from one token in so many minutes; and so many with a wrong one from one device. */
export const RATE = { times: 600, minutes: 10 } as const;
export const WRONG_RATE = { times: 60, minutes: 10 } as const;

export interface Token {
  readonly id: TokenId;
  readonly name: string;
  readonly areas: readonly string[];
  readonly reason: string;
  readonly madeAt: Date;
  /** Answers for it: what it reads of people is written down as theirs. */
  readonly keeper: Id<'person'>;
  /** The keeper is of the secretariat today. */
  readonly kept: boolean;
  readonly expiresOn: Day;
  readonly lastUsedAt: Date | null;
  readonly endedAt: Date | null;
}

/** `unkept`: whoever answered for it is no longer of the secretariat. It opens nothing until a colleague takes it over. */
export type TokenState = 'open' | 'unkept' | 'expired' | 'ended';

export function tokenState(
  { endedAt, expiresOn, kept }: Pick<Token, 'endedAt' | 'expiresOn' | 'kept'>,
  today: Day,
): TokenState {
  if (endedAt) return 'ended';
  if (expiresOn < today) return 'expired';
  return kept ? 'open' : 'unkept';
}

export function lastDayOf(term: Term, today: Day): Day {
  return addDays(today, term);
}
