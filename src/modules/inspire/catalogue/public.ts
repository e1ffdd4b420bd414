import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { CatalogueSpec } from '../../../platform/documents/catalogue.ts';
import type { Web } from '../../../platform/web/web.ts';
import { editionPaper } from './letters/papers.ts';
import { askingRoutes } from './routes/asking.tsx';
import { cardRoutes } from './routes/card.tsx';
import { editingRoutes } from './routes/editing.tsx';
import { houseRoutes } from './routes/house.tsx';
import { listRoutes } from './routes/list.tsx';
import { takingRoutes } from './routes/taking.tsx';
import { voiceRoutes } from './routes/voices.tsx';
import { editionById, editionCards } from './store/editions.ts';
import { questionWords } from './store/questions.ts';
import { cardTitles } from './store/words.ts';
import { turnsOfCatalogue } from './turns.ts';

export { catalogueFigures } from './figures.ts';
export { catalogueHoldings } from './holdings.ts';
export { CATALOGUE_MORNING, catalogueJobs } from './jobs.ts';
export { catalogueJournal } from './journal.ts';
export { catalogueResources } from './resources.ts';
export { besideInitiative, carriedFromCard, carriedFromInitiative, someCards } from './routes/beside.tsx';
export { cardPlace as catalogueCardPlace, cataloguePlace, editionPlace as catalogueEditionPlace } from './urls.ts';
export { OutsideOnFund } from './views/funding.tsx';

/** What the catalogue can want of a person, with what the cards are called. */
export const catalogueTurns = turnsOfCatalogue(cardTitles, questionWords);

/** An edition as the book it is, for whoever has it as an annex. Null when it is not there. */
export async function catalogueEditionPaper(
  tx: TenantDb,
  id: Id<'catalogue_edition'>,
  language: Language,
): Promise<{ readonly id: Id<'catalogue_edition'>; readonly number: number; readonly paper: CatalogueSpec } | null> {
  const edition = await editionById(tx, id);
  if (!edition) return null;
  return { id, number: edition.number, paper: editionPaper(edition, await editionCards(tx, id), language) };
}

/** Every page of the catalogue. */
export function catalogueRoutes(web: Web): void {
  listRoutes(web);
  takingRoutes(web);
  editingRoutes(web);
  houseRoutes(web);
  voiceRoutes(web);
  askingRoutes(web);
  cardRoutes(web);
}
