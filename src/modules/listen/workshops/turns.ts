import type { Telling } from '../../../platform/journal/journal.ts';
import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import { checkingPlace, pledgesPlace, quotesPlace } from './urls.ts';

/** What a workshop can want of somebody. What it is called lies on its row; `ofTables`: the same, asked by a table. */
export const turnsOfWorkshops = (names: AskWords, ofTables: AskWords): TurnKinds => ({
  'workshop.confirm': {
    sentence: (t) => words(t).turnConfirm,
    action: (language) => toldText(language).turnConfirmAction,
    place: ({ id }) => checkingPlace({ id }),
    more: names,
    errand: true,
  },
  'workshop.quotes': {
    sentence: (t) => words(t).turnQuotes,
    action: (language) => toldText(language).turnQuotesAction,
    place: ({ id }) => quotesPlace({ id }),
    more: names,
    errand: true,
  },
  'workshop.host_quotes': {
    sentence: (t) => words(t).turnHostQuotes,
    action: (language) => toldText(language).turnHostQuotesAction,
    place: (_subject, facts) => quotesPlace({ id: String(facts.workshop) }),
    more: ofTables,
  },
  'workshop.pledges': {
    sentence: (t) => words(t).turnPledges,
    action: (language) => toldText(language).turnPledgesAction,
    place: ({ id }) => pledgesPlace({ id }),
    more: names,
    errand: true,
  },
});

function words({ language }: Telling) {
  return toldText(language);
}
