import type { Web } from '../../../platform/web/web.ts';
import { comingRoutes, type OnList } from './routes/coming.tsx';
import { type AfterChange, type ExpectedOf, editingRoutes } from './routes/editing.tsx';
import { type BesideEvent, insideRoutes } from './routes/inside.tsx';
import { joiningRoutes } from './routes/joining.tsx';
import { openRoutes } from './routes/open.tsx';
import { dutyTitles, eventTitles } from './store/words.ts';
import { turnsOfEvents } from './turns.ts';

export { mayWith as mayWithEvent } from './access.ts';
export { type SignedUp, type SignUpRefusal, signUp as signUpFrom, type Wanted } from './commands/signing-up.ts';
export { tellGuests } from './commands/telling.ts';
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
export { begunSince, eventById, eventNames, eventsOfInitiative } from './store/events.ts';
export { eventPlace, eventsPlace, insidePlace as eventInsidePlace } from './urls.ts';

/** What events can want of a person, with what the events are called. */
export const eventsTurns = turnsOfEvents({ events: eventTitles, duties: dutyTitles });

/** What other modules show on the pages of events. */
export interface EventNeighbours extends AfterChange {
  /** Where the calendars to subscribe to are. */
  readonly followHref: string;
  /** To those who arrange it, and to everybody. */
  readonly beside?: BesideEvent;
  readonly below?: BesideEvent;
  readonly onList?: OnList;
  readonly expectedOf?: ExpectedOf;
}

/** Every page of events. */
export function eventsRoutes(web: Web, neighbours: EventNeighbours): void {
  editingRoutes(web, neighbours.expectedOf, neighbours);
  openRoutes(web, neighbours.followHref, neighbours.below);
  joiningRoutes(web);
  insideRoutes(web, neighbours.beside);
  comingRoutes(web, neighbours.onList);
}
