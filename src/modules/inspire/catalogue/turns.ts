import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import { cardPlace } from './urls.ts';

/** What the catalogue can want of a person; `titles` asks what the cards are called. */
export const turnsOfCatalogue = (titles: AskWords): TurnKinds => ({
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
