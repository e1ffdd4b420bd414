import type { Web } from '../../../platform/web/web.ts';
import { checkingRoutes } from './routes/checking.tsx';
import { doorRoutes } from './routes/doors.tsx';
import { invitationRoutes } from './routes/invitations.tsx';
import { linkRoutes } from './routes/link.tsx';
import { moreOnPage } from './routes/on-page.tsx';
import { onwardRoutes } from './routes/onward.tsx';
import { ownTableRoutes } from './routes/own-table.tsx';
import { photoRoutes } from './routes/photos.tsx';
import { planRoutes } from './routes/plan.tsx';
import { pledgeCardRoutes } from './routes/pledge-cards.tsx';
import { quoteRoutes } from './routes/quotes.tsx';
import { resultRoutes } from './routes/results.tsx';
import { sheetRoutes } from './routes/sheets.tsx';
import { tableRoutes } from './routes/tables.tsx';
import { moreOnLink, wallRoutes } from './routes/wall.tsx';
import { workshopRoutes } from './routes/workshops.tsx';
import { tableWorkshopNames, workshopNames } from './store/workshop-names.ts';
import { turnsOfWorkshops } from './turns.ts';
import {
  answerQuotePlace,
  FORMS_BY_CODE,
  ownSheetPlace,
  PAGES_BY_CODE,
  quotesPlace,
  resultPdfPlace,
  resultPlace,
  workshopPlace,
  workshopsPlace,
} from './urls.ts';

export { workshopsFigures } from './figures.ts';
export { workshopsHoldings } from './holdings.ts';
export { workshopsJobs } from './jobs.ts';
export { workshopsJournal } from './journal.ts';
export { JOBS as WORKSHOPS_JOBS } from './rules/jobs.ts';
export { resultPlace, workshopsPlace };

/**
 * What a guest may come to here: the workshops that hang on what they are invited to, and all that whoever holds a code comes
 * to without an account.
 */
export const WORKSHOP_GUEST_PAGES = [
  workshopsPlace,
  workshopPlace,
  resultPlace,
  resultPdfPlace,
  ownSheetPlace,
  quotesPlace,
  ...PAGES_BY_CODE,
];
export const WORKSHOP_GUEST_FORMS = [answerQuotePlace, ...FORMS_BY_CODE];

/** What workshops can want of a person, with what they are called. */
export const workshopsTurns = turnsOfWorkshops(workshopNames, tableWorkshopNames);

/** Workshops: from the printed sheet to what came of it. */
export function workshopsRoutes(web: Web): void {
  workshopRoutes(web, moreOnPage);
  doorRoutes(web);
  tableRoutes(web);
  sheetRoutes(web);
  photoRoutes(web);
  checkingRoutes(web);
  linkRoutes(web, moreOnLink);
  ownTableRoutes(web);
  wallRoutes(web);
  resultRoutes(web);
  onwardRoutes(web);
  pledgeCardRoutes(web);
  quoteRoutes(web);
  planRoutes(web);
  invitationRoutes(web);
}
