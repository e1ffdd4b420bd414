import { cardTitles } from './store/words.ts';
import { turnsOfCatalogue } from './turns.ts';

export { catalogueHoldings } from './holdings.ts';
export { CATALOGUE_MORNING, catalogueJobs } from './jobs.ts';
export { catalogueJournal } from './journal.ts';
export { atHomePlace, cataloguePlace, outsidePlace } from './urls.ts';

/** What the catalogue can want of a person, with what the cards are called. */
export const catalogueTurns = turnsOfCatalogue(cardTitles);
