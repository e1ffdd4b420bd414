import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Application, ApplicationId, DecisionResult } from './application.ts';

export type LetterKind = 'receipt' | 'commitment' | 'refusal' | 'waiting_list' | 'municipality';

/** `sent`: by the reader's own channel. `hand`: staff print it and give it. `none`: it waits behind the link. */
export type LetterWay = 'sent' | 'hand' | 'none';

/** A letter that was written about a case. Its words are made from the rows whenever somebody reads it. */
export interface KeptLetter {
  readonly id: Id<'fund_letter'>;
  readonly applicationId: ApplicationId;
  readonly kind: LetterKind;
  readonly decisionId: Id<'fund_decision'> | null;
  readonly language: Language;
  readonly way: LetterWay;
  readonly on: Day;
  readonly handedOn: Day | null;
}

export const LETTER_FOR: Readonly<Record<DecisionResult, 'commitment' | 'refusal' | 'waiting_list'>> = {
  commit: 'commitment',
  wait: 'waiting_list',
  refuse: 'refusal',
};

/** How a letter goes when nothing carries it: staff give it where they know whom to, otherwise it waits behind the link. */
export function wayWithoutPost(application: Pick<Application, 'registeredBy' | 'applicantAddress'>): LetterWay {
  return application.registeredBy !== null || application.applicantAddress !== '' ? 'hand' : 'none';
}
