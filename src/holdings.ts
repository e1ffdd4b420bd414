import { eventsHoldings } from './modules/act/events/public.ts';
import { tasksHoldings } from './modules/act/tasks/public.ts';
import { connectionsHoldings } from './modules/connections/public.ts';
import { fundHoldings } from './modules/decide/fund/public.ts';
import { invoicesHoldings } from './modules/decide/invoices/public.ts';
import { paymentsHoldings } from './modules/decide/payments/public.ts';
import { resultsHoldings } from './modules/decide/results/public.ts';
import { gatheringsHoldings } from './modules/gatherings/public.ts';
import { housesHoldings } from './modules/houses/public.ts';
import { housingHoldings } from './modules/housing/public.ts';
import { initiativesHoldings } from './modules/initiatives/public.ts';
import { catalogueHoldings } from './modules/inspire/catalogue/public.ts';
import { storiesHoldings } from './modules/inspire/stories/public.ts';
import { panelsHoldings } from './modules/listen/panels/public.ts';
import { workshopsHoldings } from './modules/listen/workshops/public.ts';
import { evaluationHoldings } from './modules/measure/evaluation/public.ts';
import { reportsHoldings } from './modules/measure/reports/public.ts';
import { strategyHoldings } from './modules/measure/strategy/public.ts';
import { privacyHoldings } from './modules/privacy/public.ts';
import { setupHoldings } from './modules/setup/public.ts';
import { sharingHoldings } from './modules/sharing/public.ts';
import { signinHoldings } from './modules/signin/public.ts';
import { tenancyImportHoldings } from './modules/tenancy-import/public.ts';
import { turnsHoldings } from './modules/turns/public.ts';
import type { Activity } from './platform/privacy/holdings.ts';
import { platformHoldings } from './platform/privacy/platform-holdings.ts';

/** Everything that is kept of people, table by table; `holdings.test.ts` fails for a column that nobody tells of. */
export const HOLDINGS: readonly Activity[] = [
  housingHoldings,
  initiativesHoldings,
  catalogueHoldings,
  storiesHoldings,
  eventsHoldings,
  tasksHoldings,
  fundHoldings,
  resultsHoldings,
  invoicesHoldings,
  paymentsHoldings,
  strategyHoldings,
  evaluationHoldings,
  reportsHoldings,
  turnsHoldings,
  signinHoldings,
  setupHoldings,
  tenancyImportHoldings,
  gatheringsHoldings,
  panelsHoldings,
  workshopsHoldings,
  housesHoldings,
  sharingHoldings,
  connectionsHoldings,
  privacyHoldings,
  platformHoldings,
];
