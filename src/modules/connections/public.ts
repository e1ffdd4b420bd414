import type { Resource } from '../../platform/resources/resource.ts';
import type { Web } from '../../platform/web/web.ts';
import { anyone } from '../../platform/web/who.ts';
import { eventsResource } from './resources.ts';
import { apiRoutes } from './routes/api.ts';
import { type FeedParts, feedRoutes } from './routes/feeds.tsx';
import { officeRoutes } from './routes/office.tsx';
import { type WebhookParts, webhookRoutes } from './routes/webhooks.ts';
import { offeredKinds } from './rules/events.ts';
import { apiText } from './text/api.ts';
import { apiPagePlace } from './urls.ts';
import { ApiPage } from './views/api.tsx';

export { renewFeeds } from './commands/feeds.ts';
export { connectionsHoldings } from './holdings.ts';
export { connectionsJobs } from './jobs.ts';
export { connectionsJournal } from './journal.ts';
export type { FeedParts } from './routes/feeds.tsx';
export { hasFeeds } from './store/feeds.ts';
export { connectionsTurns } from './turns.ts';
export { doorsPlace as connectionsPlace, followPlace, ownFeedsPlace } from './urls.ts';

/** What doors to other systems are given by the contents page. */
export interface ConnectionsParts extends WebhookParts, FeedParts {
  /** What the modules let other systems read. */
  readonly resources: readonly Resource[];
}

/** The API, the messages to other systems, calendars and news, and the secretariat's room for all of it. */
export function connectionsRoutes(web: Web, parts: ConnectionsParts): void {
  const resources = [...parts.resources, eventsResource(parts.kinds)];
  const events = offeredKinds(parts.kinds);
  apiRoutes(web, resources);
  web.get(apiPagePlace, anyone, (visit) =>
    visit.page(
      { title: apiText(visit.language).title, wide: true },
      ApiPage({ language: visit.language, origin: visit.tx.origin, resources, events }),
    ),
  );
  officeRoutes(web);
  webhookRoutes(web, parts);
  feedRoutes(web, parts);
}
