import type { Day } from '../../../../kernel/day.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Category } from './card.ts';

export const FUNDING_A_PAGE = 50;

export interface FundingWords {
  readonly name: string;
  readonly supports: string;
  readonly whoMay: string;
  readonly terms: string;
}

/** Somewhere else to seek money. */
export interface Funding {
  readonly id: Id<'outside_funding'>;
  readonly url: string;
  readonly deadlineOn: Day | null;
  readonly categories: readonly Category[];
  /** Invented: it shows what such a line looks like, and nobody can apply there. */
  readonly example: boolean;
  readonly checkedOn: Day | null;
  readonly version: number;
  readonly words: Readonly<Partial<Record<Language, FundingWords>>>;
}

/** Nobody has looked for a year, or its day is past: it may have changed. */
export function isStale({ checkedOn, deadlineOn }: Pick<Funding, 'checkedOn' | 'deadlineOn'>, today: Day): boolean {
  return checkedOn === null || checkedOn < addDays(today, -365) || (deadlineOn !== null && deadlineOn < today);
}

export function fundingIn(
  { words }: Pick<Funding, 'words'>,
  language: Language,
): FundingWords & { readonly lang: Language } {
  const other: Language = language === 'da' ? 'en' : 'da';
  const lang = words[language] ? language : other;
  const own = words[lang];
  if (!own) throw new Error('Cannot read outside funding that has no words');
  return { ...own, lang };
}
