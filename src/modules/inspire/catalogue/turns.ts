import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import { voicesText } from './text/voices.ts';
import { cardPlace, questionPlace } from './urls.ts';

/** What the catalogue can want of a person; `titles` asks what the cards are called, `questions` what was asked. */
export const turnsOfCatalogue = (titles: AskWords, questions: AskWords): TurnKinds => ({
  'catalogue.operations': {
    sentence: (t) => voicesText(t.language).turnOperations,
    action: (language) => voicesText(language).turnOperationsAction,
    place: (subject) => cardPlace({ id: subject.id }),
    more: titles,
    errand: true,
  },
  'catalogue.question': {
    names: { asker: 'person' },
    sentence: (t) => voicesText(t.language).turnQuestion(t.name('person', String(t.facts.asker))),
    action: (language) => voicesText(language).turnQuestionAction,
    place: (subject) => questionPlace({ question: subject.id }),
    more: questions,
  },
  'catalogue.proposal': {
    sentence: (t) => toldText(t.language).turnProposal,
    action: (language) => toldText(language).turnProposalAction,
    place: (subject) => cardPlace({ id: subject.id }),
    more: titles,
    errand: true,
  },
  'catalogue.review': {
    sentence: (t) => toldText(t.language).turnReview,
    action: (language) => toldText(language).turnReviewAction,
    place: (subject) => cardPlace({ id: subject.id }),
    more: titles,
    errand: true,
  },
});
