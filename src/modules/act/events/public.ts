import type { Web } from '../../../platform/web/web.ts';
import { comingRoutes } from './routes/coming.tsx';
import { editingRoutes } from './routes/editing.tsx';
import { type BesideEvent, insideRoutes } from './routes/inside.tsx';
import { joiningRoutes } from './routes/joining.tsx';
import { openRoutes } from './routes/open.tsx';
import { dutyTitles, eventTitles } from './store/words.ts';
import { turnsOfEvents } from './turns.ts';

export { type SignedUp, type SignUpRefusal, signUp as signUpFrom, type Wanted } from './commands/signing-up.ts';
export { eventsFigures } from './figures.ts';
export { eventsHoldings } from './holdings.ts';
export { eventsJobs } from './jobs.ts';
export { eventsJournal } from './journal.ts';
export { inCalendar } from './letters/calendar.ts';
export { eventsResources } from './resources.ts';
export { eventsBeside, eventsComing } from './routes/beside.tsx';
export { type Dated, type Event, stageOf, type WayHere } from './rules/event.ts';
export { JOBS as EVENTS_JOBS } from './rules/jobs.ts';
export { datedEvents } from './store/cards.ts';
export { eventById, eventNames, eventsOfInitiative } from './store/events.ts';
export { eventPlace, eventsPlace } from './urls.ts';

/** What events can want of a person, with what the events are called. */
export const eventsTurns = turnsOfEvents({ events: eventTitles, duties: dutyTitles });

/** Every page of events. `followHref`: where the calendars to subscribe to are. */
export function eventsRoutes(
  web: Web,
  { followHref, beside }: { readonly followHref: string; readonly beside?: BesideEvent },
): void {
  editingRoutes(web);
  openRoutes(web, followHref);
  joiningRoutes(web);
  insideRoutes(web, beside);
  comingRoutes(web);
}
