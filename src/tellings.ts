import type { Language } from './kernel/language.ts';
import { eventsJournal, eventsTurns } from './modules/act/events/public.ts';
import { tasksJournal, tasksTurns } from './modules/act/tasks/public.ts';
import { connectionsJournal, connectionsTurns } from './modules/connections/public.ts';
import { fundJournal, fundTurns } from './modules/decide/fund/public.ts';
import { invoicesJournal, invoicesTurns } from './modules/decide/invoices/public.ts';
import { paymentsJournal, paymentsTurns } from './modules/decide/payments/public.ts';
import { resultsJournal, resultsTurns } from './modules/decide/results/public.ts';
import { gatheringsJournal, gatheringsTurns } from './modules/gatherings/public.ts';
import { housesJournal } from './modules/houses/public.ts';
import { displayNames, housingJournal } from './modules/housing/public.ts';
import { initiativesJournal, initiativesTurns, titlesAsked } from './modules/initiatives/public.ts';
import { catalogueJournal, catalogueTurns } from './modules/inspire/catalogue/public.ts';
import { storiesJournal, storiesTurns } from './modules/inspire/stories/public.ts';
import { panelsJournal, panelsTurns } from './modules/listen/panels/public.ts';
import { workshopsJournal, workshopsTurns } from './modules/listen/workshops/public.ts';
import { evaluationJournal } from './modules/measure/evaluation/public.ts';
import { reportsJournal } from './modules/measure/reports/public.ts';
import { strategyJournal, strategyTurns } from './modules/measure/strategy/public.ts';
import { privacyJournal, privacyTurns } from './modules/privacy/public.ts';
import { setupJournal } from './modules/setup/public.ts';
import { sharingJournal, sharingTurns } from './modules/sharing/public.ts';
import { signinJournal } from './modules/signin/public.ts';
import { tenancyImportJournal } from './modules/tenancy-import/public.ts';
import { turnsTurns } from './modules/turns/public.ts';
import type { TenantDb } from './platform/db/tenant-db.ts';
import type { LoadNames } from './platform/journal/tell.ts';
import { vacantSeatTurns } from './vacant-seats.ts';

/** How what happened is told: every module's entries. */
export const THREAD_TONGUE = {
  kinds: {
    ...catalogueJournal,
    ...connectionsJournal,
    ...evaluationJournal,
    ...eventsJournal,
    ...fundJournal,
    ...gatheringsJournal,
    ...housesJournal,
    ...sharingJournal,
    ...housingJournal,
    ...initiativesJournal,
    ...invoicesJournal,
    ...paymentsJournal,
    ...privacyJournal,
    ...reportsJournal,
    ...resultsJournal,
    ...setupJournal,
    ...signinJournal,
    ...storiesJournal,
    ...strategyJournal,
    ...tenancyImportJournal,
    ...panelsJournal,
    ...tasksJournal,
    ...workshopsJournal,
  },
  names: namesFor,
};

/** How what waits is told: every module's turns. */
export const TURN_TONGUE = {
  kinds: {
    ...catalogueTurns,
    ...connectionsTurns,
    ...eventsTurns,
    ...fundTurns,
    ...gatheringsTurns,
    ...sharingTurns,
    ...initiativesTurns,
    ...invoicesTurns,
    ...panelsTurns,
    ...paymentsTurns,
    ...privacyTurns,
    ...resultsTurns,
    ...storiesTurns,
    ...strategyTurns,
    ...tasksTurns,
    ...turnsTurns,
    ...vacantSeatTurns,
    ...workshopsTurns,
  },
  names: namesFor,
};

/** Names as a reader may see them: one question, whatever there is to name. */
function namesFor(tx: TenantDb, language: Language): LoadNames {
  return async ({ person, department, organisation, initiative }) => {
    const refs = [
      ...person.map((id) => ({ kind: 'person' as const, id })),
      ...department.map((id) => ({ kind: 'department' as const, id })),
      ...organisation.map((id) => ({ kind: 'organisation' as const, id })),
    ];
    const shown = await displayNames(tx, refs, language, titlesAsked(tx, initiative));
    return new Map([...shown].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name]));
  };
}
