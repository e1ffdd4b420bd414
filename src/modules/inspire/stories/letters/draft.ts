import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { Initiative } from '../../../initiatives/public.ts';
import { type DraftParts, draftFrom } from '../rules/draft.ts';
import type { Known } from '../rules/story.ts';
import { toldText } from '../text/told.ts';

/** A first draft in the house's own language, of what the initiative's rows say. What is few is not told. */
export function draftOf(initiative: Initiative, known: Known, best: string | null, language: Language) {
  const words = toldText(language);
  const done = initiative.steps.filter(({ outcome }) => outcome === 'done');
  const { came, times, helpers, paid } = known;
  const end = initiative.end;
  const parts: DraftParts = {
    title: initiative.title,
    what: initiative.what,
    why: initiative.why,
    steps: done.map(({ says }) => says),
    stepsHeading: words.stepsHeading,
    figures: [
      ...(typeof came === 'number' ? [times > 1 ? words.cameTimes(came, times) : words.came(came)] : []),
      ...(typeof helpers === 'number' ? [words.helped(helpers)] : []),
      ...(paid === null ? [] : [words.paid(formatOre(paid, language))]),
    ],
    learned: end?.words ? words[end.result === 'done' ? 'learned' : 'stopped'](end.words) : '',
    best,
  };
  return draftFrom(parts);
}
