import type { ProjectOutcome, SpanFigures, YearProject } from '../../../decide/results/public.ts';

/** The figures that are money, in the order they come. */
export const MONEY_KINDS = ['sought', 'committed', 'paid', 'released'] as const;

/** "92 %" of what was answered came in time; null where nothing was answered. */
export function shareOf({ kept, answered }: SpanFigures['answers']): string | null {
  return answered === 0 ? null : `${Math.round((100 * kept) / answered)} %`;
}

interface OutcomeWords {
  readonly outcomes: Readonly<Record<ProjectOutcome, string>>;
  readonly closedUntold: string;
}

/** What became of a project, in words. Closed without anybody having told is said as it is. */
export function outcomeText({ outcome, came }: Pick<YearProject, 'outcome' | 'came'>, words: OutcomeWords): string {
  return outcome === 'closed' && came === null ? words.closedUntold : words.outcomes[outcome];
}

/** How many came, as it may be read; a dash where nobody has told. */
export function cameText(came: YearProject['came'], words: { readonly fewCame: string }): string {
  if (came === null) return '–';
  return came === 'few' ? words.fewCame : String(came);
}
