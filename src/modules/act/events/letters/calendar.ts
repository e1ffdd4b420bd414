import { type CalendarEvent, writeCalendar } from '../../../../engines/calendar/write-calendar.ts';
import type { Dated } from '../rules/event.ts';
import { spanOf } from '../rules/times.ts';
import { eventPlace } from '../urls.ts';

interface House {
  readonly name: string;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
  readonly now: Date;
}

/** An event as a calendar has it: its hours; of several days the days. Nobody's name. */
export function inCalendar(house: Pick<House, 'origin'>, event: Dated): CalendarEvent {
  const { from, to } = spanOf(event);
  const several = event.until !== event.on;
  return {
    uid: `event-${event.id}@${new URL(house.origin).hostname}`,
    from: several ? event.on : from,
    to: several ? event.until : (to ?? new Date(from.getTime() + UNSAID_MS)),
    summary: event.title,
    place: event.place,
    description: event.what,
    url: house.origin + eventPlace({ id: event.id }),
  };
}

/** Nobody has said when it ends: two hours, as most do. */
const UNSAID_MS = 2 * 3_600_000;

/** One event as a file, to be put into one's own calendar. */
export function eventCalendar(house: House, event: Dated): string {
  return writeCalendar({ name: event.title, stamp: house.now, events: [inCalendar(house, event)] });
}
