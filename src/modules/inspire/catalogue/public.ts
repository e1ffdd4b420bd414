import type { Web } from '../../../platform/web/web.ts';
import { cardRoutes } from './routes/card.tsx';
import { editingRoutes } from './routes/editing.tsx';
import { houseRoutes } from './routes/house.tsx';
import { listRoutes } from './routes/list.tsx';
import { takingRoutes } from './routes/taking.tsx';
import { cardTitles } from './store/words.ts';
import { turnsOfCatalogue } from './turns.ts';

export { catalogueHoldings } from './holdings.ts';
export { CATALOGUE_MORNING, catalogueJobs } from './jobs.ts';
export { catalogueJournal } from './journal.ts';
export { catalogueResources } from './resources.ts';
export { besideInitiative, carriedFromCard, carriedFromInitiative, someCards } from './routes/beside.tsx';
export { cataloguePlace } from './urls.ts';
export { OutsideOnFund } from './views/funding.tsx';

/** What the catalogue can want of a person, with what the cards are called. */
export const catalogueTurns = turnsOfCatalogue(cardTitles);

/** Every page of the catalogue. */
export function catalogueRoutes(web: Web): void {
  listRoutes(web);
  takingRoutes(web);
  editingRoutes(web);
  houseRoutes(web);
  cardRoutes(web);
}
