import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

/** What evaluations leave in the journal: never an answer, nor that one came. */
export const evaluationJournal: JournalKinds = {
  'evaluation.opened': staff((t) => words(t).opened(t.actor)),
  'evaluation.asked': staff((t) => words(t).asked(Number(t.facts.parties))),
  'evaluation.slip_typed': {
    ...staff((t) => words(t).slipTyped(t.actor)),
    together: (t, all) => words(t).slipsTyped(t.actor, all.length),
  },
  'evaluation.ended': { audience: 'public', icon: 'chat', sentence: endedSentence },
  'evaluation.ended_few': staff((t) => words(t).endedFew),
  'evaluation.restarted': staff((t) => words(t).restarted(t.actor)),
  'evaluation.words_shown': staff((t) => words(t).wordsShown(t.actor)),
  'evaluation.words_hidden': staff((t) => words(t).wordsHidden(t.actor)),
};

function staff(sentence: (telling: Telling) => string): EntryKind {
  return { audience: 'staff', icon: 'chat', sentence };
}

function words({ language }: Telling) {
  return toldText(language);
}

function endedSentence(telling: Telling): string {
  const { answers, liked, metNew } = telling.facts;
  return [
    words(telling).ended(Number(answers)),
    typeof liked === 'number' ? words(telling).endedLiked(liked) : '',
    typeof metNew === 'number' ? words(telling).endedMet(metNew) : '',
  ].join('');
}
