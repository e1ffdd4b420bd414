import { CONNECTIONS } from './connections.ts';
import { FIGURES } from './figures.ts';
import { GUESTS } from './guests.ts';
import { HOLDINGS } from './holdings.ts';
import { personIdOf } from './kernel/actor.ts';
import { eventsRoutes } from './modules/act/events/public.ts';
import { tasksRoutes } from './modules/act/tasks/public.ts';
import { addressListRoutes } from './modules/address-lists/public.ts';
import { connectionsRoutes } from './modules/connections/public.ts';
import { fundRoutes } from './modules/decide/fund/public.ts';
import { invoicesRoutes } from './modules/decide/invoices/public.ts';
import { paymentsRoutes } from './modules/decide/payments/public.ts';
import { resultsRoutes } from './modules/decide/results/public.ts';
import { frontRoutes } from './modules/front/public.ts';
import { gatheringsRoutes } from './modules/gatherings/public.ts';
import { housesFor, housesRoutes } from './modules/houses/public.ts';
import { housingRoutes, loadActor } from './modules/housing/public.ts';
import { initiativesRoutes } from './modules/initiatives/public.ts';
import { catalogueRoutes } from './modules/inspire/catalogue/public.ts';
import { storiesRoutes } from './modules/inspire/stories/public.ts';
import { panelsRoutes } from './modules/listen/panels/public.ts';
import { workshopsRoutes } from './modules/listen/workshops/public.ts';
import { evaluationRoutes } from './modules/measure/evaluation/public.ts';
import { dashboardPlace, figurePlace, reportsRoutes } from './modules/measure/reports/public.ts';
import { type StrategyParts, strategyRoutes } from './modules/measure/strategy/public.ts';
import { privacyRoutes } from './modules/privacy/public.ts';
import { setupRoutes } from './modules/setup/public.ts';
import { sharingRoutes } from './modules/sharing/public.ts';
import { type SignInParts, signinRoutes } from './modules/signin/public.ts';
import { tenancyImportRoutes } from './modules/tenancy-import/public.ts';
import { turnCount, turnsRoutes } from './modules/turns/public.ts';
import { navigationFor } from './navigation.ts';
import {
  ENCLOSURES,
  EVENT_NEIGHBOURS,
  FUND_NEIGHBOURS,
  INITIATIVE_NEIGHBOURS,
  INVOICE_PAYERS,
  NEIGHBOURS,
} from './neighbours.tsx';
import { isSettingUp } from './platform/db/house-settings.ts';
import type { TenantDb } from './platform/db/tenant-db.ts';
import type { WebDeps } from './platform/web/deps.ts';
import { languageRoute } from './platform/web/language-route.ts';
import type { Frame } from './platform/web/page.tsx';
import type { Place } from './platform/web/path.ts';
import { openWeb, type WebServer } from './platform/web/server.ts';
import type { Web } from './platform/web/web.ts';
import { NO_PRACTICE, practiceDoor } from './practice.ts';
import { TIMES } from './schedule.ts';
import { SOURCES } from './shared-sources.ts';
import { THREAD_TONGUE, TURN_TONGUE } from './tellings.ts';
import { tellOfTrustedRole } from './trusted-roles.ts';
import { MOST_TURNS_SHOWN } from './ui/page-header.tsx';

/** What the app is given by `main.ts`, and by every test. */
export interface AppDeps extends Omit<WebDeps, 'loadActor' | 'frame' | 'guests' | 'followed'> {
  /** What signing in is set up with besides codes by mail and on paper. */
  readonly signIn?: SignInParts;
  /** Other systems on this very machine may be told too: a developer's, and tests. */
  readonly loopbackToo?: boolean;
  /** The developer's rooms; absent in production. */
  readonly dev?: (web: WebServer) => void;
}

const CODES_ALONE: SignInParts = { sms: false, parties: { of: () => null } };

const STRATEGY: StrategyParts = {
  figures: FIGURES,
  dashboard: dashboardPlace({}),
  behind: ({ address }, { from, until }) => figurePlace({ figure: address }, { fra: from, til: until }),
};

/** What pages that stay open follow (`data-live`). Never people: anybody who knew a number could hear when its owner signs in. */
export const FOLLOWED: ReadonlySet<string> = new Set(['initiative', 'panel', 'tenancy_import', 'workshop']);

export function createApp(deps: AppDeps): WebServer {
  const web = openWeb({ ...deps, loadActor, frame, guests: GUESTS, followed: FOLLOWED });
  hangUp(web, deps.signIn ?? CODES_ALONE, deps.loopbackToo, practiceDoor(deps));
  deps.dev?.(web);
  return web;
}

/** The contents page: everything the site answers. */
function hangUp(web: Web, signIn: SignInParts, loopbackToo = false, practice = NO_PRACTICE): void {
  languageRoute(web);
  frontRoutes(web, TURN_TONGUE);
  signinRoutes(web, { ...signIn, roleGiven: tellOfTrustedRole });
  turnsRoutes(web, TURN_TONGUE, ENCLOSURES);
  initiativesRoutes(web, THREAD_TONGUE, INITIATIVE_NEIGHBOURS);
  catalogueRoutes(web);
  storiesRoutes(web);
  eventsRoutes(web, EVENT_NEIGHBOURS);
  tasksRoutes(web);
  fundRoutes(web, FUND_NEIGHBOURS);
  invoicesRoutes(web, INVOICE_PAYERS);
  paymentsRoutes(web);
  resultsRoutes(web);
  housingRoutes(web, NEIGHBOURS);
  tenancyImportRoutes(web);
  addressListRoutes(web);
  gatheringsRoutes(web);
  panelsRoutes(web);
  workshopsRoutes(web);
  housesRoutes(web);
  sharingRoutes(web, SOURCES);
  strategyRoutes(web, STRATEGY);
  evaluationRoutes(web);
  reportsRoutes(web, FIGURES);
  setupRoutes(web, practice, tellOfTrustedRole);
  connectionsRoutes(web, { ...CONNECTIONS, loopbackToo });
  privacyRoutes(web, { activities: HOLDINGS, times: TIMES });
}

/** First parts of the site's own paths (`initiativer`): no tenant may have one of them as its slug. */
export function ownPathParts(): ReadonlySet<string> {
  const parts = new Set(['assets', 'tema', 'live', 'dev', 'healthz', 'readyz', 'metrics']);
  const note = (place: Place): void => {
    parts.add(place.pattern.split('/')[1] ?? '');
  };
  hangUp({ get: note, post: note, machine: note }, CODES_ALONE);
  return parts;
}

async function frame(tx: TenantDb, { path, language, exactly }: Parameters<WebDeps['frame']>[1]): Promise<Frame> {
  const { actor } = tx;
  const personId = personIdOf(actor);
  const { tied = false, largePrint: large = false } = actor.kind === 'person' ? actor : {};
  const [turns, houses] = await Promise.all([
    turnCount(tx, exactly ? null : MOST_TURNS_SHOWN + 1),
    personId && tied ? housesFor(tx, personId) : [],
  ]);
  const navigation = navigationFor({ actor, language, path, settingUp: isSettingUp(tx.tenant) });
  return { turnCount: turns, large, houses, navigation };
}
